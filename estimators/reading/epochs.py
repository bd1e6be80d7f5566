"""How long is an epoch, where only a counter over all epochs is printed?"""

from __future__ import annotations

import numpy as np

from estimators.run import Array

_SURE = 0.0025  # relative uncertainty up to which a length is worth a total


def epoch_length(done: Array, epoch: Array) -> float | None:
    """Infer units per epoch from where the epoch number (0-based) changes between printed counters.

    Every change bounds the length from both sides. ``None`` while the bounds leave more than a quarter of a per cent.

    >>> epoch_length(np.array([99.0, 101, 199, 201]), np.array([0.0, 1, 1, 2]))
    100.0
    """
    at = np.flatnonzero(np.diff(epoch) > 0)
    if not len(at):
        return None
    before, after, ended = done[at], done[at + 1] - 1, epoch[at + 1]
    low, high = float(np.max(before / (epoch[at] + 1))), float(np.min(after / ended))
    if np.floor(high) == np.ceil(low):
        return float(np.ceil(low))
    length, doubt = (low + high) / 2, (high - low) / 2
    if low > high:  # epochs of changing length: the line through the changes
        weight = float(ended @ ended)
        length = float(ended @ (before + after)) / 2 / weight
        doubt = float(np.median(after - before)) / np.sqrt(3 * weight)
    return length if doubt <= _SURE * length else None
