"""The forecast of runs whose future is known because the test made it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from estimators import Clock, Note, Observations, Pause, PauseKind, Run, Settings, Unit, estimate, read
from estimators.forecast.sessions import structure


def run_of(steps: np.ndarray, elapsed: np.ndarray, total: int, settings: Settings | None = None, **more: object) -> Run:
    """A run whose records were made by the test."""
    seen = Observations(step=steps, elapsed=elapsed - elapsed[0], clock=Clock.ELAPSED, **more)  # type: ignore[arg-type]
    done = Decimal(str(int(steps[-1])))
    return Run("test", Unit.STEP, done, Decimal(total), observations=seen, settings=settings or Settings())


def cycle(total: int, every: int, pause: float, start: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """Records of every step: a second each, a pause after every so many, a slow start."""
    steps = np.arange(1.0, total + 1)
    spent = np.ones(total)
    spent[every::every] += pause
    spent[1] += start
    return steps, np.cumsum(spent)


def test_a_steady_run_is_its_own_forecast() -> None:
    steps = np.arange(0.0, 1001, 10)
    found = estimate(run_of(steps, steps * 0.25, 6000))
    assert found.remaining == Decimal(5000) * Decimal("0.25")
    assert found.expected == pytest.approx(1250, rel=0.01)
    assert found.basis == "calibrated"
    assert found.trend is not None
    assert found.trend.direction == "steady"


@pytest.mark.parametrize("seen", [250, 430, 700, 960])
def test_pauses_to_come_are_counted(seen: int) -> None:
    steps, elapsed = cycle(1000, 100, 40.0)
    found = estimate(run_of(steps[:seen], elapsed[:seen], 1000))
    assert found.expected == pytest.approx(elapsed[-1] - elapsed[seen - 1], rel=0.1)


def test_an_evaluation_that_settings_announce_is_counted_from_the_first_one_on() -> None:
    steps, elapsed = cycle(1000, 100, 40.0)
    plain = run_of(steps[:150], elapsed[:150], 1000)
    told = replace(plain, settings=Settings(evaluation_interval=100))
    truth = elapsed[-1] - elapsed[149]
    assert estimate(told).expected == pytest.approx(truth, rel=0.05)
    assert any(note.id == "finding-pauses-ahead" for note in estimate(told).findings)


def test_pause_lines_name_the_pauses() -> None:
    steps, elapsed = cycle(1000, 100, 40.0)
    lines = tuple(Pause(PauseKind.CHECKPOINT, step) for step in (100.0, 200.0, 300.0))
    (group,) = structure(run_of(steps[:350], elapsed[:350], 1000).observations, total=1000, pauses=lines).pauses
    assert (group.kind, group.period, group.count) == (PauseKind.CHECKPOINT, 100.0, 3)
    assert group.cost == pytest.approx(40, abs=0.5)
    assert group.left in (6.0, 6.5, 7.0)


def test_what_happened_once_is_not_carried_on() -> None:
    steps, elapsed = cycle(400, 10_000, 0.0, start=90.0)
    found = estimate(run_of(steps[:40], elapsed[:40], 400))
    assert found.expected == pytest.approx(360, rel=0.02)
    assert found.remaining == Decimal(360)
    assert [note.id for note in found.findings][:1] == ["finding-warm-up"]


def test_a_change_of_pace_restarts_the_memory() -> None:
    steps = np.arange(0.0, 1000)
    elapsed = np.where(steps < 600, steps, 600 + (steps - 600) * 2)
    found = estimate(run_of(steps, elapsed, 3000))
    assert found.expected == pytest.approx(2 * 2001, rel=0.1)
    assert found.optimistic > 1.2 * 2001
    (change,) = structure(Observations(step=steps, elapsed=elapsed), total=3000).changes
    assert change.step == pytest.approx(600, abs=10)
    assert (change.before, change.after) == (pytest.approx(1, rel=0.02), pytest.approx(2, rel=0.02))


def test_a_coarse_clock_leans_on_the_printed_step_time() -> None:
    steps, elapsed = np.array([0.0, 1.0, 2.0]), np.array([0.0, 2.0, 3.0])
    plain = run_of(steps, elapsed, 1000, tick=1.0)
    told = run_of(steps, elapsed, 1000, tick=1.0, step_time=np.array([np.nan, 1.7, 1.7]))
    truth = 998 * 1.7
    assert abs(estimate(told).expected - truth) < abs(estimate(plain).expected - truth)


def test_one_number_gets_the_exact_sum_and_a_prior() -> None:
    run = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), pace=Decimal("3.99511"))
    found = estimate(run)
    assert found.remaining == Decimal("23571.14900")
    assert found.basis == "prior"
    assert found.optimistic == pytest.approx(0.91 * 23571.149)
    assert found.pessimistic == pytest.approx(1.27 * 23571.149)


def test_the_first_number_of_a_run_is_worth_less() -> None:
    run = Run("keras", Unit.EPOCH, Decimal(1), Decimal(101), pace=Decimal(10), pace_source="first-record")
    epoch = estimate(run)
    assert (epoch.optimistic, epoch.expected, epoch.pessimistic) == pytest.approx((580, 1000, 1240))
    step = estimate(replace(run, unit=Unit.STEP))
    assert step.remaining == epoch.remaining
    assert step.optimistic < 0.1 * 1000 < step.expected < 1000
    evaluated = estimate(replace(run, unit=Unit.STEP, pauses=(Pause(PauseKind.EVALUATION, 0.0),)))
    assert evaluated.pessimistic < step.expected * 1.01
    assert [note.id for note in evaluated.findings][-1] == "finding-first-evaluation"


def test_summed_step_times_say_that_pauses_are_missing() -> None:
    steps = np.arange(0.0, 500, 10)
    run = run_of(steps, steps * 1.0, 1000)
    summed = replace(run, observations=replace(run.observations, clock=Clock.STEP_TIMES))
    assert "note-pauses-not-in-step-times" in {note.id for note in estimate(summed).assumptions}
    assert "note-pauses-not-in-step-times" not in {note.id for note in estimate(run).assumptions}


def test_the_band_is_never_narrower_than_a_tick() -> None:
    steps = np.arange(0.0, 996, 5)
    found = estimate(run_of(steps, np.floor(steps * 1.0 / 60) * 60, 1000, tick=60.0))
    assert found.pessimistic - found.optimistic >= 60 * 0.999


def test_steps_of_unequal_work_are_counted_by_work() -> None:
    tokens = np.where(np.arange(200) < 100, 1000.0, 2000.0)
    elapsed = np.cumsum(tokens) / 1000
    run = run_of(np.arange(1.0, 201), elapsed, 400, work=tokens)
    assert estimate(run).expected == pytest.approx(400, rel=0.05)


@pytest.mark.parametrize(("slope", "direction"), [(0.002, "rising"), (0.0, "steady"), (-0.0005, "falling")])
def test_the_trend_has_a_test_behind_it(slope: float, direction: str) -> None:
    noise = np.random.default_rng(1).normal(0, 0.02, 600)
    spent = (1 + slope * np.arange(600)) * (1 + noise)
    found = estimate(run_of(np.arange(600.0), np.cumsum(spent), 2000)).trend
    assert found is not None
    assert found.direction == direction
    assert (found.p_value < 0.01) == (direction != "steady")
    assert found.moving_average == pytest.approx(float(spent[-found.window :].mean()), rel=0.05)


def test_records_without_time_between_them_still_answer() -> None:
    seen = Observations(step=np.array([1.0, 2.0]), elapsed=np.zeros(2), step_time=np.array([0.5, 0.5]), tick=1.0)
    found = estimate(Run("test", Unit.STEP, Decimal(2), Decimal(10), observations=seen))
    assert found.remaining == Decimal(4)


def test_a_batch_ramp_that_the_log_prints_is_counted_in_samples() -> None:
    lines, samples = [], 0
    for step in range(10, 410, 10):
        batch = 16 if step <= 200 else 64
        samples += 10 * batch
        lines.append(
            f" iteration {step:8d}/    1000 | consumed samples: {samples:12d} | elapsed time per iteration (ms): "
            f"{batch * 10.0:.1f} | learning rate: 3.0E-05 | global batch size: {batch:5d} |"
        )
    run = read("\n".join(lines)).run
    assert run is not None
    assert len(run.observations.work) == len(run.observations)
    assert estimate(run).expected == pytest.approx(600 * 0.64, rel=0.05)


@pytest.mark.parametrize("seen", [40, 160, 250])
def test_a_first_epoch_that_computes_what_later_ones_read(seen: int) -> None:
    steps = np.arange(1.0, 1001)
    elapsed = np.cumsum(np.where(steps <= 100, 3.0, 1.0))
    run = run_of(steps[:seen], elapsed[:seen], 1000, epoch=np.floor((steps[:seen] - 1) / 100))
    told = replace(run, warnings=(Note("first-epoch-caches"),))
    truth = elapsed[-1] - elapsed[seen - 1]
    assert abs(np.log(estimate(told).expected / truth)) < np.log(2)
    assert abs(estimate(told).expected - truth) <= abs(estimate(run).expected - truth) + 1
    assert ("first-epoch-caches" in {note.id for note in estimate(told).findings}) == (seen <= 100)
