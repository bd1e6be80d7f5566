"""What tips save, computed a second time from the seconds alone."""

from __future__ import annotations

import math
from decimal import Decimal

import numpy as np
import pytest

from estimators import Run, Session, Settings, Tip, Unit, estimate, read
from estimators.diagnosis import advise, observed
from estimators.diagnosis._rule import cycle, warned
from estimators.forecast.gpus import lookup
from estimators.forecast.sessions import Structure, structure


def tips(run: Run, remaining: float | None = None) -> dict[str, Tip]:
    if remaining is None:
        return {tip.id: tip for tip in estimate(run).tips}
    assert run.total is not None
    parts = structure(run.observations, run.settings, float(run.total), run.pauses)
    return {tip.id: tip for tip in advise(run, parts, remaining)}


def test_evaluation_quotes_what_the_log_shows() -> None:
    """Every 250th step takes 36.9 s instead of 0.56 s; 138 evaluations are still to come."""
    tip = tips(observed(cycle(0.56, 36.34, 250, 6), 36_000, evaluation_interval=250))["evaluation"]
    left = (36_000 - 1_500) // 250
    share = 6 * 36.34 / (6 * (250 * 0.56 + 36.34))
    assert tip.args["slow"] == pytest.approx(36.9)
    assert tip.args["pace"] == pytest.approx(0.56)
    assert tip.args["share"] == pytest.approx(share)
    assert tip.args["ahead"] == pytest.approx(left * 36.34)
    assert tip.args["longer"] == 1_000
    assert tip.saving == pytest.approx(left * 36.34 * 3 / 4)
    assert tip.typical_saving == pytest.approx(left * 36.34 / 2)


@pytest.mark.parametrize(
    ("name", "setting"),
    [("checkpoint", "checkpoint_interval"), ("sampling", "sampling_interval"), ("periodic-pause", "")],
)
def test_pauses_by_kind(name: str, setting: str) -> None:
    run = observed(cycle(0.5, 25.0, 100, 6), 10_000, **({setting: 100} if setting else {}))
    tip = tips(run)[name]
    assert tip.saving == pytest.approx((10_000 - 600) / 100 * 25 * 3 / 4, rel=0.02)


def test_with_few_pauses_left_only_every_second_can_go() -> None:
    tip = tips(observed(cycle(0.5, 100.0, 100, 6), 900, evaluation_interval=100))["evaluation"]
    assert tip.args["longer"] == 200
    assert tip.saving == pytest.approx(3 * 100 / 2)


def test_waiting_for_data() -> None:
    """0.3 s of 0.8 s: with the loader twice as fast a step takes max(0.5 s, 0.4 s)."""
    run = observed(np.full(60, 0.8), 10_000, data_time=[0.3] * 61)
    assert tips(run)["loader-wait"].saving == pytest.approx((0.8 - 0.5) * (10_000 - 60))


def test_waiting_for_data_most_of_the_time_is_halved_at_best() -> None:
    run = observed(np.full(60, 0.8), 10_000, data_time=[0.7] * 61)
    assert tips(run)["loader-wait"].saving == pytest.approx(0.4 * (10_000 - 60))


def test_slower_since() -> None:
    run = observed(np.repeat((0.5, 0.7), 80), 20_000)
    assert tips(run, 0.7 * 19_840)["slower-since"].saving == pytest.approx(0.2 * (20_000 - 160))


@pytest.mark.parametrize("early", [3, 9])
def test_a_few_quick_steps_at_the_start_are_no_evidence(early: int) -> None:
    time = np.concatenate((np.full(early, 0.3), np.full(400, 0.5)))
    assert "slower-since" not in tips(observed(time, 20_000))


def test_slowdown_goes_back_to_the_first_eighth() -> None:
    time = np.linspace(0.5, 0.7, 160)
    first, last = np.median(time[:20]), np.median(time[-20:])
    tip = tips(observed(time, 20_000), 0.7 * 19_840)["slowdown"]
    assert tip.saving == pytest.approx((last - first) * (20_000 - 160))


def test_stalls_are_not_two_overlapping_schedules() -> None:
    """Saving every 200 steps and a new epoch every 85: no stall."""
    time = np.full(1_000, 0.5)
    time[199::200] += 60.0
    time[84::85] += 60.0
    assert "stalls" not in tips(observed(time, 20_000))


def test_low_mfu_of_a_known_device() -> None:
    known = Settings(parameters=40e6, tokens_per_step=16_384, gpu="GeForce RTX 4070")
    run = Run("question", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal("3.99511"), settings=known)
    device = lookup("4070")
    assert device is not None
    share = 6 * 40e6 * 16_384 / device.best / 3.99511
    tip = tips(run)["low-mfu"]
    assert tip.args["mfu"] == pytest.approx(share)
    assert tip.saving == pytest.approx(5_900 * 3.99511 * (1 - share / 0.4))


def test_printed_mfu_is_a_share_of_the_tools_own_device() -> None:
    """2.31 % of an A100 is 7.2 TFLOP/s: 11 % of a T4."""
    reading = read("iter 100: loss 3.1, time 3995.11ms, mfu 2.31%", total="6000")
    assert reading.run is not None
    found = {tip.id: tip for tip in estimate(reading.run).tips}
    assert found["low-mfu"].args["mfu"] == pytest.approx(0.0231 * 312 / 65)
    assert next(iter(found)) == "low-mfu"
    assert {"check-data", "check-throughput"} <= set(found)


