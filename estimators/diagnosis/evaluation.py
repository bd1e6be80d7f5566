"""Evaluation at regular steps takes a visible part of the run: evaluate less often, or on less."""

from __future__ import annotations

from estimators.diagnosis._pauses import rarer
from estimators.diagnosis._rule import Rule, cycle, observed
from estimators.run import PauseKind

tip = Rule(
    id="evaluation",
    evidence="two or more evaluations whose cost stands out of the step times, and two or more to come",
    source="PyTorch Performance Tuning Guide: https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=rarer(PauseKind.EVALUATION),
    examples=(observed(cycle(0.56, 36.34, 250, 6), 36_000, evaluation_interval=250),),
    counter_examples=(
        observed(cycle(0.56, 0.9, 250, 6), 36_000, evaluation_interval=250),
        observed(cycle(0.56, 36.34, 250, 6), 1_600, evaluation_interval=250),
    ),
)
