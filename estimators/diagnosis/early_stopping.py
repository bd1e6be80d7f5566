"""Early stopping is on: the run may end long before its total."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Unit


def _speak(case: Case) -> Advice | None:
    """No saving is promised: the loss decides. The earliest end is what the patience allows."""
    patience = case.run.settings.patience
    if not patience:
        return None
    checks = case.run.settings.evaluation_interval or case.run.settings.steps_per_epoch
    size = 1.0 if case.run.unit is Unit.EPOCH else checks
    if not size or patience * size >= case.left:
        return None
    return Advice({"patience": patience, "earliest": patience * size * case.pace, "pace": case.pace})


tip = Rule(
    id="early-stopping",
    evidence="a patience in the settings that is shorter than what is left",
    source="Keras, EarlyStopping: https://keras.io/api/callbacks/early_stopping/",
    speak=_speak,
    examples=(observed(np.full(12, 60.0), 100, unit=Unit.EPOCH, patience=10),),
    counter_examples=(observed(np.full(12, 60.0), 20, unit=Unit.EPOCH, patience=10), observed(np.full(12, 60.0), 100)),
)
