"""Long gaps at no regular distance: the file system, the network, a shared machine."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Array

LONG = 5.0  # a stall is this many seconds, and this many steps, or more
SHARE = 0.03
EXPLAINED = 0.7  # of the gaps
RECENT = 60  # gaps that are looked at


def _explained(at: Array, spacing: float) -> float:
    """Share of the gaps at ``at`` (units) that one or two regular cycles explain: then they are no stalls."""
    at = left = at[-RECENT:]
    for _ in range(2):
        if len(left) < 3:
            break
        near = left[:6]
        starts = [(float(a), float(b - a)) for i, a in enumerate(near) for b in near[i + 1 :]]
        best = max((_chain(left, start, period, 2 * spacing) for start, period in starts), key=len)
        left = np.array([step for step in left if step not in best]) if len(best) >= 3 else left
    return 1 - len(left) / len(at)


def _chain(at: Array, start: float, period: float, tolerance: float) -> frozenset[float]:
    """The gaps that follow each other at ``period`` from ``start`` on; empty if more than every third is missing."""
    found, expected, missed = [start], start + period, 0
    for step in at[at > start].tolist():
        while step > expected + tolerance:
            expected, missed = expected + period, missed + 1
            if missed > 1 + len(found) / 2:
                return frozenset()
        if abs(step - expected) <= tolerance:
            found.append(step)
            expected = step + period
    return frozenset(found)


def _speak(case: Case) -> Advice | None:
    group = next((g for g in case.structure.pauses if g.period is None and g.source == "gaps"), None)
    if group is None or group.count < 2 or group.share < SHARE or group.cost < LONG * max(1.0, case.pace):
        return None
    seen = case.run.observations.step
    if _explained(group.steps, float(np.median(np.diff(seen)))) > EXPLAINED:
        return None
    ahead = min(group.cost * group.left, case.remaining / 2)
    if not case.worth(ahead):
        return None
    args = {"count": group.count, "cost": group.cost, "step": float(group.steps[-1]), "unit": case.unit}
    return Advice({**args, "share": group.share, "ahead": ahead}, ahead, ahead / 2)


def _gaps(seconds: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    time = np.full(300, 0.5)
    time[[41, 97, 230, 241]] = seconds
    return time


tip = Rule(
    id="stalls",
    evidence="two or more gaps of five seconds and five steps or more, at no regular distance",
    source="PyTorch profiler recipe: https://docs.pytorch.org/tutorials/recipes/recipes/profiler_recipe.html",
    speak=_speak,
    examples=(observed(_gaps(60.0), 20_000),),
    counter_examples=(observed(_gaps(0.7), 20_000),),
)
