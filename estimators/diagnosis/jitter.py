"""Steps of the same work differ much in time: stragglers, varying lengths, another process on the machine."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.run import Unit

NOISE = 0.25  # spread of the quiet paces, log scale
FEWEST = 40
TICKS = 8


def _speak(case: Case) -> Advice | None:
    """What the slow side costs: the mean's excess over the median at best, a third of it typically."""
    parts, seen = case.structure, case.run.observations
    paces = parts.pace[parts.quiet] if len(parts.pace) else parts.pace
    if len(paces) < FEWEST or parts.noise < NOISE or len(seen.work) or parts.changes:
        return None
    interval = float(np.median(np.diff(seen.elapsed)))
    if case.run.unit in {Unit.TRIAL, Unit.TREE, Unit.EPOCH} or interval < TICKS * seen.tick:
        return None
    usual, slow, mean = float(np.median(paces)), float(np.quantile(paces, 0.9)), float(paces.mean())
    best = min((mean - usual) * case.left, case.remaining / 2)
    if not case.worth(best):
        return None
    args = {"usual": usual, "slow": slow, "count": len(paces), "unit": case.unit, "pace": mean}
    return Advice(args, best, best / 3)


def _spread(width: float) -> list[float]:
    return [0.5 * (1 + width * (((7 * i * i + 3 * i) % 11) / 5) ** 2) for i in range(120)]


tip = Rule(
    id="jitter",
    evidence="forty quiet intervals or more whose pace spreads by a quarter, with no change of pace that explains it",
    source="Hugging Face Transformers, Trainer (group_by_length): "
    "https://huggingface.co/docs/transformers/main_classes/trainer",
    speak=_speak,
    examples=(observed(_spread(0.6), 20_000),),
    counter_examples=(observed(_spread(0.05), 20_000), observed(_spread(0.6), 20_000, unit=Unit.TRIAL)),
)
