"""Many small micro-batches while the device idles: a larger batch with less gradient accumulation."""

from __future__ import annotations

from decimal import Decimal

from estimators.diagnosis._rule import Advice, Case, Rule
from estimators.forecast.bound import GOOD_MFU, hardware
from estimators.forecast.gpus import lookup
from estimators.run import Run, Settings, Unit

LOW = 0.30


def utilisation(case: Case) -> float | None:
    """MFU of the real device, 0..1; ``None`` where device or work are unknown."""
    found = hardware(case.run, case.pace)
    return found.mfu(case.pace) if found is not None and case.pace > 0 else None


def device_name(case: Case) -> str:
    """The device by the name of its row."""
    row = lookup(case.run.settings.gpu or "")
    return row.name if row is not None else ""


def _speak(case: Case) -> Advice | None:
    """Half of the way to a good MFU at best, a quarter typically: memory decides."""
    accumulation = case.run.settings.gradient_accumulation or 1.0
    share = utilisation(case)
    if accumulation < 2 or share is None or not 0 < share < LOW:
        return None
    best = case.remaining * (1 - share / GOOD_MFU) / 2
    args = {"accumulation": accumulation, "mfu": share, "good": GOOD_MFU, "gpu": device_name(case)}
    return Advice(args, best, best / 2) if case.worth(best) else None


def _run(accumulation: float, pace: str = "2") -> Run:
    known = Settings(
        parameters=124e6, batch=4, context=1024, gradient_accumulation=accumulation, gpu="GeForce RTX 4090", gpus=1
    )
    return Run("example", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal(pace), settings=known)


tip = Rule(
    id="accumulation",
    evidence="a gradient accumulation of two or more, and an MFU below 30 % on a known device",
    source="Hugging Face Transformers, efficient training on a single GPU: "
    "https://huggingface.co/docs/transformers/perf_train_gpu_one",
    speak=_speak,
    examples=(_run(16),),
    counter_examples=(_run(1, "0.1"), _run(16, "0.85")),
)
