"""Rows of a text -> rows of its last session: no restarts, no duplicated ranks, a counter that only grows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from estimators.run import Array, Session

_NEAR = 512  # rows around a fall that are looked at
_DEEP = 4  # usual intervals that no slower rank lags behind
_MANY = 2048  # falls from which only deep ones are looked at


def split(done: Array) -> tuple[Session, ...]:
    """Return the sessions of a counter: a new one begins where it falls back and stays back."""
    falls = np.flatnonzero(np.diff(done) < 0) + 1
    if len(falls) > _MANY:
        falls = falls[done[falls - 1] - done[falls] > _DEEP * _interval(np.unique(done))]
    starts, begun = [0], 0
    for fall in falls:
        if _restarts(done, begun, int(fall)):
            begun = int(fall)
            starts.append(begun)
    stops = [*starts[1:], len(done)]
    return tuple(Session(a, b, float(done[a])) for a, b in zip(starts, stops, strict=True) if b > a)


def growing(done: Array) -> NDArray[np.intp]:
    """Return the indices of the rows at which the counter reaches a new height: the first print of each value."""
    before = np.concatenate([[-np.inf], np.maximum.accumulate(done)[:-1]])
    return np.flatnonzero(done > before)


def _restarts(done: Array, begun: int, at: int) -> bool:
    """Tell a restart from a slower rank or a line about an earlier step.

    A restart walks again over what was printed; ranks bring each value up to as many copies as the values before.
    """
    values, copies = np.unique(done[max(begun, at - _NEAR) : at], return_counts=True)
    peak, usual = values[-1], _interval(values)
    depth = peak - done[at]
    if depth > _DEEP * usual:
        return True
    ahead = done[at + 1 : at + _NEAR]
    if not len(ahead):
        return len(values) > 2 and done[at] <= done[begun]
    ahead = ahead[: int(np.argmax(ahead > peak + _DEEP * usual))] if (ahead > peak + _DEEP * usual).any() else ahead
    walked_again = np.unique(ahead[(ahead > done[at]) & (ahead <= peak)])
    if len(walked_again) * usual < depth / 2:
        return False
    older = copies[values < done[at]]
    if len(older) < 2:
        return not bool((np.diff(ahead) < 0).any())
    return int(copies[values == done[at]].sum()) >= float(np.median(older))


def _interval(values: Array) -> float:
    return float(np.median(np.diff(values))) if len(values) > 1 else 0.0
