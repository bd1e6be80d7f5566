"""Steps wait for data: the log prints how long."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Array

SHARE = 0.08
FEWEST = 5


def _speak(case: Case) -> Advice | None:
    """Twice the workers halve what the loader needs for a batch; a step then waits for the slower of the two."""
    waits, quiet = case.run.observations.data_time[1:], case.structure.quiet
    if len(waits) != len(quiet) or case.pace <= 0:
        return None
    good = quiet & np.isfinite(waits) & (waits >= 0)
    if good.sum() < FEWEST:
        return None
    wait = _share(case, waits, good) * case.pace
    computing = case.pace - wait
    best = (case.pace - max(computing, case.pace / 2)) * case.left
    if wait < SHARE * case.pace or not case.worth(best):
        return None
    args = {"wait": wait, "pace": case.pace, "share": wait / case.pace, "unit": case.unit}
    return Advice(args, best, best / 2)


def _share(case: Case, waits: Array, good: NDArray[np.bool_]) -> float:
    """Of a step's time, by the step time printed beside the wait where there is one: both are the same average."""
    printed = case.run.observations.step_time[1:]
    if len(printed) == len(waits) and (good & (printed > 0)).sum() >= FEWEST:
        both = good & (printed > 0)
        return min(1.0, float(waits[both].sum() / printed[both].sum()))
    return min(1.0, float(waits[good].mean()) / case.pace)


def _waiting(wait: float) -> list[float]:
    return [wait] * 61


tip = Rule(
    id="loader-wait",
    evidence="the time that the log prints for waiting on data, in at least five records",
    source="PyTorch Performance Tuning Guide, data loading: "
    "https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=_speak,
    examples=(observed(np.full(60, 0.8), 10_000, data_time=_waiting(0.3)),),
    counter_examples=(observed(np.full(60, 0.8), 10_000, data_time=_waiting(0.01)),),
)
