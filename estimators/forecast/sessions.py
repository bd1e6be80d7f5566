"""Structure of a session: what happened once, what recurs, where the pace changed.

Pauses are judged against a running median of the pace, changes of pace on what is left when the pauses
are out. Only a few constants, all from a benchmark over real logs; none is tuned to one tool.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from estimators.forecast.changes import LEAST, Change, changes
from estimators.forecast.pauses import PauseGroup, at_start, groups, unseen
from estimators.run import EMPTY, Array, Observations, Pause, Settings

__all__ = ["Change", "PauseGroup", "Structure", "structure"]

Mask = NDArray[np.bool_]

WINDOW = 31  # intervals of the running median
BLOCKS = 256  # beyond this many windows a median a block is as good and far cheaper
TICKS = 8  # a stretch shorter than so many clock ticks says nothing about its pace
PAUSE_SHARE, PAUSE_DEVIATIONS, PAUSE_TICKS = 0.18, 6.0, 2.5
WARM_SHARE, WARM_DEVIATIONS = 0.06, 4.0


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """One session, taken apart. Interval i lies between records i and i + 1; seconds and units throughout.

    ``quiet`` marks the intervals that hold steps alone: no pause, no warm-up. ``base`` is the pace that steps
    alone had in each interval, pauses or not. ``warm_up`` counts the leading intervals that were slow only once
    and ``warm_up_excess`` is what they cost beyond the pace after them. ``quiet_pace`` is the mean pace of the
    quiet intervals since the last change. ``noise`` is the spread of the quiet paces (log scale).
    """

    quiet: Mask = field(default_factory=lambda: np.empty(0, dtype=np.bool_))
    base: Array = field(default_factory=lambda: EMPTY)
    pace: Array = field(default_factory=lambda: EMPTY)
    warm_up: int = 0
    warm_up_excess: float = 0.0
    pauses: tuple[PauseGroup, ...] = ()
    changes: tuple[Change, ...] = ()
    quiet_pace: float = 0.0
    noise: float = 0.0


def structure(
    observations: Observations, settings: Settings | None = None, total: float = 0.0, pauses: Sequence[Pause] = ()
) -> Structure:
    """Take a session apart; ``total`` (units) decides how many pauses are still to come.

    >>> seen = Observations(step=np.arange(41.0), elapsed=np.arange(41.0) + 9.0 * (np.arange(41) // 10))
    >>> found = structure(seen, total=105.0)
    >>> [(group.period, group.cost, group.left) for group in found.pauses], found.quiet_pace
    ([(10.0, 9.0, 6.0)], 1.0)
    """
    if len(observations) < 2:
        return Structure()
    work, time = np.diff(observations.step), np.diff(observations.elapsed)
    pace = time / work
    base, noise = _base(work, time, observations.tick)
    excess = time - base * work
    limit = np.maximum(max(PAUSE_SHARE, PAUSE_DEVIATIONS * noise) * base * work, PAUSE_TICKS * observations.tick)
    paused: Mask = excess > limit
    warm = _warm_up(pace, paused, noise, observations.tick / work[0])
    quiet = ~paused
    quiet[:warm] = False
    after = float(base[warm]) if warm < len(base) else float(base[-1])
    found = changes(observations.step[1:], work, time, quiet, observations.tick)
    since = quiet & (observations.step[:-1] >= found[-1].step) if found else quiet
    since = since if since.any() else quiet
    paused[:warm] = False
    said = settings or Settings()
    quiet_pace = float(time[since].sum() / work[since].sum())
    first = at_start(observations, quiet_pace, pauses, said, total) or unseen(observations, quiet_pace, said, total)
    seen = groups(observations, excess, paused, said, total, pauses)
    return Structure(
        quiet=quiet,
        base=base,
        pace=pace,
        warm_up=warm,
        warm_up_excess=max(0.0, float(time[:warm].sum() - after * work[:warm].sum())),
        pauses=(*seen, first) if first else seen,
        changes=found,
        quiet_pace=quiet_pace,
        noise=noise,
    )


def _base(work: Array, time: Array, tick: float) -> tuple[Array, float]:
    """Running median pace of each interval, and the spread around it (log scale, robust)."""
    owner: NDArray[np.intp] = np.arange(len(work))
    if tick > 0 and float(np.median(time)) < TICKS * tick:
        filled = np.floor(np.cumsum(time) / (TICKS * tick) - 1e-9)
        owner[1:] = np.cumsum(filled[1:] > filled[:-1])
        starts = np.flatnonzero(np.diff(owner, prepend=-1))
        work, time = np.add.reduceat(work, starts), np.add.reduceat(time, starts)
    pace = time / work
    least = max(LEAST * float(time.sum() / work.sum()), 1e-300)
    base = np.maximum(_running_median(pace), least)
    residual = np.log(np.maximum(pace, least) / base)
    noise = 1.4826 * float(np.median(np.abs(residual - np.median(residual))))
    return base[owner], noise


def _running_median(values: Array) -> Array:
    size = len(values)
    if size <= WINDOW:
        return np.full(size, np.median(values))
    if size <= 8 * BLOCKS:
        middle = np.median(sliding_window_view(values, WINDOW), axis=1)
        half = WINDOW // 2
        return np.concatenate((np.full(half, middle[0]), middle, np.full(half, middle[-1])))
    block = size // BLOCKS
    whole = values[: block * BLOCKS].reshape(BLOCKS, block)
    centres = (np.arange(BLOCKS) + 0.5) * block
    smooth: Array = np.interp(np.arange(size), centres, np.median(whole, axis=1))
    return smooth


def _warm_up(pace: Array, paused: Mask, noise: float, tick: float) -> int:
    """Leading intervals that were slow once: the leading run of pauses, or the first one alone."""
    if len(pace) < 3:
        return 0
    leading = int(np.argmin(paused)) if not paused.all() else 0
    if leading:
        return min(leading, len(pace) - 2)
    after = float(np.median(pace[1:11]))
    limit = max(WARM_SHARE, WARM_DEVIATIONS * noise)
    return int(after > 0 and pace[0] > after * (1 + limit) and pace[0] - after > PAUSE_TICKS * tick)
