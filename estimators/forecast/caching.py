"""Runs whose first epoch computes what later epochs only read."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from estimators.run import Note, Observations, Run

CACHES = "first-epoch-caches"  # the remark of a log that says so
LATER = 0.5  # of the first epoch's pace remains, until a later one shows it (flair's stored embeddings: 0.3 to 0.5)
ENOUGH = 3  # records of later epochs that can stand alone


def without_first_epoch(run: Run, seen: Observations) -> tuple[Observations, float]:
    """The records to go by, and the factor from their pace to that of the epochs to come."""
    if len(seen.epoch) != len(seen) or not len(seen) or seen.epoch[0] >= 1 or remark(run) is None:
        return seen, 1.0
    first = int(np.searchsorted(seen.epoch, 1.0))
    if len(seen) - first < ENOUGH:
        return seen, LATER
    columns = {
        item.name: getattr(seen, item.name)[first:]
        for item in fields(seen)
        if isinstance(getattr(seen, item.name), np.ndarray) and len(getattr(seen, item.name)) == len(seen)
    }
    columns["elapsed"] = columns["elapsed"] - columns["elapsed"][0]
    return replace(seen, **columns), 1.0


def remark(run: Run) -> Note | None:
    """What the log itself says about it."""
    return next((note for note in run.warnings if note.id == CACHES), None)
