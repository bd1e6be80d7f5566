"""What hardware allows: the floor, the alarm and its cause, MFU on the real device, a range before the run."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from bot.language import catalogue, languages
from estimators import Estimate, Observations, Run, Settings, Unit, estimate
from estimators.forecast.bound import before_run, findings, flops_per_token, hardware

KNOWN: dict[str, Any] = {"parameters": 40e6, "tokens_per_step": 16_384, "gpu": "GeForce RTX 4070"}
FLOOR = 6 * 40e6 * 16_384 / 58.29e12  # seconds


def run(
    pace: str | None, unit: Unit = Unit.ITERATION, form: str = "question", mfu: float | None = None, **known: Any
) -> Run:
    seen = Observations(mfu=np.array([mfu])) if mfu is not None else Observations()
    return Run(
        form,
        unit,
        Decimal(100),
        Decimal(6000),
        Decimal(pace) if pace else None,
        settings=Settings(**known),
        observations=seen,
    )


def said(found: Estimate) -> dict[str, dict[str, Any]]:
    return {note.id: note.args for note in (*found.findings, *found.assumptions)}


def test_flops_of_a_token() -> None:
    assert flops_per_token(Settings(parameters=124e6)) == 6 * 124e6
    attention = 12 * 12 * 768 * 1024
    assert flops_per_token(Settings(parameters=124e6, layers=12, width=768, context=1024)) == 6 * 124e6 + attention
    assert flops_per_token(Settings(context=1024)) is None


def test_share_of_the_peak() -> None:
    note = next(note for note in findings(run("3.99511", **KNOWN), 3.99511) if note.id == "hardware-mfu")
    assert note.args["floor"] == pytest.approx(FLOOR, rel=1e-4)
    assert note.args["share"] == pytest.approx(FLOOR / 3.99511, rel=1e-4)


def test_tokens_from_batch_context_and_accumulation() -> None:
    known = {"parameters": 40e6, "batch": 4, "context": 1024, "gradient_accumulation": 4, "gpu": "GeForce RTX 4070"}
    found = hardware(run("1", **known))
    assert found is not None
    assert found.floor == pytest.approx(FLOOR, rel=1e-4)


def test_an_epoch_has_no_known_tokens() -> None:
    assert hardware(run("1", unit=Unit.EPOCH, **KNOWN)) is None


@pytest.mark.parametrize(
    ("pace", "more", "cause"),
    [
        ("0.000399", {}, "time-unit"),  # 0.399 ms where 399 ms were meant
        ("0.02", {"gradient_accumulation": 8}, "micro-step"),
        ("0.02", {}, "devices"),
        ("0.02", {"gpus": 1}, "tokens"),
    ],
)
def test_faster_than_physics_names_the_wrong_unit(pace: str, more: dict[str, Any], cause: str) -> None:
    found = estimate(run(pace, **KNOWN, **more))
    alarm = said(found)["hardware-floor"]
    assert found.findings[0].id == "hardware-floor"
    assert alarm["cause"] == cause
    assert alarm["times"] == pytest.approx(FLOOR / float(pace), rel=1e-3)


@pytest.mark.parametrize("pace", ["0.0675", "0.1", "4"])
def test_no_alarm_at_a_possible_pace(pace: str) -> None:
    assert "hardware-floor" not in said(estimate(run(pace, **KNOWN)))


def test_a_pace_near_the_nominal_peak_is_doubted_only() -> None:
    assert "hardware-at-peak" in said(estimate(run("0.06", **KNOWN)))


@pytest.mark.parametrize(("form", "peak"), [("nanoGPT", 312e12), ("nanochat", 989e12)])
def test_printed_mfu_is_rescaled_to_the_real_device(form: str, peak: float) -> None:
    found = hardware(run("2", form=form, mfu=0.05, gpu="GeForce RTX 4090"), 2.0)
    assert found is not None
    assert found.mfu(2.0) == pytest.approx(0.05 * peak / 165.2e12, rel=1e-3)


def test_printed_mfu_is_per_device_and_needs_a_device() -> None:
    assert hardware(run("2", form="nanoGPT", mfu=0.05), 2.0) is None
    assert hardware(run("2", form="LitGPT", mfu=0.05, gpu="GeForce RTX 4090"), 2.0) is None
    eight = hardware(run("2", form="nanoGPT", mfu=0.05, gpu="A100 80GB", gpus=8), 2.0)
    assert eight is not None
    assert eight.mfu(2.0) == pytest.approx(0.05)


def test_the_optimistic_scenario_is_the_time_at_a_good_mfu() -> None:
    """A 40M model on a 4070 with 16,384 tokens an iteration should manage about 0.17 s: a quarter of an hour."""
    found = {row.id: row for row in estimate(run("3.99511", **KNOWN)).scenarios}
    row = found["good-mfu"]
    assert float(row.step_time) == pytest.approx(FLOOR / 0.4, rel=5e-3)
    assert row.remaining == 5_900 * row.step_time
    assert 14 * 60 < row.remaining < 17 * 60
    assert "good-mfu" not in {row.id for row in estimate(run("0.1", **KNOWN)).scenarios}


def test_before_a_run_a_wide_range_and_no_exact_number() -> None:
    """6,000 iterations of a 124M model at 491,520 tokens on 8 A100, between 20 % and 55 % of the peak."""
    plan = Run(
        "question", Unit.ITERATION, Decimal(0), Decimal(6000),
        settings=Settings(parameters=124e6, tokens_per_step=491_520, gpu="A100 80GB", gpus=8),
    )  # fmt: skip
    found = estimate(plan)
    seconds = 6000 * 6 * 124e6 * 491_520 / (8 * 312e12)
    assert found.basis == "floor"
    assert found.optimistic == pytest.approx(seconds / 0.55, rel=5e-3)
    assert found.pessimistic == pytest.approx(seconds / 0.20, rel=5e-3)
    assert found.optimistic < found.expected < found.pessimistic
    assert found.tips == ()
    assert found.observations == 0
    note = said(found)["before-run"]
    assert (note["gpu"], note["gpus"], note["tflops"], note["low"], note["high"]) == ("A100 80GB", 8, 312.0, 0.20, 0.55)
    assert note["source"] == "NVIDIA A100 data sheet"


def test_before_a_run_the_real_speedrun_lies_in_the_range() -> None:
    """nanoGPT's README: GPT-2 124M, 600,000 iterations, about 4 days on 8 A100 40GB."""
    plan = Run(
        "question", Unit.ITERATION, Decimal(0), Decimal(600_000),
        settings=Settings(
            parameters=124e6, tokens_per_step=491_520, layers=12, width=768, context=1024, gpu="A100 40GB", gpus=8
        ),
    )  # fmt: skip
    found = estimate(plan)
    assert found.optimistic < 4 * 86_400 < found.pessimistic


