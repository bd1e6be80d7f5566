"""Why an answer is what it is, how wide it is, and which records it goes by: each number worked out beside the code."""

from __future__ import annotations

import math
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from estimators import Clock, Note, Observations, Pause, PauseKind, Run, Unit
from estimators.forecast.band import (
    ANY,
    FIRST,
    FIRST_EVALUATION,
    FIRST_STEP,
    Calibration,
    Prior,
    band,
    calibration,
    features,
    prior,
)
from estimators.forecast.caching import without_first_epoch
from estimators.forecast.changes import Change
from estimators.forecast.pace import Paces
from estimators.forecast.pauses import PauseGroup
from estimators.forecast.reasons import Reasons, assumptions, findings
from estimators.forecast.sessions import Structure
from estimators.forecast.thinning import stride, thin
from estimators.forecast.work import evened

CALM = Paces(steady=1.0, recent=1.0, since=1.0, whole=1.0, pauses=0.0, unrest=0.001, records_since=99)
CACHED = (Note("first-epoch-caches"),)


def records(size: int = 101, **more: object) -> Observations:
    step = np.arange(float(size))
    return Observations(**{"step": step, "elapsed": step.copy(), "clock": Clock.ELAPSED, **more})  # type: ignore[arg-type]


def run_of(seen: Observations, **more: object) -> Run:
    return Run("test", Unit.STEP, Decimal(100), Decimal(1100), observations=seen, **more)  # type: ignore[arg-type]


def told(
    parts: Structure | None = None, views: Paces = CALM, seen: Observations | None = None, **more: object
) -> list[Note]:
    """The reasons of a run with a thousand steps left at one second each."""
    seen = records() if seen is None else seen
    return list(findings(Reasons(run_of(seen, **more), seen, parts or Structure(), views, 1000.0, 1.0)))


def test_a_calm_run_needs_no_reason() -> None:
    assert told() == []


@pytest.mark.parametrize(("excess", "shown"), [(30.0, True), (1.0, True), (0.9, False), (0.0, False), (-5.0, False)])
def test_a_warm_up_of_a_hundredth_of_the_time_is_told(excess: float, shown: bool) -> None:
    notes = told(Structure(warm_up=3, warm_up_excess=excess))
    assert notes == [Note("finding-warm-up", {"records": 3, "seconds": excess})][: int(shown)]


@pytest.mark.parametrize(
    ("after", "direction", "share"), [(1.5, "slower", 0.5), (0.5, "faster", 0.5), (1.02, "slower", 0.02)]
)
def test_the_last_change_is_told(after: float, direction: str, share: float) -> None:
    (note,) = told(Structure(changes=(Change(20.0, 9.0, 1.0), Change(60.0, 1.0, after))))
    assert note.id == "finding-change"
    assert (note.args["step"], note.args["direction"], note.args["unit"]) == (60.0, direction, "step")
    assert note.args["share"] == pytest.approx(share)


def test_a_change_of_less_than_a_hundredth_is_not_told() -> None:
    assert told(Structure(changes=(Change(60.0, 1.0, 1.009),))) == []


def group(source: str, left: float, cost: float, period: float | None = 20.0) -> PauseGroup:
    return PauseGroup(PauseKind.CHECKPOINT, period, cost, 5, 0.1, left, source)


@pytest.mark.parametrize(
    ("pause", "note"),
    [
        (
            group("settings", 4.4, 10.0),
            Note("finding-pauses-ahead", {"count": 4, "kind": "checkpoint", "seconds": 10.0, "all": 44.0}),
        ),
        (
            group("gaps", 0.5, 100.0),
            Note("finding-pauses-ahead", {"count": 1, "kind": "checkpoint", "seconds": 100.0, "all": 50.0}),
        ),
        (
            group("start", 4.0, 10.0),
            Note("finding-pauses-usual", {"count": 4, "kind": "checkpoint", "seconds": 10.0, "all": 40.0}),
        ),
        (group("planned", 4.0, 10.0), Note("finding-evaluation-unseen", {"period": 20.0, "unit": "step"})),
        (
            group("gaps", 1.0, 10.0),
            Note("finding-pauses-ahead", {"count": 1, "kind": "checkpoint", "seconds": 10.0, "all": 10.0}),
        ),
    ],
)
def test_pauses_still_to_come_are_told(pause: PauseGroup, note: Note) -> None:
    assert told(Structure(pauses=(pause,))) == [note]


@pytest.mark.parametrize("pause", [group("gaps", 0.4, 500.0), group("gaps", 4.0, 500.0, None), group("gaps", 1.0, 9.9)])
def test_pauses_that_will_not_come_or_cost_nothing_are_not(pause: PauseGroup) -> None:
    assert told(Structure(pauses=(pause,))) == []


