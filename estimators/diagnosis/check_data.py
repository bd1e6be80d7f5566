"""A general check: is it the data?"""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, observed
from estimators.run import Run, Unit

ENOUGH = 30  # with more records than this the log itself would show it
LONGEST = 60.0  # seconds: a longer "step" is a trial, a document, an epoch in disguise


def short_of_evidence(case: Case) -> bool:
    """Whether so little was shown that a general check is all there is to say."""
    usual = case.run.unit is Unit.EPOCH or (case.run.unit in STEPPED and case.pace <= LONGEST)
    return usual and len(case.run.observations) < ENOUGH


def _speak(case: Case) -> Advice | None:
    return Advice({"pace": case.pace, "unit": case.unit}) if short_of_evidence(case) else None


tip = Rule(
    id="check-data",
    evidence="none: a general check for a run of which little was shown",
    source="PyTorch Performance Tuning Guide, data loading: "
    "https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=_speak,
    examples=(Run("example", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal("3.99511")),),
    counter_examples=(observed(np.full(60, 0.5), 5_000),),
    general=True,
)
