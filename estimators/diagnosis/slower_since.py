"""From one step on everything is slower: another process on the device, a throttled clock, a new stage."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.diagnosis.slowdown import tip as slowdown
from estimators.forecast.scenario import lasting_slowdown

SHORTEST = 0.005  # seconds; quicker units are counted by the tool, not computed one by one


def _speak(case: Case) -> Advice | None:
    """Back to the earlier pace at best; typically half of it, since a new stage of the schedule stays."""
    change = lasting_slowdown(case.run, case.structure)
    if change is None or change.after < SHORTEST or len(case.run.observations.work) or slowdown.speak(case) is not None:
        return None
    best = min((change.after - change.before) * case.left, case.remaining / 2)
    share = change.after / change.before - 1
    args = {"step": change.step, "before": change.before, "after": change.after, "share": share, "unit": case.unit}
    return Advice(args, best, best / 2) if case.worth(best) else None


tip = Rule(
    id="slower-since",
    evidence="a lasting change to a slower pace among the quiet intervals",
    source="NVIDIA System Management Interface (clocks, other processes): "
    "https://docs.nvidia.com/deploy/nvidia-smi/index.html",
    speak=_speak,
    examples=(observed(np.repeat((0.5, 0.7), 80), 20_000),),
    counter_examples=(observed(np.repeat((0.7, 0.5), 80), 20_000), observed(np.full(160, 0.5), 20_000)),
)