def test_few_records_restless_paces_and_a_coarse_clock() -> None:
    assert told(seen=records(20)) == [Note("finding-few-records", {"count": 20})]
    assert told(seen=records(21)) == []
    assert told(views=replace(CALM, unrest=0.01)) == [Note("finding-unrest", {"share": 0.01})]
    assert told(seen=records(tick=1.0)) == [Note("finding-coarse-clock", {"seconds": 1.0})]
    assert told(seen=records(tick=0.99, elapsed=np.arange(101.0) / 10)) == []


@pytest.mark.parametrize(
    ("excess", "unrest", "order"),
    [
        (5.0, 0.09, ["finding-few-records", "finding-unrest"]),  # 0.3 / sqrt(9) and 0.09 and 5/80
        (7.5, 0.05, ["finding-few-records", "finding-warm-up"]),
        (9.5, 0.2, ["finding-unrest", "finding-warm-up"]),
    ],
)
def test_the_two_weightiest_come_first(excess: float, unrest: float, order: list[str]) -> None:
    seen = records(9, elapsed=np.arange(9.0) * 10)
    parts = Structure(warm_up=1, warm_up_excess=excess)
    assert [note.id for note in told(parts, replace(CALM, unrest=unrest), seen)] == order


def test_an_unfinished_first_epoch_that_fills_a_cache_is_told() -> None:
    within, past = np.linspace(0, 0.9, 101), np.linspace(0, 1.1, 101)
    assert told(seen=records(epoch=within), warnings=CACHED) == [Note("first-epoch-caches")]
    assert told(seen=records(epoch=past), warnings=CACHED) == []
    assert told(seen=records(), warnings=CACHED) == []
    assert told(seen=records(epoch=within)) == []


def test_what_the_clock_leaves_out_is_said() -> None:
    seen = run_of(records(clock=Clock.STEP_TIMES))
    pauses = Note("note-pauses-not-in-step-times")
    assert assumptions(seen, None) == assumptions(seen, Structure()) == (pauses,)
    assert assumptions(seen, Structure(pauses=(group("lines", 1.0, 5.0),))) == ()
    assert assumptions(seen, Structure(pauses=(replace(group("start", 1.0, 5.0), count=0),))) == ()
    assert assumptions(seen, Structure(pauses=(replace(group("planned", 1.0, 5.0), count=0),))) == (pauses,)
    assert assumptions(seen, Structure(pauses=(group("lines", 1.0, math.nan),))) == (pauses,)
    assert assumptions(run_of(records(1, clock=Clock.STEP_TIMES)), None) == ()
    assert assumptions(run_of(records(2, clock=Clock.STEP_TIMES)), None) == (pauses,)
    assert assumptions(run_of(records()), None) == ()
    assert assumptions(run_of(records(clock=Clock.ARRIVAL)), None) == (Note("note-clock-arrival"),)


TABLE = Calibration(
    intercept=-2.0,
    weights=(0.5, -1.0),
    centre=(1.0, 2.0),
    spread=(2.0, 4.0),
    low=-1.5,
    middle=0.1,
    high=2.0,
    runs=9,
    repositories=3,
)


def test_the_scale_follows_the_features() -> None:
    assert TABLE.scale(np.array([3.0, 10.0])) == pytest.approx(math.exp(-2 + 0.5 * 1 - 1 * 2))
    assert TABLE.scale(np.array([99.0, 2.0])) == pytest.approx(math.exp(1.5))


def test_the_band_is_so_many_scales_wide() -> None:
    assert band(1000.0, 0.2, TABLE, 0.0) == pytest.approx(
        (1000 * math.exp(-0.3), 1000 * math.exp(0.02), 1000 * math.exp(0.4))
    )


def test_the_expected_time_lies_in_the_band() -> None:
    low, expected, high = band(1000.0, 0.2, replace(TABLE, low=0.5, high=-0.5), 0.0)
    assert low == expected == high == pytest.approx(1000 * math.exp(0.02))


def test_the_band_is_never_narrower_than_the_clock() -> None:
    narrow = replace(TABLE, low=-0.001, middle=0.0, high=0.001)
    low, expected, high = band(100.0, 1.0, narrow, 30.0)
    assert expected == 100.0
    assert high - low == pytest.approx(30.0)
    assert (low + high) / 2 == pytest.approx(100 * math.cosh(0.001))
    assert band(5.0, 1.0, narrow, 30.0)[0] == 0.0
    assert band(5.0, 1.0, narrow, 30.0)[2] == pytest.approx(30.0)


def test_the_features() -> None:
    seen = replace(records(50), step=np.arange(50.0) * 2 + 10)
    views = replace(CALM, steady=2.0, unrest=0.04)
    expected = [math.log(50), math.log(300 / 398 + 0.05), math.log(0.043), math.log(math.log(2) + 0.003)]
    assert features(seen, views, 300.0).tolist() == pytest.approx(expected)
    unknown = features(seen, replace(views, unrest=math.nan), 300.0)
    assert unknown[2] == pytest.approx(math.log(0.05 + 0.003))


def test_the_table_that_comes_along_is_of_many_runs() -> None:
    table = calibration()
    assert len(table.weights) == len(table.centre) == len(table.spread) == 4
    assert table.low < table.middle < table.high
    assert table.runs > table.repositories > 10


