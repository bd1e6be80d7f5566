"""The first batches of every epoch wait for data: the loader's workers start anew each time."""

from __future__ import annotations

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule, observed

TIMES = 5.0  # the first wait of an epoch against the usual one
EPOCHS = 2


def _speak(case: Case) -> Advice | None:
    seen = case.run.observations
    if len(seen.epoch) != len(seen) or len(seen.data_time) != len(seen) or len(seen) < 2:
        return None
    starts = np.flatnonzero(np.diff(seen.epoch) > 0) + 1
    first = seen.data_time[starts]
    first, usual = first[np.isfinite(first)], float(np.nanmedian(np.nan_to_num(seen.data_time)))
    per_epoch = case.run.settings.steps_per_epoch
    if len(first) < EPOCHS or not per_epoch:
        return None
    wait = float(first.mean()) - usual
    ahead = min(wait * float(np.floor(case.left / per_epoch)), case.remaining)
    if float(first.mean()) < TIMES * max(usual, 1e-3) or not case.worth(ahead):
        return None
    args = {"wait": float(first.mean()), "usual": usual, "count": len(first), "ahead": ahead}
    return Advice(args, ahead, ahead / 2)


_EPOCHS = np.repeat(np.arange(6.0), 20)
_WAITS = np.where(np.diff(_EPOCHS, prepend=-1.0) > 0, 14.0, 0.02)
_SECONDS = 0.5 + _WAITS[1:]

tip = Rule(
    id="loader-epoch-start",
    evidence="the printed waiting time of the first record of two epochs or more",
    source="PyTorch, DataLoader (persistent_workers): https://docs.pytorch.org/docs/stable/data.html",
    speak=_speak,
    examples=(observed(_SECONDS, 4_000, epoch=_EPOCHS, data_time=_WAITS, steps_per_epoch=20),),
    counter_examples=(
        observed(np.full(119, 0.5), 4_000, epoch=_EPOCHS, data_time=np.full(120, 0.02), steps_per_epoch=20),
    ),
)
