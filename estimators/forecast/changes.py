"""Lasting changes of pace: binary segmentation on the quiet paces with a robust statistic."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from estimators.run import Array

BLOCKS = 192  # quiet stretches that are compared
DEPTH = 4  # changes looked for
SCORE, SHARE = 8.0, 0.06  # accepted above this statistic and this relative change
LEAST = 1e-3  # of the mean pace: a stretch in which the clock did not move
SHORTEST = 3  # stretches on each side


@dataclass(frozen=True, slots=True)
class Change:
    """The pace went from ``before`` to ``after`` (seconds per unit) at ``step`` units done."""

    step: float
    before: float
    after: float


def changes(step: Array, work: Array, time: Array, quiet: NDArray[np.bool_], tick: float) -> tuple[Change, ...]:
    """Lasting changes among the quiet intervals that end at ``step`` units, in order."""
    at, units, seconds = _stretches(step[quiet], work[quiet], time[quiet], tick)
    if len(at) < 2 * SHORTEST:
        return ()
    least = max(LEAST * float(seconds.sum() / units.sum()), 1e-300)
    logs = np.log(np.maximum(seconds / units, least))
    edges = [0, len(logs)]
    for _ in range(DEPTH):
        best = max((_split(logs, a, b) for a, b in pairwise(edges)), default=(0.0, 0))
        if best[0] <= SCORE:
            break
        edges = sorted({*edges, best[1]})
    paces = [float(seconds[a:b].sum() / units[a:b].sum()) for a, b in pairwise(edges)]
    return tuple(
        Change(float(at[edge - 1]), before, after)
        for edge, before, after in zip(edges[1:-1], paces, paces[1:], strict=False)
        if before > 0 and after > 0
    )


def _stretches(step: Array, work: Array, time: Array, tick: float) -> tuple[Array, Array, Array]:
    """Quiet intervals joined into at most BLOCKS stretches, each of several clock ticks."""
    size = max(1, -(-len(step) // BLOCKS))
    if tick > 0:
        size = max(size, int(np.ceil(8 * tick / max(float(time.mean()), 1e-9))))
    starts = np.arange(0, len(step), size)
    last = np.minimum(starts + size, len(step)) - 1
    return step[last], np.add.reduceat(work, starts), np.add.reduceat(time, starts)


def _split(logs: Array, start: int, stop: int) -> tuple[float, int]:
    """Best split of ``logs[start:stop]``: its statistic and its place; (0, 0) if there is none."""
    part = logs[start:stop]
    size = len(part)
    if size < 2 * SHORTEST:
        return 0.0, 0
    places = np.arange(SHORTEST, size - SHORTEST + 1)
    low, high = np.quantile(part, (0.02, 0.98))
    sums = np.cumsum(np.clip(part, low, high))
    before, after = sums[places - 1] / places, (sums[-1] - sums[places - 1]) / (size - places)
    weight = np.sqrt(places * (size - places) / size)
    place = int(places[np.argmax(np.abs(after - before) * weight)])
    left, right = part[:place], part[place:]
    jump = float(np.median(right) - np.median(left))
    spread = float(np.median(np.abs(np.concatenate((left - np.median(left), right - np.median(right))))))
    if abs(jump) < SHARE:
        return 0.0, 0
    return abs(jump) / (spread + 0.01) * float(np.sqrt(place * (size - place) / size)), start + place
