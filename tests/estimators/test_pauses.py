"""Groups of pauses, counted by hand: their period, what one costs and how many are still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from estimators import Clock, Observations, Pause, PauseKind, Settings
from estimators.forecast.pauses import PauseGroup, at_start, groups, unseen

FIVE = {20: 5.0, 40: 6.0, 60: 7.0, 80: 8.0, 100: 9.0}
FAR = 310.0


def observed(costs: dict[int, float], size: int = 100, **more: object) -> tuple[Observations, np.ndarray]:
    """A step a second from 0 to ``size``; the interval that ends at a step of ``costs`` takes so much longer."""
    excess = np.array([costs.get(step, 0.0) for step in range(1, size + 1)])
    elapsed = np.cumsum([0.0, *(1 + excess)])
    return Observations(step=np.arange(size + 1.0), elapsed=elapsed, **{"clock": Clock.ELAPSED, **more}), excess  # type: ignore[arg-type]


def found(
    costs: dict[int, float],
    total: float = FAR,
    size: int = 100,
    settings: Settings | None = None,
    lines: Sequence[Pause] = (),
    **more: object,
) -> tuple[PauseGroup, ...]:
    seen, excess = observed(costs, size, **more)
    return groups(seen, excess, excess > 0, settings or Settings(), total, lines)


def evaluations(*steps: float) -> tuple[Pause, ...]:
    return tuple(Pause(PauseKind.EVALUATION, step) for step in steps)


def test_a_regular_pause_that_nothing_explains() -> None:
    (group,) = found(FIVE)
    assert (group.kind, group.source, group.period, group.count) == (PauseKind.OTHER, "gaps", 20.0, 5)
    assert group.cost == (6 + 7 + 8 + 9) / 4
    assert group.share == pytest.approx(35 / 135)
    assert group.left == 10
    assert group.steps.tolist() == [20, 40, 60, 80, 100]
    assert np.flatnonzero(group.inside).tolist() == [19, 39, 59, 79, 99]


@pytest.mark.parametrize(
    ("total", "size", "left"),
    [
        (300, 100, 9.5),  # one just at the end counts half
        (300.9, 100, 9.5),
        (299.1, 100, 9.5),
        (301.1, 100, 10.0),
        (298.9, 100, 9.0),
        (310, 150, 8.0),  # two of them were missed
        (300, 150, 7.5),
        (110, 100, 0.0),
        (90, 100, 0.0),
    ],
)
def test_how_many_are_still_to_come(total: float, size: int, left: float) -> None:
    (group,) = found(FIVE, total, size)
    assert (group.period, group.left) == (20.0, left)


def test_the_cost_is_that_of_the_last_twelve() -> None:
    (group,) = found({10 * at: float(at) for at in range(1, 21)}, size=200)
    assert group.cost == sum(range(9, 21)) / 12


def test_the_first_of_few_is_left_out_of_the_cost_but_not_of_two() -> None:
    (three,) = found({30: 90.0, 60: 4.0, 90: 6.0})
    (two,) = found({50: 4.0, 100: 6.0})
    assert (three.cost, two.cost) == (5.0, 5.0)


@pytest.mark.parametrize(
    ("steps", "period"),
    [
        ((50, 100), 50.0),
        ((45, 96), 51.0),  # 45 and 51: within 12 % and one step
        ((45, 97), None),
        ((30, 100), None),
        ((10, 20), None),  # explains a fifth of the session
        ((3, 50, 61, 90), None),
        ((20, 40, 60, 80, 100, 111), 20.0),
        ((20, 40, 60, 80, 91, 102), None),  # three gaps of five agree
        ((20, 43, 60, 80), (23 + 17 + 20) / 3),  # within 12 % and one step of 20
        ((20, 44, 60, 80), None),
        ((100,), None),
    ],
)
def test_what_is_regular(steps: tuple[int, ...], period: float | None) -> None:
    (group,) = found(dict.fromkeys(steps, 5.0), size=max(100, *steps))
    assert group.period == period
    if period is None:
        size = max(100, *steps)
        assert group.left == pytest.approx(len(steps) / size * (FAR - size))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (PauseKind.EVALUATION, "evaluation_interval"),
        (PauseKind.CHECKPOINT, "checkpoint_interval"),
        (PauseKind.SAMPLING, "sampling_interval"),
    ],
)
def test_a_schedule_explains_its_pauses(kind: PauseKind, name: str) -> None:
    (group,) = found(FIVE, 300, settings=Settings(**{name: 20}))  # type: ignore[arg-type]
    assert (group.kind, group.source, group.period, group.left) == (kind, "settings", 20, 10)


@pytest.mark.parametrize(("total", "left"), [(300, 9), (301, 10), (310, 10)])
def test_a_pause_that_follows_the_record_does_not_come_after_the_last(total: float, left: float) -> None:
    (group,) = found({21: 5.0, 41: 5.0, 61: 5.0, 81: 5.0}, total, settings=Settings(evaluation_interval=20))
    assert (group.source, group.period, group.left) == ("settings", 20, left)


def test_what_is_printed_within_a_step_comes_after_the_last_too() -> None:
    late = {21: 5.0, 41: 5.0, 61: 5.0, 81: 5.0}
    (group,) = found(late, 300, settings=Settings(evaluation_interval=20), clock=Clock.STEP_TIMES)
    assert group.left == 10


@pytest.mark.parametrize(("steps", "period"), [((20, 60, 100), 20), ((20, 100), None)])
def test_a_schedule_that_mostly_costs_nothing_is_none(steps: tuple[int, ...], period: float | None) -> None:
    """Three of five are enough, two are not."""
    (group,) = found(dict.fromkeys(steps, 5.0), settings=Settings(evaluation_interval=20))
    assert (group.kind, group.period) == (PauseKind.EVALUATION, period)


def test_a_schedule_as_fine_as_the_records_explains_nothing() -> None:
    (group,) = found(FIVE, settings=Settings(evaluation_interval=1.5))
    assert group.source == "gaps"
    (fine,) = found(FIVE, settings=Settings(evaluation_interval=2))
    assert fine.source == "settings"


def test_two_schedules_share_what_they_explain() -> None:
    """What both explain is the evaluation's: 60 is."""
    both = found(
        dict.fromkeys((20, 30, 40, 60, 80, 90, 100), 5.0),
        300,
        settings=Settings(evaluation_interval=20, checkpoint_interval=30),
    )
    assert [(group.kind, group.count, group.period, group.left) for group in both] == [
        (PauseKind.EVALUATION, 5, 20, 10),
        (PauseKind.CHECKPOINT, 2, 30, 7),
    ]