@pytest.mark.parametrize(
    ("source", "unit", "done", "pauses", "expected"),
    [
        ("given", Unit.STEP, 1, (), ANY),
        ("record", Unit.STEP, 1, (), ANY),
        ("first-record", Unit.STEP, 1, (), FIRST_STEP),
        ("first-record", Unit.BATCH, 0, (), FIRST_STEP),
        ("first-record", Unit.STEP, 2, (), FIRST),
        ("first-record", Unit.EPOCH, 1, (), FIRST),
        ("first-record", Unit.STEP, 1, (Pause(PauseKind.EVALUATION, 1.0),), FIRST_EVALUATION),
        ("first-record", Unit.STEP, 1, (Pause(PauseKind.EVALUATION, 2.0),), FIRST_STEP),
        ("first-record", Unit.STEP, 1, (Pause(PauseKind.CHECKPOINT, 1.0),), FIRST_STEP),
    ],
)
def test_what_one_number_is_worth(
    source: str, unit: Unit, done: int, pauses: tuple[Pause, ...], expected: Prior
) -> None:
    run = Run("test", unit, Decimal(done), Decimal(100), Decimal(1), pace_source=source, pauses=pauses)
    assert prior(run) is expected


@pytest.mark.parametrize(
    ("epochs", "start", "factor"),
    [
        ([0, 0, 0, 1, 1, 2], 3, 1.0),
        ([0, 0, 0, 0, 1, 1], 0, 0.5),  # two records of a later epoch cannot stand alone
        ([0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 0, 0.5),
        ([1, 1, 1, 2, 2, 2], 0, 1.0),
    ],
)
def test_records_of_a_caching_epoch_are_left_out(epochs: list[float], start: int, factor: float) -> None:
    elapsed = np.array([0.0, 9.0, 18.0, 27.0, 28.0, 29.0])
    seen = records(6, epoch=np.array(epochs, float), elapsed=elapsed, step_time=np.arange(6.0), mfu=np.ones(2))
    later, times = without_first_epoch(run_of(seen, warnings=CACHED), seen)
    assert times == factor
    assert later.step.tolist() == list(range(start, 6))
    assert later.step_time.tolist() == list(range(start, 6))
    assert later.elapsed.tolist() == (elapsed[start:] - elapsed[start]).tolist()
    assert len(later.mfu) == 2
    assert without_first_epoch(run_of(seen), seen) == (seen, 1.0)


def test_no_epochs_no_caching_epoch() -> None:
    for seen in (records(6), records(6, epoch=np.zeros(5)), records(0)):
        assert without_first_epoch(run_of(seen, warnings=CACHED), seen) == (seen, 1.0)


def test_steps_count_by_their_work() -> None:
    """Time follows the tokens: 10 of the last half's mean work is one step."""
    work = np.array([9.0, 10, 20, 10, 30, 10, 20, 10, 40, 10, 20])
    seen = records(11, elapsed=np.cumsum([0.0, *(work[1:] / 10)]), work=work)
    usual = sum((10.0, 20, 10, 40, 10, 20)[1:]) / 5
    after = [sum(work[at + 1 :]) / usual for at in range(11)]
    assert evened(seen).step.tolist() == pytest.approx([10 - left for left in after])


@pytest.mark.parametrize(
    "work",
    [
        np.full(11, 10.0),
        np.where(np.arange(11) % 2, 10.0, 10.9),  # varies by less than a twentieth
        np.array([*range(1, 11), np.nan]),
        np.arange(11.0),
        np.arange(1.0, 8),
    ],
)
def test_work_that_says_nothing_leaves_the_steps(work: np.ndarray) -> None:
    seen = records(11, elapsed=np.cumsum([0.0, *np.resize(work[1:], 10)]), work=work)
    assert evened(seen) is seen


def test_eight_records_are_needed_to_count_by_work() -> None:
    for size in (7, 8):
        work = np.resize([10.0, 20.0, 40.0], size)
        seen = records(size, elapsed=np.cumsum([0.0, *work[1:]]), work=work)
        assert (evened(seen) is seen) is (size < 8)


@pytest.mark.parametrize(("size", "apart"), [(4096, 1), (4097, 2), (8192, 2), (8193, 4), (100_000, 32)])
def test_the_stride(size: int, apart: int) -> None:
    assert stride(size) == apart


@pytest.mark.parametrize(("size", "apart"), [(4097, 1), (4098, 2), (8194, 4)])
def test_every_so_many_th_record_and_the_last_are_kept(size: int, apart: int) -> None:
    seen = records(size, step_time=np.arange(float(size)), mfu=np.ones(3))
    kept = thin(seen)
    assert kept.step.tolist() == [*range(0, size - 1, apart), size - 1]
    assert kept.step_time.tolist() == kept.step.tolist()
    assert len(kept.mfu) == 3
    assert (kept is seen) is (apart == 1)
