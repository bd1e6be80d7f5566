"""Steps of unequal work: where the log prints tokens or samples and the pace follows them, steps count by work."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from estimators.run import Observations

VARIES = 0.05  # relative spread of the work per step that matters
BETTER = 0.8  # time per work must be steadier than time per step by this factor
RECENT = 0.5  # the work per step to come is that of the recent part


def evened(observations: Observations) -> Observations:
    """Stretch the counter so that a unit is the recent work of a step; the last record stays where it is."""
    work = observations.work
    if len(work) != len(observations) or len(work) < 8 or not np.isfinite(work).all() or work.min() <= 0:
        return observations
    if work.std() < VARIES * work.mean():
        return observations
    units, time = np.diff(observations.step), np.diff(observations.elapsed)
    done = units * work[1:]
    by_step, by_work = time / units, time / done
    if by_work.std() / by_work.mean() > BETTER * by_step.std() / max(by_step.mean(), 1e-12):
        return observations
    recent = len(units) - max(1, int(len(units) * RECENT))
    usual = float(done[recent:].sum() / units[recent:].sum())
    step = observations.step[-1] - np.append(np.cumsum((done / usual)[::-1])[::-1], 0.0)
    return replace(observations, step=step)