def test_one_device_is_an_assumption_that_is_said() -> None:
    assert "before-run-one-device" in said(estimate(run(None, **KNOWN)))


@pytest.mark.parametrize("missing", ["parameters", "tokens_per_step", "gpu"])
def test_without_one_of_the_numbers_there_is_no_range(missing: str) -> None:
    plan = run(None, **{name: value for name, value in KNOWN.items() if name != missing})
    assert before_run(plan) is None
    with pytest.raises(ValueError, match="pace is missing"):
        estimate(plan)


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("pace", [None, "0.000399", "0.02", "0.06", "3.99511"])
@pytest.mark.parametrize("gpus", [None, 8])
def test_everything_is_said_in_every_language(language: str, pace: str | None, gpus: int | None) -> None:
    found = estimate(run(pace, **KNOWN, gpus=gpus))
    speaker = catalogue()[language]
    for note in (*found.findings, *found.assumptions):
        if note.id.startswith(("hardware", "before-run")):
            assert "4070" in speaker.say(note.id, **note.args)
    for row in found.scenarios:
        assert speaker.say(f"scenario-{row.id}", **row.args)


def test_a_run_counted_in_tokens_needs_no_tokens_per_step() -> None:
    """6 FLOPs a parameter and token: 7.44e8 of them a token at 312e12 FLOP/s."""
    plan = Run("question", Unit.TOKEN, Decimal(0), Decimal(10**9), settings=Settings(parameters=124e6, gpu="A100 80GB"))
    found = before_run(plan)
    assert found is not None
    assert float(found.fast) == float(f"{6 * 124e6 / 312e12 / 0.55:.3g}")
    assert float(found.slow) == float(f"{6 * 124e6 / 312e12 / 0.20:.3g}")
    assert estimate(plan).basis == "floor"
