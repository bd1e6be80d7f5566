"""Rows of a log -> the run of its last session."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np

from estimators.reading import session
from estimators.reading.clocks import Timed, resumed_at, time_rows
from estimators.reading.counters import Counted, count, step_first
from estimators.reading.format import Format
from estimators.reading.table import Table
from estimators.reading.totals import Planned, choose_total, exact
from estimators.run import EMPTY, Array, Note, Observations, Pause, Run, Session, Settings, Unit

_RESUMED = 3.0  # elapsed / done this far from the printed step time: a resumed counter
_VARIES = 0.05  # relative spread of the work per unit that is worth keeping


@dataclass(frozen=True, slots=True, eq=False)
class LogReading:
    """One format's reading of a text."""

    run: Run
    certainty: float
    ignored: tuple[Note, ...] = ()


def assemble(
    fmt: Format, table: Table, counted: Counted, said: Settings, pauses: Table | None, given: Decimal | None
) -> LogReading:
    """Build the run of the last session from rows that all have a counter."""
    sessions = session.split(counted.done)
    last = sessions[-1]
    begun = float(table.offset[last.start - 1]) if last.start else -1.0
    rows = np.arange(last.start, last.stop)
    rows = rows[session.growing(counted.done[rows])]
    table, counted = table.rows(rows), counted.rows(rows)
    if len(sessions) > 1:
        counted = _of_session(fmt, table, counted, said)
    timed = time_rows(fmt, table, counted.done, counted.epoch, counted.per_epoch)
    resumed = resumed_at(counted.done, timed.elapsed)
    if resumed:
        table, counted = table.rows(slice(resumed, None)), counted.rows(np.arange(resumed, len(rows)))
        timed = time_rows(fmt, table, counted.done, counted.epoch, counted.per_epoch)
    total = choose_total(fmt, table, counted, said, given)
    run = replace(
        _run(fmt, table, counted, timed, total),
        settings=_scaled(said, counted, total.scale),
        sessions=sessions,
        pauses=_pauses(fmt, pauses, table, total.scale, begun),
        assumptions=_assumptions(counted, total.source, given),
    )
    return LogReading(run, fmt.certainty, _ignored(sessions, resumed))


def _run(fmt: Format, table: Table, counted: Counted, timed: Timed, planned: Planned) -> Run:
    scale = planned.scale
    seen = _observations(fmt, table, counted, timed, scale)
    alone = len(seen) == 1 or not len(seen.elapsed)
    seconds = _single_pace(fmt, table, counted, timed) if alone else None
    done = float(seen.step[-1])
    return Run(
        format=fmt.name,
        unit=counted.unit if scale == 1.0 else Unit.EPOCH if scale < 1 else Unit.STEP,
        done=exact(done),
        total=planned.total,
        pace=None if seconds is None else exact(seconds / scale),
        pace_source="given" if seconds is None else "first-record" if done <= 1 else "record",
        observations=seen if len(timed.elapsed) else Observations(),
        total_source=planned.source,
        printed_remaining=_last(table["eta"]),
        printed_scope=fmt.eta_scope,
        finished=planned.total is not None and done >= float(planned.total),
    )


def _observations(fmt: Format, table: Table, counted: Counted, timed: Timed, scale: float) -> Observations:
    return Observations(
        step=counted.done * scale,
        elapsed=timed.elapsed,
        clock=timed.clock,
        tick=timed.tick,
        step_time=timed.step_time / scale if len(timed.step_time) else EMPTY,
        step_time_span=fmt.time_span,
        data_time=table["data"] / scale if table.has("data") else EMPTY,
        mfu=table["mfu"] / 100 if table.has("mfu") else EMPTY,
        work=_work(table, counted.done) / scale,
        epoch=counted.epoch,
        stamps=table["stamp"] if table.has("stamp") else EMPTY,
        origin=timed.origin,
    )


