"""What hardware allows: the physical floor, the share of the peak in use, and a range before a run has begun.

Training costs about 6 FLOPs a parameter and token, and 12 x layers x width x context more a token for attention
(Chowdhery et al., PaLM, appendix B, https://arxiv.org/abs/2204.02311). Nothing here is ever the point estimate of
a run that has been observed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

import numpy as np

from estimators.forecast.gpus import Accelerator, lookup
from estimators.run import Note, Run, Settings, Unit

__all__ = [
    "GOOD_MFU",
    "Hardware",
    "PreRun",
    "before_run",
    "findings",
    "flops_per_token",
    "hardware",
    "printed_mfu",
    "printed_reference",
]

GOOD_MFU = 0.40  # what a well-fed single device reaches; PaLM 46 %, Llama 3 38-43 %, nanoGPT on 8 A100 about 30 %
PRE_RUN_MFU = (0.55, 0.33, 0.20)  # optimistic, expected, pessimistic
#: Peaks and clocks are nominal, and a frozen part of a model costs 4 instead of 6 FLOPs: below this there is no alarm.
CERTAINLY_WRONG = 1.6
#: What a tool's printed MFU is a share of, FLOP/s: nanoGPT `estimate_mfu` (A100), nanochat `base_train` (H100).
REFERENCES = {"nanogpt": ("A100 80GB", 312e12), "nanochat": ("H100 SXM", 989e12)}
STEPPED = frozenset({Unit.ITERATION, Unit.STEP, Unit.BATCH})
SOURCE = "PaLM, appendix B: https://arxiv.org/abs/2204.02311"


@dataclass(frozen=True, slots=True)
class Hardware:
    """The device of a run and the work of one unit: FLOPs for all devices together, peak in FLOP/s for all.

    ``floor`` is seconds per unit at 100 % of the peak, ``good`` at GOOD_MFU.
    """

    device: Accelerator
    count: float
    flops: float
    peak: float

    @property
    def floor(self) -> float:
        return self.flops / self.peak

    @property
    def good(self) -> Decimal:
        """Seconds per unit at GOOD_MFU, to three digits: it is no measurement."""
        return _rounded(self.floor / GOOD_MFU)

    def mfu(self, step_time: float) -> float:
        """Share of the peak in use at ``step_time`` seconds per unit, 0..1 (above 1 is impossible)."""
        return self.floor / step_time


@dataclass(frozen=True, slots=True)
class PreRun:
    """A range before a run has begun: seconds per unit at a high, a usual and a low MFU."""

    hardware: Hardware
    fast: Decimal
    usual: Decimal
    slow: Decimal
    assumptions: tuple[Note, ...]


def flops_per_token(settings: Settings) -> float | None:
    """FLOPs of forward and backward pass for one token; ``None`` without a parameter count.

    >>> flops_per_token(Settings(parameters=124e6, layers=12, width=768, context=1024)) / 1e6
    857.246208
    """
    if not settings.parameters:
        return None
    attention = 12.0 * (settings.layers or 0.0) * (settings.width or 0.0) * (settings.context or 0.0)
    return 6.0 * settings.parameters + attention


def tokens_per_unit(settings: Settings, unit: Unit) -> float | None:
    """Tokens that one ``unit`` holds, over all devices; ``None`` where the settings do not say."""
    if unit is Unit.TOKEN:
        return 1.0
    if unit not in STEPPED:
        return None
    if settings.tokens_per_step:
        return settings.tokens_per_step
    if settings.batch and settings.context:
        accumulation = (settings.gradient_accumulation or 1.0) if unit is not Unit.BATCH else 1.0
        return settings.batch * settings.context * accumulation
    return None


def hardware(run: Run, step_time: float | None = None) -> Hardware | None:
    """Return the device and the work of one unit, from settings or from a printed MFU and its ``step_time``."""
    device = lookup(run.settings.gpu) if run.settings.gpu else None
    if device is None:
        return None
    count = run.settings.gpus or 1.0
    peak = device.peak(run.settings.precision if run.settings.precision == "fp8" else None) * count
    each, tokens = flops_per_token(run.settings), tokens_per_unit(run.settings, run.unit)
    if each and tokens:
        return Hardware(device, count, each * tokens, peak)
    printed = printed_mfu(run)
    reference = printed_reference(run)
    if printed is None or not step_time or reference is None:
        return None
    return Hardware(device, count, printed * reference[1] * step_time * count, peak)


def printed_mfu(run: Run) -> float | None:
    """Return the median MFU that the log prints (0..1, a share of the tool's reference device), if it does."""
    shown = run.observations.mfu
    shown = shown[np.isfinite(shown) & (shown > 0)] if len(shown) else shown
    return float(np.median(shown[-50:])) if len(shown) else None


def printed_reference(run: Run) -> tuple[str, float] | None:
    """Return the device, and its peak in FLOP/s, of which the tool's printed MFU is a share."""
    return REFERENCES.get(run.format.casefold())


def findings(run: Run, step_time: float) -> tuple[Note, ...]:
    """Say what share of the device's peak the run uses, or that its pace is faster than physics allows."""
    found = hardware(run, step_time)
    if found is None or step_time <= 0:
        return ()
    share = found.mfu(step_time)
    facts = {"gpu": found.device.name, "gpus": found.count, "floor": found.floor, "unit": run.unit.value}
    if share > CERTAINLY_WRONG:
        cause = _cause(run.settings, share)
        return (Note("hardware-floor", {**facts, "seconds": step_time, "times": share, "cause": cause}),)
    if share > 1.0:
        return (Note("hardware-at-peak", {**facts, "share": share}),)
    return (Note("hardware-mfu", {**facts, "share": share}),)


def _cause(settings: Settings, share: float) -> Literal["time-unit", "micro-step", "devices", "tokens"]:
    """Say which of the given numbers is probably in the wrong unit when the pace is ``share`` times the peak."""
    accumulation = settings.gradient_accumulation or 1.0
    if accumulation > 1 and share / accumulation <= 1.0:
        return "micro-step"
    if share > 100:
        return "time-unit"
    if settings.gpus is None and share <= 16:
        return "devices"
    return "tokens"


def before_run(run: Run) -> PreRun | None:
    """Return a wide range of seconds per unit from model, tokens and device alone; ``None`` if one is missing."""
    found = hardware(run)
    if found is None or found.flops <= 0:
        return None
    fast, usual, slow = (_rounded(found.floor / share) for share in PRE_RUN_MFU)
    best, _, worst = PRE_RUN_MFU
    notes = [
        Note(
            "before-run",
            {
                "gpu": found.device.name,
                "gpus": found.count,
                "source": found.device.source,
                "tflops": found.peak / found.count / 1e12,
                "low": worst,
                "high": best,
            },
        )
    ]
    if run.settings.gpus is None:
        notes.append(Note("before-run-one-device", {"gpu": found.device.name}))
    return PreRun(found, fast, usual, slow, tuple(notes))


def _rounded(seconds: float) -> Decimal:
    return Decimal(format(Decimal(f"{seconds:.3g}"), "f"))
