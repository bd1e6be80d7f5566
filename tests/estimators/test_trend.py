"""The trend of step times, the lasting changes of pace and the views of the pace, each against sums done by hand."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from statistics import median, pstdev

import numpy as np
import pytest

from estimators import Clock, Observations, PauseKind
from estimators.forecast.changes import Change, changes
from estimators.forecast.pace import paces, without_pauses
from estimators.forecast.pauses import PauseGroup
from estimators.forecast.sessions import Structure
from estimators.forecast.trend import mann_kendall, trend


def seen(spent: list[float], apart: float = 1.0, **more: object) -> Observations:
    """Records ``apart`` units from each other, ``spent`` seconds between them."""
    steps = np.arange(len(spent) + 1.0) * apart
    return Observations(step=steps, elapsed=np.cumsum([0.0, *spent]), clock=Clock.ELAPSED, **more)  # type: ignore[arg-type]


def all_quiet(observations: Observations) -> Structure:
    return Structure(quiet=np.ones(len(observations) - 1, dtype=np.bool_))


def kendall(at: list[float], values: list[float]) -> tuple[float, float]:
    """The textbook's formula, pair by pair."""
    size = len(values)
    pairs = [(a, b) for b in range(size) for a in range(b)]
    score = sum((values[b] > values[a]) - (values[b] < values[a]) for a, b in pairs)
    ties = [values.count(value) for value in set(values)]
    variance = (size * (size - 1) * (2 * size + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    normal = max(0, abs(score) - 1) / math.sqrt(variance)
    return math.erfc(normal / math.sqrt(2)), median((values[b] - values[a]) / (at[b] - at[a]) for a, b in pairs)


@pytest.mark.parametrize(
    "values",
    [
        [1.0, 1.0, 1.0, 2.0, 2.0, 2.0],
        [3.0, 1.0, 2.0, 5.0, 4.0, 4.0, 4.0, 7.0],
        [5.0, 4.0],
        [1.0, 2.0, 1.0],
        [2.0, 2.0, 2.0, 2.0, 1.0],
    ],
)
def test_the_test_is_the_textbook_s(values: list[float]) -> None:
    at = [0.0, 1.0, 2.0, 4.0, 5.0, 7.0, 8.0, 11.0][: len(values)]
    assert mann_kendall(np.array(at), np.array(values)) == pytest.approx(kendall(at, values))


def test_equal_paces_have_no_trend() -> None:
    assert mann_kendall(np.arange(9.0), np.full(9, 2.0)) == (1.0, 0.0)


@pytest.mark.parametrize(("slope", "direction"), [(0.01, "rising"), (-0.01, "falling")])
def test_a_ramp(slope: float, direction: str) -> None:
    spent = [1 + slope * at for at in range(20)]
    run = seen([5 * second for second in spent], apart=5)
    found = trend(run, all_quiet(run))
    assert found is not None
    p_value, per_unit = kendall([5.0 * at for at in range(20)], spent)
    assert found.direction == direction
    assert found.p_value == pytest.approx(p_value)
    assert found.per_1000 == pytest.approx(per_unit / median(spent) * 1000)
    assert found.window == 20
    assert found.moving_average == pytest.approx(sum(spent) / 20)


def test_the_moving_average_is_over_fifty_quiet_records() -> None:
    spent = [1.0 + at for at in range(120)]
    run = seen(spent)
    quiet = np.arange(120) != 110
    found = trend(run, Structure(quiet=quiet))
    assert found is not None
    assert found.window == 50
    assert found.moving_average == pytest.approx((sum(spent[69:]) - spent[110]) / 50)


@pytest.mark.parametrize(("count", "group"), [(400, 1), (401, 2), (801, 3)])
def test_many_paces_are_averaged_in_groups_first(count: int, group: int) -> None:
    spent = [2 + math.sin(12.9898 * at * at) + at / (4 * count) for at in range(count)]
    parts = [spent[at : at + group] for at in range(0, count, group)]
    ends = [float(min(at + group, count)) for at in range(0, count, group)]
    values = [sum(part) / len(part) for part in parts]
    run = seen(spent)
    found = trend(run, all_quiet(run))
    assert found is not None
    p_value, per_unit = kendall(ends, values)
    assert found.p_value == pytest.approx(p_value)
    assert found.per_1000 == pytest.approx(per_unit / median(values) * 1000)


@pytest.mark.parametrize(("rise", "direction"), [(0.0195, "steady"), (0.0205, "rising")])
def test_less_than_two_per_cent_over_the_session_is_steady(rise: float, direction: str) -> None:
    spent = [1 - rise / 2 + rise * at / 100 for at in range(101)]
    run = seen(spent)
    found = trend(run, all_quiet(run))
    assert found is not None
    assert found.direction == direction


def test_a_rise_that_chance_explains_is_steady() -> None:
    spent = [1.0, 1.3, 1.1, 1.4, 1.2, 1.1, 1.5, 1.2]
    run = seen(spent)
    found = trend(run, all_quiet(run))
    assert found is not None
    assert (found.direction, found.window) == ("steady", 8)
    assert found.p_value > 0.01


def test_fewer_than_eight_paces_show_nothing() -> None:
    run = seen([1.0] * 7)
    assert trend(run, all_quiet(run)) is None


def test_a_clock_that_stands_has_no_slope() -> None:
    run = seen([0.0] * 10)
    found = trend(run, all_quiet(run))
    assert found is not None
    assert (found.direction, found.per_1000, found.p_value) == ("steady", 0.0, 1.0)


def changed(
    spent: list[float], apart: float = 1.0, tick: float = 0.0, quiet: list[bool] | None = None
) -> tuple[Change, ...]:
    step = np.arange(1.0, len(spent) + 1) * apart
    kept = np.ones(len(spent), dtype=np.bool_) if quiet is None else np.array(quiet)
    return changes(step, np.full(len(spent), apart), np.array(spent) * apart, kept, tick)


@pytest.mark.parametrize("apart", [1.0, 10.0])
def test_a_change_is_at_its_step(apart: float) -> None:
    assert changed([1.0] * 20 + [2.0] * 25, apart) == (Change(20 * apart, 1.0, 2.0),)


def test_two_changes_are_told_in_order() -> None:
    found = changed([4.0] * 30 + [1.0] * 30 + [2.0] * 40)
    assert found == (Change(30.0, 4.0, 1.0), Change(60.0, 1.0, 2.0))


def test_no_more_than_four_changes_are_told() -> None:
    spent = [pace for level in range(7) for pace in [2.0**level] * 20]
    assert len(changed(spent)) == 4


def test_what_is_not_quiet_is_left_out() -> None:
    spent = [1.0] * 20 + [2.0] * 20
    spent[5] = spent[30] = 500.0
    assert changed(spent, quiet=[second < 100 for second in spent]) == (Change(20.0, 1.0, 2.0),)


@pytest.mark.parametrize(("first", "second", "step"), [(3, 3, 3.0), (2, 20, 3.0), (20, 2, 19.0)])
def test_a_change_leaves_three_stretches_on_each_side(first: int, second: int, step: float) -> None:
    (found,) = changed([1.0] * first + [2.0] * second)
    assert found.step == step


def test_five_stretches_are_too_few() -> None:
    assert changed([1.0, 1.0, 1.0, 2.0, 2.0]) == ()


@pytest.mark.parametrize(("factor", "told"), [(1.055, False), (1.07, True), (1 / 1.055, False), (1 / 1.07, True)])
def test_six_per_cent_are_a_change(factor: float, told: bool) -> None:
    assert bool(changed([1.0] * 50 + [factor] * 50)) is told


@pytest.mark.parametrize(("spread", "told"), [(0.5, False), (0.02, True)])
def test_a_change_must_stand_out_of_the_unrest(spread: float, told: bool) -> None:
    """A jump of ln 1.1 at sqrt(10): 2.7 times a spread of 0.1, 20 times one of 0.005 and a hundredth."""
    restless = [1 + spread * (at * 0.618034 % 1) for at in range(20)]
    assert bool(changed(restless + [1.1 * pace for pace in restless])) is told


def test_a_coarse_clock_is_looked_at_in_stretches_of_eight_ticks() -> None:
    """8 ticks of 1 s take 6 intervals of 1.5 s on average."""
    assert changed([1.0] * 24 + [2.0] * 24, tick=1.0) == (Change(24.0, 1.0, 2.0),)
    assert changed([1.0] * 12 + [2.0] * 12, tick=1.0) == ()


def test_many_intervals_are_looked_at_in_stretches() -> None:
    """400 in 192 stretches at most: three at a time."""
    assert changed([1.0] * 201 + [2.0] * 199) == (Change(201.0, 1.0, 2.0),)
    (near,) = changed([1.0] * 200 + [2.0] * 200)
    assert near.step in {198.0, 201.0}


def test_a_clock_that_did_not_move_before_has_no_change() -> None:
    assert changed([0.0] * 20 + [1.0] * 20) == ()


def every_fifth(cost: float = 5.0) -> tuple[Observations, Structure, list[float]]:
    """A hundred steps: the first ten slow, a change at step 60, a planned pause at every 20th."""
    alone = [3.0] * 10 + [1.0] * 50 + [2.0] * 40
    inside = np.arange(1, 101) % 20 == 0
    run = seen([pace + cost * bool(paused) for pace, paused in zip(alone, inside, strict=True)])
    group = PauseGroup(PauseKind.EVALUATION, 20.0, cost, 5, 0.1, 3.0, inside=inside)
    other = PauseGroup(PauseKind.OTHER, None, 7.0, 2, 0.1, 4.0, inside=np.arange(100) == 50)
    parts = Structure(
        quiet=~inside, base=np.array(alone), warm_up=10, changes=(Change(60.0, 1.0, 2.0),), pauses=(group, other)
    )
    return run, parts, alone


def test_the_views_of_the_pace() -> None:
    run, parts, alone = every_fifth()
    found = paces(run, parts)
    assert found.steady == pytest.approx(sum(alone[10:]) / 90)
    assert found.recent == pytest.approx(sum(alone[50:]) / 50)
    assert found.since == pytest.approx(2.0)
    assert found.whole == pytest.approx((sum(alone[10:]) + 5 * 5.0) / 90)
    assert found.pauses == pytest.approx(3 * 5.0)
    assert found.records_since == 40
    assert found.blend == pytest.approx((90 / 50) ** 0.75 * 2.0**0.25)
    assert found.disagreement == pytest.approx(math.log(2.0 / (130 / 90)))


def test_planned_pauses_are_taken_out_of_the_clock() -> None:
    run, parts, alone = every_fifth()
    np.testing.assert_allclose(without_pauses(run, parts), np.cumsum([0.0, *alone]))


def test_the_unrest_is_that_of_eight_equal_pieces() -> None:
    run, parts, alone = every_fifth()
    edges = [round(10 + 90 * piece / 8) for piece in range(9)]
    means = [sum(alone[a:b]) / (b - a) for a, b in pairwise(edges)]
    assert paces(run, parts).unrest == pytest.approx(pstdev(means) / (sum(means) / 8))


def test_few_records_make_fewer_pieces() -> None:
    run = seen([1.0, 2.0, 3.0])
    assert paces(run, replace(all_quiet(run), base=np.ones(3))).unrest == pytest.approx(pstdev([1, 2, 3]) / 2)
    short = seen([1.0])
    assert math.isnan(paces(short, replace(all_quiet(short), base=np.ones(1))).unrest)


def test_without_a_change_the_views_begin_after_the_warm_up() -> None:
    run = seen([9.0] * 60 + [1.0] * 20 + [2.0] * 20)
    found = paces(run, replace(all_quiet(run), base=np.ones(100), warm_up=60))
    assert found.steady == found.recent == found.since == found.whole == pytest.approx(1.5)
    assert found.records_since == 40


def test_a_coarse_clock_looks_back_over_eight_ticks() -> None:
    """The last four intervals hold only four ticks of 60 s; those before them are asked too."""
    spent = [300.0] * 6 + [120.0] * 2 + [60.0] * 4
    run = seen(spent, tick=60.0)
    found = paces(run, replace(all_quiet(run), base=np.array(spent), warm_up=8))
    assert found.steady == pytest.approx((2 * 120 + 4 * 60) / 6)


def test_a_clock_of_few_ticks_is_helped_by_the_printed_time() -> None:
    """4 of the 8 ticks that a clock needs: half by the clock, half by what is printed."""
    run = seen([60.0] * 4, tick=60.0, step_time=np.array([9.0, 9.0, 9.0, 9.0, 30.0]))
    assert paces(run, replace(all_quiet(run), base=np.full(4, 60.0))).steady == pytest.approx(0.5 * 60 + 0.5 * 30)


def test_a_view_reaches_back_to_where_the_clock_moved() -> None:
    run = seen([6.0, 6.0, 0.0, 0.0])
    found = paces(run, replace(all_quiet(run), base=np.full(4, 3.0), warm_up=3))
    assert found.steady == pytest.approx(6 / 3)
