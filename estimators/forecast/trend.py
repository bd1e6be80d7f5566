"""Is the step time falling, steady or rising: Mann-Kendall on the quiet paces, with the slope of Theil and Sen."""

from __future__ import annotations

import math

import numpy as np

from estimators.forecast.sessions import Structure
from estimators.result import Trend
from estimators.run import Array, Observations

POINTS = 400  # paces compared; more are averaged in neighbouring groups
WINDOW = 50  # records of the moving average, at most
FEWEST = 8
SIGNIFICANT, NOTABLE = 0.01, 0.02  # p-value, and relative change over the session, that make a trend


def trend(observations: Observations, structure: Structure) -> Trend | None:
    """Test the quiet paces for a trend; ``None`` with too few of them.

    Neighbouring paces of a run resemble each other, so the level is 1 % and a change of less than 2 % over the
    whole session counts as steady.
    """
    work, time = np.diff(observations.step)[structure.quiet], np.diff(observations.elapsed)[structure.quiet]
    if len(work) < FEWEST:
        return None
    window = min(WINDOW, len(work))
    at, paces = _points(observations.step[1:][structure.quiet], work, time)
    p_value, slope = mann_kendall(at, paces)
    middle = float(np.median(paces))
    relative = slope / middle if middle > 0 else 0.0
    moved = relative * float(at[-1] - at[0])
    told = p_value < SIGNIFICANT and abs(moved) >= NOTABLE
    return Trend(
        direction="steady" if not told else "rising" if moved > 0 else "falling",
        per_1000=relative * 1000,
        p_value=p_value,
        moving_average=float(time[-window:].sum() / work[-window:].sum()),
        window=window,
    )


def mann_kendall(at: Array, values: Array) -> tuple[float, float]:
    """Two-sided p-value (normal approximation, ties corrected, Kendall 1975) and the Theil-Sen slope.

    >>> p_value, slope = mann_kendall(np.arange(10.0), np.arange(10.0) * 2 + 5)
    >>> round(p_value, 6), slope
    (8.3e-05, 2.0)
    """
    size = len(values)
    early, late = np.triu_indices(size, 1)
    rises = values[late] - values[early]
    score = float(np.sign(rises).sum())
    _, ties = np.unique(values, return_counts=True)
    variance = (size * (size - 1) * (2 * size + 5) - float((ties * (ties - 1) * (2 * ties + 5)).sum())) / 18
    if variance <= 0:
        return 1.0, 0.0
    normal = max(0.0, abs(score) - 1) / math.sqrt(variance)
    return math.erfc(normal / math.sqrt(2)), float(np.median(rises / (at[late] - at[early])))


def _points(step: Array, work: Array, time: Array) -> tuple[Array, Array]:
    size = -(-len(step) // POINTS)
    starts = np.arange(0, len(step), size)
    return np.maximum.reduceat(step, starts), np.add.reduceat(time, starts) / np.add.reduceat(work, starts)
