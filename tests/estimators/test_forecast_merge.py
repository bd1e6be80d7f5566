"""Several pastes of one run."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import numpy as np
import pytest

from estimators import Clock, Observations, Pause, PauseKind, Run, Unit, estimate
from estimators.forecast.merge import changed, merge, same_run

STEPS = np.arange(0.0, 400, 10)
TIMES = STEPS * 0.5 + np.cumsum(np.sin(STEPS) ** 2)


def paste(start: int, stop: int, clock: Clock = Clock.ELAPSED, origin: bool = False) -> Run:
    """The records ``start:stop`` as a paste of its own."""
    times = TIMES[start:stop]
    stamps = times + 1.7e9 if clock == Clock.STAMPS else np.empty(0)
    seen = Observations(
        step=STEPS[start:stop],
        elapsed=times - times[0],
        clock=clock,
        stamps=stamps,
        origin=float(times[0]) if origin else float("nan"),
    )
    return Run("test", Unit.STEP, Decimal(int(STEPS[stop - 1])), Decimal(4000), observations=seen)


def all_in(runs: list[Run]) -> Run:
    whole = runs[0]
    for run in runs[1:]:
        joined = merge(whole, run)
        assert joined is not None
        whole = joined
    return whole


@pytest.mark.parametrize("kind", ["overlap", "stamps", "origin"])
def test_pastes_in_any_order_are_the_whole_log(kind: str) -> None:
    if kind == "overlap":
        runs = [paste(0, 15), paste(12, 28), paste(25, 40)]
    elif kind == "stamps":
        runs = [paste(0, 12, Clock.STAMPS), paste(14, 25, Clock.STAMPS), paste(25, 40, Clock.STAMPS)]
    else:
        runs = [paste(0, 15, origin=True), paste(15, 25, origin=True), paste(25, 40, origin=True)]
    for order in permutations(runs):
        whole = all_in(list(order))
        assert whole.pieces == ()
        assert whole.done == 390
        np.testing.assert_allclose(whole.observations.elapsed[-1], TIMES[-1] - TIMES[0])


def test_a_gap_without_a_clock_is_taken_at_the_pace_and_said() -> None:
    runs = [paste(0, 12), paste(20, 30), paste(35, 40)]
    answers = {round(float(all_in(list(order)).observations.elapsed[-1]), 6) for order in permutations(runs)}
    assert len(answers) == 1
    whole = all_in(runs)
    assert whole.pieces == (12, 22)
    assert [note.id for note in whole.assumptions] == ["note-gap-at-mean-pace"]
    assert whole.observations.elapsed[-1] == pytest.approx(TIMES[-1] - TIMES[0], rel=0.05)


def test_a_paste_that_fills_the_gap_takes_the_guess_away() -> None:
    whole = all_in([paste(0, 12), paste(20, 40), paste(10, 22)])
    assert whole.pieces == ()
    assert whole.assumptions == ()
    np.testing.assert_allclose(whole.observations.elapsed, TIMES - TIMES[0])


def test_two_single_lines_get_their_clock_from_their_arrival() -> None:
    first = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), pace=Decimal("3.9"))
    later = Run("question", Unit.ITERATION, Decimal(400), Decimal(6000), pace=Decimal("3.9"))
    whole = merge(later, first, (1_000_000.0 + 1260, 1_000_000.0))
    assert whole is not None
    assert whole.observations.clock == Clock.ARRIVAL
    found = estimate(whole)
    assert found.remaining == Decimal("4.2") * 5600
    assert "note-clock-arrival" in {note.id for note in found.assumptions}


def test_pasted_at_once_is_no_clock() -> None:
    first = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), pace=Decimal("3.9"))
    later = replace(first, done=Decimal(400))
    whole = merge(first, later, (50.0, 52.0))
    assert whole is not None
    assert estimate(whole).remaining == Decimal("3.9") * 5600


@pytest.mark.parametrize("change", [{"unit": Unit.EPOCH}, {"total": Decimal(77)}, {"format": "other"}])
def test_other_runs_do_not_merge(change: dict[str, object]) -> None:
    other = replace(paste(20, 30), **change)  # type: ignore[arg-type]
    assert not same_run(paste(0, 15), other)
    assert merge(paste(0, 15), other) is None


def test_a_pace_of_another_order_is_another_run() -> None:
    slow = paste(0, 15)
    slow = replace(slow, observations=replace(slow.observations, elapsed=slow.observations.elapsed * 20))
    assert not same_run(slow, paste(20, 30))


def test_what_changed_since_the_last_paste() -> None:
    before = paste(0, 20)
    slower = replace(paste(0, 40), observations=replace(paste(0, 40).observations, elapsed=_slower(20, 1.5)))
    note = changed(before, slower)
    assert note is not None
    assert note.args["direction"] == "slower"
    assert note.args["share"] == pytest.approx(0.5, abs=0.1)
    assert note.args["done"] == 200
    same = changed(before, paste(0, 40))
    assert same is not None
    assert same.args["share"] < 0.1
    assert changed(before, paste(0, 20)) is None


def _slower(at: int, factor: float) -> np.ndarray:
    spent = np.diff(TIMES, prepend=TIMES[0])
    spent[at:] *= factor
    elapsed: np.ndarray = np.cumsum(spent)
    return elapsed


def test_pauses_of_both_pastes_are_known_in_order() -> None:
    first = (Pause(PauseKind.EVALUATION, 150.0, 3.0), Pause(PauseKind.CHECKPOINT, 150.0))
    later = (Pause(PauseKind.CHECKPOINT, 50.0), Pause(PauseKind.CHECKPOINT, 150.0))
    whole = merge(replace(paste(0, 20), pauses=first), replace(paste(18, 40), pauses=later))
    assert whole is not None
    assert whole.pauses == (later[0], later[1], first[0])


def test_two_single_lines_without_a_pace_stay_two_moments() -> None:
    first = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000))
    whole = merge(first, replace(first, done=Decimal(400)))
    assert whole is not None
    assert whole.done == 400
    assert len(whole.observations) == 0
    assert whole.pieces == ()


def test_what_only_one_paste_measured_of_every_step_is_dropped() -> None:
    """Tokens per step are no use with gaps; step times are."""
    first, later = paste(0, 20), paste(18, 40)
    seen = replace(first.observations, work=np.arange(20.0), step_time=np.arange(20.0))
    whole = merge(replace(first, observations=seen), later)
    assert whole is not None
    assert len(whole.observations.work) == 0
    np.testing.assert_array_equal(whole.observations.step_time, [*range(20), *[np.nan] * 20])
