"""Stamps, elapsed fields, durations and step times -> seconds since the first record, the best clock first."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from estimators.reading.format import Format
from estimators.reading.table import Table
from estimators.run import EMPTY, Array, Clock

_JUMP = 10.0  # how many times longer, and faster, than usual a jump over old steps is
_BLOCK = 32  # records over which the ordinary step time is taken


@dataclass(frozen=True, slots=True, eq=False)
class Timed:
    """Elapsed seconds since the first row (empty without a clock), their source and resolution, printed step times."""

    elapsed: Array
    clock: Clock
    tick: float
    step_time: Array = field(default_factory=lambda: EMPTY)
    origin: float = float("nan")  # what an elapsed time of the whole run showed at the first row


def time_rows(fmt: Format, table: Table, done: Array, epoch: Array, per_epoch: float | None) -> Timed:
    """Find the clock of rows whose ``done`` strictly increases."""
    step_time = printed_step_time(fmt, table)
    stamp = table["stamp"]
    if len(stamp) and np.isfinite(stamp).all() and (len(stamp) == 1 or stamp[-1] > stamp[0]):
        since = np.maximum.accumulate(stamp - stamp[0])
        return Timed(since, Clock.STAMPS, _tick(stamp), step_time)
    if table.has("elapsed"):
        since = _whole_run(_filled(table["elapsed"]), epoch if fmt.elapsed_scope == "epoch" else EMPTY)
        if _advances(since):
            origin = float("nan") if fmt.elapsed_scope == "epoch" else float(since[0])
            return Timed(since - since[0], Clock.ELAPSED, _tick(table["elapsed"]), step_time, origin)
    if table.has("interval"):
        spent = np.nan_to_num(table["interval"])
        since = np.cumsum(spent) - spent[0]
        if _advances(since):
            return Timed(since, Clock.INTERVALS, 0.0, step_time)
    if len(step_time):
        since = _summed(fmt, step_time, done, epoch, per_epoch)
        if _advances(since):
            return Timed(since, Clock.STEP_TIMES, 0.0, step_time)
    return Timed(EMPTY, Clock.NONE, 0.0)


def _advances(since: Array) -> bool:
    """Tell whether a clock has moved, so that there is a pace."""
    return len(since) == 1 or bool(since[-1] > since[0])


def printed_step_time(fmt: Format, table: Table) -> Array:
    """Return printed seconds per unit, from a time or a rate; empty where less than half of the rows have one."""
    del fmt
    rate = table["rate"]
    inverse = np.divide(1.0, rate, out=np.full(len(rate), np.nan), where=rate > 0)
    merged = np.where(np.isnan(table["time"]), inverse, table["time"])
    return merged if len(merged) and np.isfinite(merged).mean() >= 0.5 else EMPTY


def _filled(values: Array) -> Array:
    """Carry the last known value over rows without one."""
    known = np.isfinite(values)
    index = np.maximum.accumulate(np.where(known, np.arange(len(values)), 0))
    return np.where(known[index], values[index], values[np.argmax(known)])


def _whole_run(elapsed: Array, epoch: Array) -> Array:
    """Add up clocks that begin again with every epoch (or, unannounced, fall back)."""
    falls = np.diff(elapsed, prepend=elapsed[:1]) < 0
    if len(epoch):
        falls |= np.diff(epoch, prepend=epoch[:1]) > 0
    before = np.where(falls, np.roll(elapsed, 1), 0.0)
    return np.maximum.accumulate(elapsed + np.cumsum(before))


def _summed(fmt: Format, step_time: Array, done: Array, epoch: Array, per_epoch: float | None) -> Array:
    times = _filled(step_time)
    units = np.diff(done, prepend=done[:1])
    if fmt.time_span == "step":
        return np.cumsum(_single_steps(times, units))
    if fmt.time_span == "session":
        return np.maximum.accumulate(times * done - times[0] * done[0])
    if fmt.time_span == "epoch" and len(epoch) and per_epoch:
        return _epoch_means(times, done, epoch, per_epoch)
    return np.cumsum(times * units)


def _single_steps(times: Array, units: Array) -> Array:
    """Seconds between rows where each prints one step's own time: that step once, the others at the ordinary time.

    The first row only sets the origin.
    """
    usual = ordinary(times)
    is_usual = times <= 2 * usual
    last_usual = np.where(is_usual, times, usual)
    index = np.maximum.accumulate(np.where(is_usual, np.arange(len(times)), 0))
    carried = last_usual[index]
    spent: Array = times + np.maximum(units - 1, 0) * carried
    spent[0] = 0.0
    return spent


def ordinary(times: Array) -> Array:
    """Return the median step time around each row: by blocks, so that it follows a run that changes pace."""
    if len(times) <= _BLOCK:
        return np.full(len(times), np.median(times))
    blocks = len(times) // _BLOCK
    cut = times[: blocks * _BLOCK].reshape(blocks, _BLOCK)
    medians = np.median(cut, axis=1)
    return np.concatenate(
        [np.repeat(medians, _BLOCK), np.full(len(times) - blocks * _BLOCK, medians[-1])]
    )


def _epoch_means(times: Array, done: Array, epoch: Array, per_epoch: float) -> Array:
    """Sum up means that begin again with every epoch: an epoch took its last printed mean times its length."""
    begun = epoch * per_epoch
    inside = times * (done - begun)
    ends = np.flatnonzero(np.diff(epoch) > 0)
    whole = np.zeros(len(times))
    whole[ends + 1] = times[ends] * per_epoch * np.maximum(np.diff(epoch)[ends], 1)
    since: Array = np.maximum.accumulate(inside + np.cumsum(whole))
    since -= since[0]
    return since


def resumed_at(done: Array, elapsed: Array) -> int:
    """Return the row at which work began in earnest: 0, or behind a jump over steps that an earlier session did.

    A resumed bar starts at 0 and reaches the old step within seconds, many times faster than any step since.
    """
    if len(done) < 3 or len(elapsed) != len(done):
        return 0
    steps, spent = np.diff(done), np.diff(elapsed)
    usual = float(np.median(steps))
    jumps = np.flatnonzero((steps > _JUMP * usual) & (steps > 0.5 * done[1:]))
    if not len(jumps) or jumps[-1] + 2 > len(steps):
        return 0
    at = int(jumps[-1])
    later = float(elapsed[-1] - elapsed[at + 1]) / float(done[-1] - done[at + 1])
    return at + 1 if spent[at] < later * steps[at] / _JUMP else 0


def _tick(values: Array) -> float:
    """Return the resolution of a clock: 60, 1, 0.1 ... seconds, from the digits that it uses."""
    seen = values[np.isfinite(values)][:256]
    for tick in (60.0, 1.0, 0.1, 0.01):
        scaled = seen / tick
        if len(seen) > 2 and np.all(np.abs(scaled - np.round(scaled)) < 1e-6):
            return tick
    return 1.0 if np.all(seen == np.round(seen)) else 0.001