def test_precision_never_promises_more_than_the_device() -> None:
    """An RTX 3090 is twice as fast in 16 bits, whatever the best networks gain."""
    known = Settings(precision="fp32", gpu="GeForce RTX 3090")
    run = Run("question", Unit.STEP, Decimal(0), Decimal(10_000), Decimal(1), settings=known)
    assert tips(run)["precision"].saving == pytest.approx(10_000 * (1 - 1 / 2), rel=1e-3)


def test_savings_that_overlap_are_cut_in_proportion() -> None:
    known = {"data_time": [0.7] * 61, "parameters": 1e6, "tokens_per_step": 1e3, "gpu": "A100 80GB"}
    run = observed(np.full(60, 0.8), 10_000, **known)
    found = tips(run, 0.8 * 9_940)
    assert {"low-mfu", "loader-wait"} <= set(found)
    total = sum(tip.saving for tip in found.values())
    assert total <= 0.8 * 9_940
    assert math.isclose(total, 0.8 * 9_940, rel_tol=1e-6)
    assert next(iter(found)) == "low-mfu"


@pytest.mark.parametrize("identity", ["tf32-off", "dataloader-few-workers"])
def test_warnings_of_the_log_are_enough(identity: str) -> None:
    assert len(tips(warned(identity, workers=7))) >= 1


def test_a_hundred_thousand_records_take_little_time() -> None:
    """Linear and vectorised: not a measure of speed, a guard against quadratic work."""
    run = observed(np.full(100_000, 0.5), 200_000)
    assert tips(run, 50_000.0) == {}


SESSIONS = (Session(0, 40, 0.0), Session(40, 80, 2_000.0), Session(80, 140, 4_000.0))


def _with_gaps(seconds: float, *places: int) -> np.ndarray:
    time = np.full(300, 0.5)
    time[list(places)] += seconds
    return time


@pytest.mark.parametrize(
    ("name", "worth", "not_worth"),
    [
        (
            "evaluation",
            observed(cycle(0.5, 25.0, 30, 8), 20_000, evaluation_interval=30),
            observed(cycle(0.5, 25.0, 3, 80), 20_000, evaluation_interval=3),  # a period counted in epochs
        ),
        (
            "first-epoch",
            observed((900.0, 300.0, 305.0, 298.0, 301.0), 30, unit=Unit.EPOCH),
            observed((900.0, 300.0, 305.0, 298.0, 301.0), 3_000, unit=Unit.EPOCH),  # 10 min of ten days
        ),
        (
            "loader-sawtooth",
            observed(cycle(0.25, 0.4, 8, 12), 96 + 60_000),
            observed(cycle(0.25, 0.4, 8, 12), 96 + 600),  # 0.4 s x 75: not 30 s
        ),
        (
            "resume-cost",
            observed(np.full(60, 400.0), 60_000, step=100, checkpoint_interval=2_000, sessions=SESSIONS),
            observed(np.full(60, 400.0), 60_000, step=100, checkpoint_interval=10, sessions=SESSIONS),  # 20 s lost
        ),
        (
            "slowdown",
            observed(np.linspace(0.5, 0.55, 160), 160 + 40_000),
            observed(np.linspace(0.5, 0.55, 160), 160 + 400),  # 0.05 s x 400
        ),
        (
            "stalls",
            observed(_with_gaps(5.5, 41, 97, 230, 241), 300 + 40_000),
            observed(_with_gaps(5.5, 41, 97, 230, 241), 300 + 400),  # 5.5 s x 4/300 x 400
        ),
    ],
)
def test_what_saves_too_little_is_not_said(name: str, worth: Run, not_worth: Run) -> None:
    assert name in tips(worth)
    assert name not in tips(not_worth)


def test_two_gaps_are_no_schedule() -> None:
    run = observed(_with_gaps(60.0, 100, 150), 20_000)
    assert tips(run)["stalls"].args["count"] == 2


def test_the_share_of_waiting_is_of_the_step_time_printed_beside_it() -> None:
    """0.3 s of the 0.75 s printed: 40 % of the 0.8 s that the clock shows."""
    run = observed(np.full(60, 0.8), 10_000, data_time=[0.3] * 61, step_time=[0.75] * 61)
    tip = tips(run)["loader-wait"]
    assert tip.args["share"] == pytest.approx(0.4)
    assert tip.args["wait"] == pytest.approx(0.32)


@pytest.mark.parametrize(("length", "told"), [({"steps_per_epoch": 20}, True), ({}, False)])
def test_a_wait_at_every_epoch_s_start_is_worth_what_the_epochs_to_come_hold(
    length: dict[str, int], told: bool
) -> None:
    waits = np.full(241, 0.01)
    waits[20::20] = 5.0
    time = np.where(np.arange(1, 241) % 20 == 0, 6.0, 1.0)
    run = observed(time, 20_000, epoch=np.floor(np.arange(241) / 20), data_time=waits, **length)
    assert ("loader-epoch-start" in tips(run)) is told


def test_a_clock_that_stood_at_first_is_no_slowdown() -> None:
    run = observed(np.repeat(np.arange(8.0), 20) / 10, 20_000)
    parts = Structure(quiet=np.ones(160, dtype=np.bool_), pace=np.diff(run.observations.elapsed), quiet_pace=0.7)
    assert "slowdown" not in {tip.id for tip in advise(run, parts, 10_000.0)}
