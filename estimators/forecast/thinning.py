"""Fewer records, the same run: every 2^k-th record and the last one.

The batch and the live mode keep the same records, so that they give the same answer, in bounded memory and time.
"""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from estimators.run import Observations

KEPT = 4096  # records at most, not counting the last


def stride(records: int) -> int:
    """The smallest power of two at which at most KEPT of ``records`` are kept.

    >>> stride(4096), stride(4097), stride(100_000)
    (1, 2, 32)
    """
    step = 1
    while -(-records // step) > KEPT:
        step *= 2
    return step


def thin(observations: Observations) -> Observations:
    """Keep every ``stride``-th record and the last one; thinning twice changes nothing."""
    size = len(observations)
    step = stride(size - 1)
    if step == 1:
        return observations
    kept = np.append(np.arange(0, size - 1, step), size - 1)
    columns = {
        item.name: getattr(observations, item.name)[kept]
        for item in fields(observations)
        if isinstance(getattr(observations, item.name), np.ndarray) and len(getattr(observations, item.name)) == size
    }
    return replace(observations, **columns)
