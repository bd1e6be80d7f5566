"""Time passes between epochs: validation, a checkpoint, or the loader's workers starting anew."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, cycle, observed
from estimators.diagnosis.loader_epoch_start import tip as loader_epoch_start
from estimators.run import Unit

SHARE = 0.03


def _speak(case: Case) -> Advice | None:
    group = next((g for g in case.structure.pauses if g.source == "epochs"), None)
    if group is None or group.count < 2 or group.left < 1 or group.share < SHARE:
        return None
    ahead = min(group.cost * group.left, case.remaining)
    if not case.worth(ahead / 2) or loader_epoch_start.speak(case) is not None:
        return None
    args = {"cost": group.cost, "share": group.share, "ahead": ahead, "count": group.left}
    return Advice(args, ahead / 2, ahead / 4)


_EPOCHS = np.repeat(np.arange(5.0), 100)

tip = Rule(
    id="epoch-gap",
    evidence="two or more changes of epoch that take longer than the steps around them, and one to come",
    source="PyTorch, DataLoader (persistent_workers): https://docs.pytorch.org/docs/stable/data.html",
    speak=_speak,
    examples=(observed(cycle(0.5, 20.0, 100, 5)[:-1], 5_000, epoch=_EPOCHS, steps_per_epoch=100, unit=Unit.BATCH),),
    counter_examples=(
        observed(np.full(499, 0.5), 5_000, epoch=_EPOCHS, steps_per_epoch=100, unit=Unit.BATCH),
        observed(cycle(0.5, 20.0, 100, 5)[:-1], 520, epoch=_EPOCHS, steps_per_epoch=100, unit=Unit.BATCH),
    ),
)
