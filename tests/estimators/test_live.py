"""A run that is watched gives the times of the whole log, in constant memory."""

from __future__ import annotations

import numpy as np
import pytest

from estimators import Run, estimate
from estimators.live import PAUSES, Live
from estimators.run import Clock, Observations, PauseKind, Unit


def test_what_does_not_advance_is_not_taken() -> None:
    live = Live()
    assert live.observe(10, 5.0)
    assert not live.observe(10, 6.0)
    assert not live.observe(20, 4.0)
    assert not live.observe(float("nan"), 7.0)
    assert live.observe(20, 10.0)
    assert live.estimate(100).remaining == 40


def test_nothing_observed_is_no_run() -> None:
    with pytest.raises(ValueError, match="nothing was observed"):
        Live().run(100)


def test_however_many_records_come_the_answer_is_that_of_the_whole_log() -> None:
    live, steps = Live(), np.arange(0.0, 40_001.0)
    for step in steps.tolist():
        live.observe(step, step * 0.5)
    seen = Observations(step=steps, elapsed=steps * 0.5, clock=Clock.ELAPSED)
    whole = estimate(Run("live", Unit.STEP, live.run(60_000).done, live.run(60_000).total, observations=seen))
    watched = live.estimate(60_000)
    assert len(live.run(60_000).observations) < len(steps)
    assert watched.observations == len(steps)
    assert (watched.remaining, watched.expected) == (whole.remaining, whole.expected)


def test_the_latest_pauses_are_remembered() -> None:
    live = Live()
    live.observe(0, 0.0)
    for step in range(PAUSES + 1):
        live.paused(PauseKind.CHECKPOINT, float(step), 2.0)
    pauses = live.run(10_000).pauses
    assert (len(pauses), pauses[0].step, pauses[-1].step) == (PAUSES, 1.0, float(PAUSES))