def test_what_no_schedule_explains_is_a_group_of_its_own() -> None:
    planned, rest = found({**FIVE, 33: 50.0}, settings=Settings(evaluation_interval=20))
    assert (planned.count, rest.kind, rest.count, rest.cost, rest.period) == (5, PauseKind.OTHER, 1, 50.0, None)


def test_lines_explain_their_pauses() -> None:
    (group,) = found({25: 5.0, 50: 5.0, 75: 5.0, 100: 5.0}, 300, lines=evaluations(25, 50, 75, 100))
    assert (group.kind, group.source, group.period, group.left) == (PauseKind.EVALUATION, "lines", 25, 8)
    (after,) = found({26: 5.0, 51: 5.0, 76: 5.0}, 300, lines=evaluations(25, 50, 75))
    assert (after.period, after.left) == (25, 300 // 25 - 100 // 25 - 1)


def test_a_schedule_says_the_period_of_lines_that_come_twice() -> None:
    costs = {20: 5.0, 60: 5.0}
    (group,) = found(costs, 300, lines=evaluations(20, 60), settings=Settings(evaluation_interval=20))
    assert (group.source, group.period, group.left) == ("lines", 20, (300 - 60) // 20 - (100 - 60) // 20)
    (doubled,) = found(costs, 300, lines=evaluations(20, 20, 60, 60))
    assert doubled.period == 40


@pytest.mark.parametrize("steps", [(50,), (10, 50, 61)])
def test_lines_without_a_common_distance_come_as_often_as_before(steps: tuple[int, ...]) -> None:
    (group,) = found(dict.fromkeys(steps, 5.0), 300, lines=evaluations(*steps))
    assert (group.period, group.left) == (None, pytest.approx(len(steps) / 100 * 200))


@pytest.mark.parametrize(("total", "size", "left"), [(300, 100, 8), (310, 100, 9), (300, 90, 8), (100, 100, 0)])
def test_what_lies_between_epochs_is_not_behind_the_last(total: float, size: int, left: float) -> None:
    costs = {25: 5.0, 50: 5.0, 75: 5.0}
    epoch = np.floor(np.arange(size + 1.0) / 25)
    (group,) = found(costs, total, size, settings=Settings(steps_per_epoch=25), epoch=epoch)
    assert (group.source, group.period, group.left, group.count) == ("epochs", 25, left, 3)


def first_time(seconds: float, size: int = 5, span: str = "step") -> Observations:
    seen, _ = observed({}, size - 1)
    printed = np.array([seconds, *[1.0] * (size - 1)])
    return replace(seen, step=seen.step + 1, step_time=printed, step_time_span=span)


@pytest.mark.parametrize(
    ("size", "total", "period"),
    [
        (5, 12_000, 12_000 / 12),  # twelve in a run
        (5, 1_200, 85 * 3),  # no more than a quarter of the time
        (400, 1_200, 1.5 * 400),  # none was seen so far
    ],
)
def test_how_often_an_evaluation_before_the_first_step_comes_again(size: int, total: float, period: float) -> None:
    group = at_start(first_time(101.0, size), 1.0, evaluations(0), Settings(), total)
    assert group is not None
    assert (group.kind, group.source, group.count, group.share) == (PauseKind.EVALUATION, "start", 0, 0.0)
    assert group.cost == pytest.approx(0.85 * 100)
    assert group.period == pytest.approx(period)
    assert group.left == pytest.approx((total - size) / period)


def test_a_schedule_says_how_often_it_comes_again() -> None:
    group = at_start(first_time(101.0, 250), 1.0, evaluations(1), Settings(evaluation_interval=100), 1_050)
    assert group is not None
    assert (group.period, group.left) == (100, 10 - 2)


@pytest.mark.parametrize(
    ("seen", "lines"),
    [
        (first_time(101.0), ()),
        (first_time(101.0), evaluations(2)),
        (first_time(101.0), evaluations(0, 3)),
        (first_time(101.0), (Pause(PauseKind.CHECKPOINT, 0.0),)),
        (first_time(101.0, span="interval"), evaluations(0)),
        (first_time(2.0), evaluations(0)),  # 0.85 s more than a step
    ],
)
def test_no_evaluation_before_the_first_step(seen: Observations, lines: tuple[Pause, ...]) -> None:
    assert at_start(seen, 1.0, lines, Settings(), 12_000) is None


def test_a_planned_evaluation_costs_a_twentieth_of_its_period() -> None:
    seen, _ = observed({}, 50)
    group = unseen(seen, 2.0, Settings(evaluation_interval=100), 1_050)
    assert group is not None
    assert (group.kind, group.source, group.period, group.count, group.share) == (
        PauseKind.EVALUATION, "planned", 100, 0, 0.0,
    )  # fmt: skip
    assert group.cost == pytest.approx(0.05 * 100 * 2)
    assert group.left == 10


@pytest.mark.parametrize(
    ("size", "interval", "total", "clock", "told"),
    [
        (50, 100, 100, Clock.ELAPSED, True),
        (50, 100, 99, Clock.ELAPSED, False),
        (99, 100, 1000, Clock.ELAPSED, True),
        (100, 100, 1000, Clock.ELAPSED, False),
        (50, 100, 1000, Clock.STEP_TIMES, False),
        (50, None, 1000, Clock.ELAPSED, False),
    ],
)
def test_when_a_planned_evaluation_is_told(
    size: int, interval: float | None, total: float, clock: Clock, told: bool
) -> None:
    seen, _ = observed({}, size, clock=clock)
    assert (unseen(seen, 1.0, Settings(evaluation_interval=interval), total) is not None) is told


def test_a_planned_evaluation_as_fine_as_the_records_is_not_told() -> None:
    seen = Observations(step=np.array([1.0, 11.0, 12.0]), elapsed=np.array([0.0, 1.0, 2.0]), clock=Clock.ELAPSED)
    assert unseen(replace(seen, step=seen.step * 10), 1.0, Settings(evaluation_interval=80), 1_000) is None
