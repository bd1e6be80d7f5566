"""The first epoch took much longer than the others: it filled caches, and a restart fills them again."""

from __future__ import annotations

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Unit

TIMES = 1.5


def _speak(case: Case) -> Advice | None:
    """Nothing for the rest of this run: the cost is behind it. The next start pays it again."""
    seen, parts = case.run.observations, case.structure
    if case.run.unit is not Unit.EPOCH or parts.warm_up != 1 or len(seen) < 4:
        return None
    first, later = float(parts.pace[0]), parts.quiet_pace
    if later <= 0 or first < TIMES * later or not case.worth(first - later):
        return None
    return Advice({"first": first, "later": later, "extra": first - later})


tip = Rule(
    id="first-epoch",
    evidence="a first epoch one and a half times as long as the later ones",
    source="TensorFlow, better performance with tf.data (caching): https://www.tensorflow.org/guide/data_performance",
    speak=_speak,
    examples=(observed((900.0, 300.0, 305.0, 298.0, 301.0), 30, unit=Unit.EPOCH),),
    counter_examples=(observed((310.0, 300.0, 305.0, 298.0, 301.0), 30, unit=Unit.EPOCH),),
)
