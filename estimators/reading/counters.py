"""Printed counters -> units done, and the total that belongs to them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from estimators.reading.format import Format
from estimators.reading.table import Table
from estimators.run import EMPTY, Array, Note, Settings, Unit


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """Units done at every row (nan where a row has no counter), their unit and what the rows say of the total.

    ``epoch`` is 0-based, or empty. ``per_epoch`` is the number of units in an epoch, ``epochs`` the planned number.
    """

    done: Array
    unit: Unit
    total: float | None = None
    epoch: Array = field(default_factory=lambda: EMPTY)
    per_epoch: float | None = None
    epochs: float | None = None
    total_source: str | None = None
    assumptions: tuple[Note, ...] = ()

    def rows(self, chosen: NDArray[np.intp]) -> Counted:
        """Return only the chosen rows."""
        return replace(self, done=self.done[chosen], epoch=self.epoch[chosen] if len(self.epoch) else EMPTY)


def count(fmt: Format, table: Table, settings: Settings) -> Counted | None:
    """Choose the counter that the rows carry, best first; ``None`` where they carry none."""
    epoch = table["epoch"] - _first(fmt.epoch_first, table["epoch"])
    epochs = _last(table, "epochs", fmt.epochs_is_last)
    if epochs is None:
        epochs = settings.epochs
    if table.has("step"):
        return _by_step(fmt, table, settings, epoch, epochs)
    if table.has("batch"):
        return _by_batch(fmt, table, settings, epoch, epochs)
    if table.has("epoch") and not (fmt.percent_scope == "epoch" and table.has("percent")):
        done = epoch + (1 if fmt.epoch_done else 0)
        return Counted(done, Unit.EPOCH, epochs, epoch, 1.0, epochs, "log" if "epochs" in table else None)
    return _by_amount(fmt, table, epoch, epochs)


def _by_amount(fmt: Format, table: Table, epoch: Array, epochs: float | None) -> Counted | None:
    for name, unit in (("tokens", Unit.TOKEN), ("samples", Unit.SAMPLE)):
        if table.has(name):
            return Counted(table[name], unit, _last(table, f"{name}_total"), total_source="log")
    if not table.has("percent"):
        return None
    if fmt.percent_scope == "run":
        return Counted(table["percent"], Unit.PERCENT, 100.0, total_source="log")
    return Counted(epoch + table["percent"] / 100, Unit.EPOCH, epochs, epoch, 1.0, epochs, None)


def _first(said: int | None, printed: Array) -> int:
    if said is not None:
        return said
    return 0 if bool((printed == 0).any()) else 1


def step_first(fmt: Format, table: Table) -> int:
    """Return what the counter shows when the first unit is done."""
    if fmt.step_first is not None:
        return fmt.step_first
    zero = table["step"] == 0
    return 0 if bool((table["elapsed"][zero] > 0).any()) else 1


def _by_step(fmt: Format, table: Table, settings: Settings, epoch: Array, epochs: float | None) -> Counted:
    done = table["step"] - step_first(fmt, table) + 1
    total = _last(table, "total", fmt.total_is_last)
    counted = Counted(done, fmt.unit, total, epoch if table.has("epoch") else EMPTY, settings.steps_per_epoch, epochs)
    if total is not None:
        return replace(counted, total_source="log")
    if epochs and settings.steps_per_epoch and settings.total is None:
        return replace(counted, total=epochs * settings.steps_per_epoch, total_source="settings")
    if table.has("percent") and fmt.percent_scope == "run" and table["percent"][-1] >= 0.5:
        planned = float(np.round(done[-1] / table["percent"][-1] * 100))
        return replace(counted, total=planned, total_source="percent",
                       assumptions=(Note("note-total-from-percent", {"total": planned}),))  # fmt: skip
    return counted


def _by_batch(fmt: Format, table: Table, settings: Settings, epoch: Array, epochs: float | None) -> Counted:
    within = table["batch"] - _first(fmt.batch_first, table["batch"]) + 1
    if not table.has("epoch"):
        epoch = np.cumsum(np.diff(within, prepend=within[:1]) < 0).astype(float)
    length = _last(table, "batches", fmt.total_is_last) or settings.steps_per_epoch
    notes: tuple[Note, ...] = ()
    if length is None:
        length = _length_of_finished_epochs(epoch, within)
        if length is None:
            return Counted(within, Unit.STEP, None, epoch, None, epochs)
        notes = (Note("note-epoch-length-inferred", {"steps": length}),)
    total = epochs * length if epochs else None
    return Counted(epoch * length + np.minimum(within, length), Unit.STEP, total, epoch, length, epochs,
                   "log" if "epochs" in table else "settings" if total else None, notes)  # fmt: skip


def _length_of_finished_epochs(epoch: Array, within: Array) -> float | None:
    """Return the length of an epoch from those that are over: its last printed batch, plus what was not printed."""
    ends = np.flatnonzero(np.diff(epoch) > 0)
    if not len(ends):
        return None
    last = float(np.median(within[ends]))
    inside = np.diff(within)[np.diff(epoch) == 0]
    interval = float(np.median(inside)) if len(inside) else 1.0
    begun = float(within[ends[0] + 1])
    return last if interval <= 1 or (last - begun) % interval else last + np.floor(interval / 2)


def _last(table: Table, name: str, is_last_index: bool = False) -> float | None:
    """Return the last finite value of a column, plus one where it is an index and not a number of units."""
    values = table[name]
    good = values[np.isfinite(values) & (values + is_last_index > 0)]
    return float(good[-1]) + (1.0 if is_last_index else 0.0) if len(good) else None
