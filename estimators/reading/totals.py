"""What the run's total is: given, printed, planned in settings, or derived from the tool's own remaining time."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf

import numpy as np

from estimators.reading.counters import Counted
from estimators.reading.epochs import epoch_length
from estimators.reading.format import Format
from estimators.reading.table import Table
from estimators.run import Settings, Unit

_DIGITS = 12  # significant digits that printed numbers are taken to have
_COUNTED = (Unit.ITERATION, Unit.STEP, Unit.TREE, Unit.TRIAL)  # units that a stated total may be in


@dataclass(frozen=True, slots=True)
class Planned:
    """The total, where it comes from, and what ``done`` is to be multiplied with to be in its unit."""

    total: Decimal | None = None
    source: str | None = None
    scale: float = 1.0


def choose_total(fmt: Format, table: Table, counted: Counted, said: Settings, given: Decimal | None) -> Planned:
    """Choose the total of rows that all belong to one session, the surest source first."""
    done = float(counted.done[-1])
    if given is not None:
        return _given_total(counted, said, given, done)
    if counted.total is not None and (counted.total_source in ("log", "percent") or counted.total >= done):
        return Planned(exact(counted.total), counted.total_source or "log")
    if counted.unit in _COUNTED and said.total is not None and said.total >= done:
        return Planned(exact(said.total), "settings")
    if counted.epochs and counted.per_epoch is None and counted.unit is not Unit.EPOCH and len(counted.epoch):
        length = counted.epochs * (epoch_length(counted.done, counted.epoch) or 0.0)
        if 0 < length < inf:
            return Planned(exact(float(np.round(length))), "settings")
    if fmt.eta_scope == "run" and table.has("eta"):
        planned = _total_from_eta(fmt, table, counted)
        if planned is not None:
            return Planned(exact(planned), "printed-eta")
    return Planned()


def _given_total(counted: Counted, said: Settings, given: Decimal, done: float) -> Planned:
    """Tell by its size whether a given total means epochs or what the log counts."""
    number, per_epoch, epochs = float(given), counted.per_epoch, counted.epochs
    if counted.unit is Unit.EPOCH:
        planned = epochs or said.epochs
        steps = number / planned if planned else 0.0
        if planned and number != planned and steps >= 2 and abs(steps - round(steps)) < 1e-9:
            return Planned(given, "given", steps)
    elif per_epoch and per_epoch > 1:
        reached = done / per_epoch
        if number == epochs or (number < done and number >= reached):
            return Planned(given, "given", 1.0 / per_epoch)
    return Planned(given, "given")


def _total_from_eta(fmt: Format, table: Table, counted: Counted) -> float | None:
    """Derive the total from the tool's own remaining time: units left = remaining / step time.

    Where no step time is printed, the tool's mean since its start stands for it.
    """
    pace = np.where(np.isnan(table["time"]), 1 / np.maximum(table["rate"], 1e-12), table["time"])
    whole = not table.has("time") and not table.has("rate") and fmt.elapsed_scope == "run"
    if whole:
        pace = table["elapsed"] / np.maximum(counted.done, 1)
    good = np.isfinite(pace) & np.isfinite(table["eta"]) & (pace > 0) & (table["eta"] > 0)
    if not good.any():
        return None
    mean = pace if whole else np.cumsum(np.where(good, pace, 0)) / np.maximum(np.cumsum(good), 1)
    planned = (counted.done + table["eta"] / mean)[good][-20:]
    guess = float(np.median(planned))
    if counted.per_epoch:
        return float(np.round(guess / counted.per_epoch) * counted.per_epoch) or None
    size = 10.0 ** max(0, int(np.floor(np.log10(max(guess, 1)))) - 1)
    rounded = float(np.round(guess / size) * size)
    return rounded if abs(rounded - guess) <= 0.02 * guess else float(np.round(guess))


def exact(value: float) -> Decimal:
    """Return the decimal number that a printed float stands for, without binary dust."""
    number = Decimal(f"{value:.{_DIGITS}g}")
    return Decimal(int(number)) if number == number.to_integral_value() else number
