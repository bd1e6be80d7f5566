"""Every step is printed at a high rate: each line waits for the device and for the terminal."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, observed

FAST = 0.05  # seconds a step: twenty lines a second
FEWEST = 100
BEST, TYPICAL = 0.10, 0.02


def _speak(case: Case) -> Advice | None:
    """2 % typically, 10 % at best: reading the loss makes the host wait for the device at every step."""
    seen = case.run.observations
    if len(seen) < FEWEST or case.run.unit not in STEPPED or case.pace >= FAST:
        return None
    every = float((np.diff(seen.step) == 1).mean())
    best = BEST * case.remaining
    if every < 0.95 or not case.worth(best):
        return None
    args = {"rate": 1 / case.pace, "pace": case.pace, "unit": case.unit, "rarer": 50}
    return Advice(args, best, TYPICAL * case.remaining)


tip = Rule(
    id="print-every-step",
    evidence="a hundred records or more, one a step, at more than twenty steps a second",
    source="PyTorch Performance Tuning Guide, avoid unnecessary synchronization: "
    "https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=_speak,
    examples=(observed(np.full(200, 0.02), 200_000),),
    counter_examples=(observed(np.full(200, 0.4), 200_000), observed(np.full(200, 0.2), 200_000, step=10)),
)
