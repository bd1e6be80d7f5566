"""A wall-clock cap is set: the run ends by the clock, before its total."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed


def _speak(case: Case) -> Advice | None:
    """No saving is promised: the clock decides. What is spent is the tool's own clock, else steps at this pace."""
    cap = case.run.settings.max_seconds
    seen = case.run.observations
    if not cap or case.run.total is None:
        return None
    measured = len(seen) > 0 and bool(np.isfinite(seen.origin))
    spent = float(seen.origin + seen.elapsed[-1]) if measured else float(case.run.done) * case.pace
    until = max(cap - spent, 0.0)
    if until >= case.left * case.pace:
        return None
    reached = float(np.floor(float(case.run.done) + until / case.pace))
    return Advice({"cap": cap, "until": until, "reached": reached, "total": float(case.run.total), "unit": case.unit})


tip = Rule(
    id="wall-clock-cap",
    evidence="a wall-clock cap in the settings that comes before the total",
    source="OpenAI, parameter-golf, train_gpt.py: https://github.com/openai/parameter-golf",
    speak=_speak,
    examples=(observed(np.full(50, 1.0), 2_000, max_seconds=600.0),),
    counter_examples=(observed(np.full(50, 1.0), 500, max_seconds=600.0), observed(np.full(50, 1.0), 2_000)),
)
