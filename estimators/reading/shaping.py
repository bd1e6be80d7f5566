"""Changes to a table of records that several formats need: bars one after another, repeated prints."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from estimators.reading.table import Table
from estimators.run import Array


def chained(table: Table) -> Table:
    """Turn clocks that begin again with every bar into one clock over all bars, in ``elapsed``.

    A bar is a stretch of rows of one kind, epoch and length whose ``batch`` does not fall. Its length is the last
    time that it shows, so what a bar waits for at its end (an evaluation) is in it. Where the printed rate says the
    same as the floored clock, the rate gives the parts of a second.
    """
    if not len(table):
        return table
    batch, clock = np.nan_to_num(table["batch"]), _refined(table)
    starts = bar_starts(table)
    shown = np.maximum.reduceat(clock, np.flatnonzero(starts))
    before = np.concatenate([[0.0], np.cumsum(shown)[:-1]])
    since = before[np.cumsum(starts) - 1] + clock
    return table.with_columns(elapsed=np.maximum.accumulate(since), batch=batch)


def bar_starts(table: Table) -> NDArray[np.bool_]:
    """Tell which rows begin another bar."""
    epoch, batch, batches = (np.nan_to_num(table[name], nan=-1.0) for name in ("epoch", "batch", "batches"))
    starts = np.ones(len(table), bool)
    starts[1:] = (np.diff(epoch) != 0) | (np.diff(table.kind) != 0) | (np.diff(batch) < 0) | (np.diff(batches) != 0)
    return starts


def step_seconds(table: Table) -> Array:
    """Return printed seconds per unit, from ``time`` or ``rate``."""
    rate = table["rate"]
    inverse = np.divide(1.0, rate, out=np.full(len(rate), np.nan), where=rate > 0)
    return np.where(np.isnan(table["time"]), inverse, table["time"])


def from_remaining(table: Table) -> Array:
    """Return the seconds since the epoch began that a mean over the epoch implies: eta = mean x batches left.

    nan where the remaining time is too coarse for half a per cent. Batches are 0-based and count as left themselves.
    """
    batch, left = table["batch"], table["batches"] - table["batch"]
    mean = np.divide(table["eta"], left, out=np.full(len(table), np.nan), where=left > 0)
    return np.where(table["eta"] >= 100, mean * (batch + 1), np.nan)


def without_repeats(table: Table, *names: str) -> Table:
    """Keep the last of neighbouring rows that agree in the named columns."""
    if len(table) < 2:
        return table
    changes = np.ones(len(table), bool)
    values = [np.nan_to_num(table[name], nan=-1.0) for name in names]
    changes[:-1] = np.any([each[1:] != each[:-1] for each in values], axis=0)
    return table.rows(changes)


def _refined(table: Table) -> Array:
    clock = np.nan_to_num(table["elapsed"])
    exact = np.nan_to_num(table["batch"] * step_seconds(table), nan=-10.0)
    return np.where(np.abs(exact - clock - 0.5) < 1.5, np.clip(exact, clock, clock + 0.999), clock)


def epochs_and_iterations(table: Table) -> Table:
    """Keep the rows of the runner that wrote most of them: those of pattern 0 (epochs) or of pattern 1 (iterations)."""
    return table.rows(table.kind == int(np.bincount(table.kind, minlength=2).argmax()))


def from_zero(table: Table) -> Table:
    """Shift epochs and batches that a fork counts from 1 to count from 0.

    Epochs: no row has epoch 0, and the text begins with the first rows of epoch 1. Batches: no row has batch 0 though
    an epoch begins in the text, or a row reaches the length, or they are 1, 11, 21. In doubt both are as the tool's own.
    """
    epoch, batch = table["epoch"], table["batch"]
    begun = batch[1:][np.diff(epoch) > 0]
    zero = bool((batch == 0).any())
    batch = batch - (not zero and (bool(len(begun)) or batch[0] % 10 == 1 or bool((batch == table["batches"]).any())))
    if len(table) > 1 and epoch[0] == 1 and np.nanmin(epoch) > 0 and batch[0] <= np.median(np.abs(np.diff(batch[:16]))):
        epoch = epoch - 1
    return table.with_columns(epoch=epoch, batch=batch)