def _work(table: Table, done: Array) -> Array:
    """Return tokens or samples per unit where a cumulative count of them is printed and they vary, else nothing."""
    for name in ("tokens", "samples"):
        spent = np.diff(table[name])
        if len(spent) and np.isfinite(spent).all() and (spent > 0).all() and len(done) == len(spent) + 1:
            each = spent / np.maximum(np.diff(done), 1e-12)
            if each.std() > _VARIES * each.mean():
                return np.concatenate((each[:1], each))
    return EMPTY


def _of_session(fmt: Format, table: Table, counted: Counted, said: Settings) -> Counted:
    """Take the total from the last session's own rows: stages of one log each have their own."""
    alone = count(fmt, table, said) if table.has("step") else None
    return counted if alone is None else replace(
        counted, total=alone.total, total_source=alone.total_source, assumptions=alone.assumptions
    )


def _single_pace(fmt: Format, table: Table, counted: Counted, timed: Timed) -> float | None:
    """Return seconds per unit as a single record tells them: its step time, or its clock over what that clock saw."""
    done, elapsed = float(counted.done[-1]), _last(table["elapsed"])
    printed = float(timed.step_time[-1]) if len(timed.step_time) and timed.step_time[-1] > 0 else None
    if fmt.time_span == "session" and done < 1:
        printed = None  # a mean over no step at all
    mean = elapsed / done if elapsed and done > 0 and fmt.elapsed_scope == "run" else None
    if mean and (printed is None or 1 / _RESUMED < mean / printed < _RESUMED):
        return mean
    if printed:
        return printed
    inside = done - float(counted.epoch[-1]) * counted.per_epoch if len(counted.epoch) and counted.per_epoch else 0.0
    if elapsed and inside > 0 and fmt.elapsed_scope == "epoch":
        return elapsed / inside
    return _last(table["interval"]) if done < 2 or counted.unit is Unit.EPOCH else None


def _pauses(fmt: Format, found: Table | None, table: Table, scale: float, begun: float) -> tuple[Pause, ...]:
    """Place each pause line at its own step, or at what the last record before it had done."""
    if found is None or not len(found):
        return ()
    inside = found.rows(found.offset > begun)
    own = inside["step"] * scale
    at = np.searchsorted(table.offset, inside.offset) - 1
    done = np.maximum.accumulate(np.nan_to_num(table["step"] - step_first(fmt, table) + 1)) * scale
    seconds = np.where(np.isnan(inside["interval"]), inside["time"], inside["interval"])
    steps = np.where(np.isnan(own), done[np.maximum(at, 0)], own)
    return tuple(
        Pause(fmt.pauses[int(kind)][0], float(step), None if np.isnan(spent) else float(spent))
        for kind, step, spent in zip(inside.kind[-4096:], steps[-4096:], seconds[-4096:], strict=True)
    )


def _scaled(said: Settings, counted: Counted, scale: float) -> Settings:
    own = Settings(epochs=counted.epochs, steps_per_epoch=counted.per_epoch if counted.unit is not Unit.EPOCH else None)
    return own.merged(said) if scale == 1.0 else replace(own.merged(said), steps_per_epoch=None, total=None)


def _assumptions(counted: Counted, source: str | None, given: Decimal | None) -> tuple[Note, ...]:
    notes = list(counted.assumptions) if given is None else []
    if source in ("settings", "printed-eta"):
        notes.append(Note(f"note-total-from-{source}"))
    return tuple(notes)


def _ignored(sessions: tuple[Session, ...], resumed: int) -> tuple[Note, ...]:
    notes = [Note("ignored-earlier-sessions", {"count": len(sessions) - 1})] if len(sessions) > 1 else []
    return (*notes, Note("ignored-resumed-steps")) if resumed else tuple(notes)


def _last(values: Array) -> float | None:
    good = values[np.isfinite(values)]
    return float(good[-1]) if len(good) else None
