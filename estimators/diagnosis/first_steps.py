"""The first steps were slow, once: compilation, autotuning, cold caches. A restart pays for them again."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, observed
from estimators.diagnosis.compile_off import tip as compile_off

LONG = 60.0  # seconds
TIMES = 10.0  # steps' worth


def _speak(case: Case) -> Advice | None:
    """Nothing for the rest of this run: the cost is behind it, and the estimate leaves it out."""
    parts, seen = case.structure, case.run.observations
    if not parts.warm_up or case.run.unit not in STEPPED or parts.warm_up_excess < max(LONG, TIMES * case.pace):
        return None
    if compile_off.speak(case) is not None:
        return None
    until = float(seen.step[parts.warm_up])
    return Advice({"extra": parts.warm_up_excess, "until": until, "pace": case.pace, "unit": case.unit})


tip = Rule(
    id="first-steps",
    evidence="leading intervals that were slow once, by a minute and ten steps' worth or more",
    source="PyTorch, compile time caching: "
    "https://docs.pytorch.org/tutorials/recipes/torch_compile_caching_tutorial.html",
    speak=_speak,
    examples=(observed(np.concatenate(([95.0, 40.0], np.full(60, 0.7))), 5_000),),
    counter_examples=(observed(np.concatenate(([4.0], np.full(60, 0.7))), 5_000),),
)
