"""The run computes in fp32 on a device that is far faster in bf16 or fp16."""

from __future__ import annotations

from decimal import Decimal

from estimators.diagnosis._rule import Advice, Case, Rule
from estimators.forecast.gpus import lookup
from estimators.run import Run, Settings, Unit

FULL = frozenset({"fp32", "float32", "32", "32-true", "no"})
BEST, TYPICAL = 3.0, 1.5  # times as fast: NVIDIA reports 1.5 to 5.5 for whole networks


def _speak(case: Case) -> Advice | None:
    """1.5 times as fast typically, three times at best, never more than the ratio of the device's peaks."""
    known = case.run.settings
    device = lookup(known.gpu) if known.gpu else None
    if known.precision not in FULL or device is None:
        return None
    half = max(device.peaks.get("bf16", 0.0), device.peaks.get("fp16", 0.0))
    full = device.peaks.get("fp32", 0.0)
    ratio = half / full if full else 1.0
    if ratio < TYPICAL:
        return None
    best, typical = (case.remaining * (1 - 1 / min(times, ratio)) for times in (BEST, TYPICAL))
    args = {"gpu": device.name, "full": full / 1e12, "half": half / 1e12, "ratio": ratio}
    return Advice(args, best, typical) if case.worth(best) else None


def _run(precision: str, gpu: str | None) -> Run:
    known = Settings(precision=precision, gpu=gpu)
    return Run("example", Unit.STEP, Decimal(100), Decimal(6000), Decimal("0.8"), settings=known)


tip = Rule(
    id="precision",
    evidence="a setting that says fp32, and a known device that is at least 1.5 times as fast in 16 bits",
    source="PyTorch, automatic mixed precision: https://docs.pytorch.org/docs/stable/amp.html",
    speak=_speak,
    examples=(_run("fp32", "A100 80GB"), _run("float32", "Tesla T4")),
    counter_examples=(_run("bf16", "A100 80GB"), _run("fp32", "GeForce GTX 1080 Ti"), _run("fp32", None)),
)
