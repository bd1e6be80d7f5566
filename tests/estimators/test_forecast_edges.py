"""The forecast at its edges: closed results, and laws of shift and scale."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from estimators import Clock, Note, Observations, Pause, PauseKind, Run, Settings, Unit, estimate
from estimators.forecast.merge import changed, merge, same_run
from estimators.forecast.sessions import Structure, structure
from estimators.forecast.work import evened


def records(size: int, pace: float = 1.0, **more: object) -> Observations:
    step = np.arange(1.0, size + 1)
    return Observations(step=step, elapsed=(step - 1) * pace, clock=Clock.ELAPSED, **more)  # type: ignore[arg-type]


def run_of(seen: Observations, total: int, **more: object) -> Run:
    return Run("test", Unit.STEP, Decimal(int(seen.step[-1])), Decimal(total), observations=seen, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("pace", [0.25, 2.0, 512.0])
@pytest.mark.parametrize("size", [31, 500, 4096])
def test_a_steady_run_has_one_pace_and_nothing_else(size: int, pace: float) -> None:
    found = structure(records(size, pace), total=size * 2.0)
    assert (found.quiet_pace, found.noise, found.warm_up, found.warm_up_excess) == (pace, 0.0, 0, 0.0)
    assert (found.pauses, found.changes) == ((), ())
    np.testing.assert_array_equal(found.base, pace)
    assert found.quiet.all()


def test_fewer_than_two_records_have_no_structure() -> None:
    assert structure(records(1)).pauses == Structure().pauses == ()
    assert structure(records(1)).quiet_pace == 0.0


def test_a_plan_whose_evaluation_was_not_due_yet_costs_what_is_usual() -> None:
    plan = run_of(records(50), 1000, settings=Settings(evaluation_interval=100))
    (group,) = structure(plan.observations, plan.settings, 1000).pauses
    assert (group.source, group.period, group.left, group.count) == ("planned", 100, 10.0, 0)
    assert group.cost == pytest.approx(0.05 * 100)
    assert "finding-evaluation-unseen" in {note.id for note in estimate(plan).findings}
    assert structure(plan.observations, Settings(evaluation_interval=2000), 1000).pauses == ()
    due = run_of(records(150), 1000, settings=plan.settings)
    assert structure(due.observations, due.settings, 1000).pauses == ()


def test_an_evaluation_before_the_first_step_comes_again() -> None:
    seen = records(5, 1.0, step_time=np.array([101.0, 1.0, 1.0, 1.0, 1.0]), step_time_span="step")
    lines = (Pause(PauseKind.EVALUATION, 0.0),)
    (group,) = structure(seen, Settings(evaluation_interval=100), 1000, lines).pauses
    assert (group.source, group.kind, group.period, group.left) == ("start", PauseKind.EVALUATION, 100, 10.0)
    assert group.cost == pytest.approx(85.0)
    (usual,) = structure(seen, None, 12_000, lines).pauses
    assert usual.period == pytest.approx(1000)
    assert usual.left == pytest.approx((12_000 - 5) / 1000)
    assert structure(seen, None, 12_000).pauses == ()
    quick = replace(seen, step_time=np.full(5, 1.0))
    assert structure(quick, None, 12_000, lines).pauses == ()
    later = (*lines, Pause(PauseKind.EVALUATION, 3.0))
    assert all(group.source != "start" for group in structure(seen, None, 12_000, later).pauses)


def test_work_that_the_time_does_not_follow_changes_nothing() -> None:
    tokens = np.where(np.arange(40) % 2, 1000.0, 2000.0)
    for work in (tokens, np.full(40, 1000.0), tokens[:5], tokens * 0):
        seen = records(40, work=work)
        assert evened(seen) is seen


def test_a_clock_that_never_moved_is_no_time() -> None:
    seen = replace(records(40, tick=60.0), elapsed=np.where(np.arange(40) < 39, 0.0, 60.0))
    found = estimate(run_of(seen, 80))
    assert 0 <= found.optimistic <= found.expected <= found.pessimistic < 40 * 60


def test_runs_of_other_paces_or_counters_do_not_merge() -> None:
    first = run_of(records(20), 1000)
    assert merge(first, replace(first, unit=Unit.EPOCH)) is None
    backwards = replace(first, observations=replace(first.observations, elapsed=first.observations.elapsed * 3.0))
    assert same_run(first, backwards)
    assert not same_run(first, replace(first, observations=records(20, 4.01)))
    assert same_run(first, replace(first, observations=records(20, 4.0)))


def test_nothing_changed_where_nothing_is_known() -> None:
    first = run_of(records(20), 1000)
    still = replace(records(40), elapsed=np.where(np.arange(40) < 20, 0.0, 1.0))
    assert changed(run_of(replace(records(20), elapsed=np.zeros(20)), 1000), run_of(still, 1000)) is None
    assert changed(first, run_of(records(1), 1000)) is None
    note = changed(first, run_of(records(40), 1000))
    args = {"share": 0.0, "direction": "same", "done": 20.0, "unit": "step"}
    assert note == Note("finding-since-last-paste", args)


def test_a_run_without_a_total_has_no_end() -> None:
    with pytest.raises(ValueError, match="total is missing"):
        estimate(replace(run_of(records(20), 1000), total=None))


@pytest.mark.parametrize("apart", [1.0, 10.0])
def test_a_structure_is_in_seconds_per_unit(apart: float) -> None:
    """A slow start of 30 s a unit, then one second a unit."""
    spent = np.array([30.0, *[1.0] * 40]) * apart
    seen = Observations(step=np.arange(42.0) * apart, elapsed=np.cumsum([0.0, *spent]), clock=Clock.ELAPSED)
    found = structure(seen, total=1000.0)
    assert found.pace.tolist() == (spent / apart).tolist()
    assert (found.warm_up, found.quiet_pace) == (1, 1.0)
    assert found.warm_up_excess == pytest.approx(29.0 * apart)
    assert not found.quiet[0]
    assert found.quiet[1:].all()


def test_two_records_are_one_quiet_interval() -> None:
    seen = Observations(step=np.array([10.0, 30.0]), elapsed=np.array([0.0, 5.0]), clock=Clock.ELAPSED)
    found = structure(seen, total=100.0)
    assert (found.quiet_pace, found.pace.tolist(), found.quiet.tolist(), found.warm_up) == (0.25, [0.25], [True], 0)


def test_a_slow_first_step_within_the_ticks_of_its_clock_is_no_warm_up() -> None:
    """Two ticks of 60 s over ten units: less than two and a half."""
    spent = np.array([720.0, *[600.0] * 20])
    seen = Observations(step=np.arange(22.0) * 10, elapsed=np.cumsum([0.0, *spent]), clock=Clock.ELAPSED, tick=60.0)
    assert structure(seen, total=1000.0).warm_up == 0
    assert structure(replace(seen, tick=10.0), total=1000.0).warm_up == 1
