"""Something unnamed happens at regular steps: say how often and what it costs, and what it may be."""

from __future__ import annotations

from estimators.diagnosis._pauses import rarer
from estimators.diagnosis._rule import Case, Rule, cycle, observed
from estimators.diagnosis.loader_sawtooth import is_sawtooth
from estimators.forecast.sessions import PauseGroup
from estimators.run import PauseKind


def _unnamed(case: Case, group: PauseGroup) -> bool:
    return group.source != "epochs" and not is_sawtooth(case, group)


tip = Rule(
    id="periodic-pause",
    evidence="two or more pauses at a regular distance that neither a line nor a setting explains",
    source="PyTorch profiler recipe: https://docs.pytorch.org/tutorials/recipes/recipes/profiler_recipe.html",
    speak=rarer(PauseKind.OTHER, _unnamed),
    examples=(observed(cycle(0.4, 40.0, 500, 5), 20_000),),
    counter_examples=(observed(cycle(0.4, 40.0, 500, 5), 20_000, evaluation_interval=500),),
)
