"""A general check: batch size, compilation, and how often the run stops to log, evaluate and save."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, observed
from estimators.diagnosis.check_data import short_of_evidence
from estimators.run import Run, Unit


def _speak(case: Case) -> Advice | None:
    if not short_of_evidence(case) or case.run.unit not in STEPPED:
        return None
    return Advice({"pace": case.pace, "unit": case.unit, "left": case.left})


tip = Rule(
    id="check-throughput",
    evidence="none: a general check for a run of which little was shown",
    source="Hugging Face Transformers, efficient training on a single GPU: "
    "https://huggingface.co/docs/transformers/perf_train_gpu_one",
    speak=_speak,
    examples=(Run("example", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal("3.99511")),),
    counter_examples=(observed(np.full(60, 0.5), 5_000),),
    general=True,
)
