"""The compilation took longer than its gain can repay before the end: try without."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, observed

GAIN = 0.30  # of a compiled step; PyTorch reports 43 % on an A100 as a mean over 163 models, less on consumer cards
LONG = 30.0


def _speak(case: Case) -> Advice | None:
    """Nothing for the rest of this run; as much as the difference at the next start."""
    parts, total = case.structure, case.run.total
    if case.run.settings.compile is not True or not parts.warm_up or case.run.unit not in STEPPED or total is None:
        return None
    repaid = GAIN * case.pace * float(total)
    if parts.warm_up_excess < max(LONG, repaid):
        return None
    return Advice({"extra": parts.warm_up_excess, "repaid": repaid, "share": GAIN})


_SLOW_START = np.concatenate(([180.0], np.full(60, 0.5)))

tip = Rule(
    id="compile-off",
    evidence="compile=True in the settings, and a slow start that 30 % faster steps do not repay in the whole run",
    source="PyTorch, torch.compile: https://docs.pytorch.org/docs/stable/generated/torch.compile.html",
    speak=_speak,
    examples=(observed(_SLOW_START, 500, compile=True),),
    counter_examples=(observed(_SLOW_START, 50_000, compile=True), observed(_SLOW_START, 500)),
)
