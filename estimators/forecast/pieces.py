"""Stretches of records with a clock of their own, and how they become one."""

from __future__ import annotations

from dataclasses import dataclass, fields
from itertools import pairwise
from typing import Any

import numpy as np

from estimators.run import EMPTY, Array, Clock, Observations

NAN_ALLOWED = frozenset({"step_time", "data_time", "mfu", "epoch"})
ORDER = list(Clock)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Records on one clock. ``begins`` is what that clock showed at the first record, if it is the log's own;
    ``arrived`` is when the last record was pasted (POSIX seconds)."""

    seen: Observations
    begins: float | None = None
    arrived: float | None = None

    @property
    def first(self) -> float:
        return float(self.seen.step[0])

    @property
    def last(self) -> float:
        return float(self.seen.step[-1])

    @property
    def duration(self) -> float:
        return float(self.seen.elapsed[-1])


def pieces(seen: Observations, starts: tuple[int, ...], arrived: float | None) -> list[Piece]:
    """Cut records at ``starts``, before which the time was a guess."""
    edges = [0, *starts, len(seen)]
    return [
        Piece(part, _begins(part), arrived if stop == len(seen) else None)
        for start, stop in pairwise(edges)
        for part in [_slice(seen, slice(start, stop), clean=start == 0)]
    ]


def join(parts: list[Piece]) -> list[Piece]:
    """Join pieces that the log's own clock or common steps connect."""
    parts = sorted(parts, key=lambda part: (part.first, part.last, part.duration))
    done: list[Piece] = []
    for part in parts:
        if done and (part.first <= done[-1].last or _same_clock(done[-1], part)):
            done[-1] = _united(done[-1], part)
        else:
            done.append(part)
    return done


def assemble(parts: list[Piece], usual: float | None, far: float) -> tuple[Observations, tuple[int, ...]]:
    """Put pieces one after the other; the second value tells before which records the time is a guess."""
    spent, units = sum(part.duration for part in parts), sum(part.last - part.first for part in parts)
    pace = spent / units if spent > 0 and units > 0 else usual
    shift = 0.0
    chain, offsets = [parts[0]], [0.0]
    guesses: list[int] = []
    for before, after in pairwise(parts):
        gap = _arrival_gap(before, after, pace, far)
        if gap is None:
            if pace is None:
                chain, offsets, guesses, shift = [after], [0.0], [], 0.0
                continue
            guesses.append(sum(len(part.seen) for part in chain))
            gap = pace * (after.first - before.last)
        shift += before.duration + gap
        chain.append(after)
        offsets.append(shift)
    return _stacked(chain, offsets), tuple(guesses)


def _begins(seen: Observations) -> float | None:
    if seen.clock == Clock.STAMPS and len(seen.stamps):
        return float(seen.stamps[0])
    return float(seen.origin) if np.isfinite(seen.origin) else None


def _slice(seen: Observations, part: slice, clean: bool) -> Observations:
    columns = {name: values[part] for name, values in _columns(seen).items()}
    columns["elapsed"] = columns["elapsed"] - columns["elapsed"][0]
    return _like(seen, dict(columns), seen.origin if clean else float("nan"))


def _columns(seen: Observations) -> dict[str, Array]:
    values = {item.name: getattr(seen, item.name) for item in fields(seen)}
    return {k: v for k, v in values.items() if isinstance(v, np.ndarray) and len(v) == len(seen)}


def _like(seen: Observations, columns: dict[str, Any], origin: float) -> Observations:
    plain: dict[str, Any] = {"clock": seen.clock, "tick": seen.tick, "step_time_span": seen.step_time_span}
    return Observations(**plain, **columns, origin=origin)


def _same_clock(a: Piece, b: Piece) -> bool:
    """Whether the log's own clock shows what lies between two pieces, ``a`` before ``b``."""
    if a.begins is None or b.begins is None or a.seen.clock != b.seen.clock:
        return False
    return b.begins >= a.begins + a.duration - max(a.seen.tick, b.seen.tick)


def _united(a: Piece, b: Piece) -> Piece:
    """One piece of two that overlap, or that are on one clock."""
    if _same_clock(a, b) or (a.begins is not None and b.begins is not None and a.seen.clock == b.seen.clock):
        offset = (b.begins or 0.0) - (a.begins or 0.0)
    else:
        overlap = b.seen.step[b.seen.step <= a.last]
        at_a = np.interp(overlap, a.seen.step, a.seen.elapsed)
        offset = float(np.median(at_a - b.seen.elapsed[: len(overlap)]))
    both = _stacked([a, b], [0.0, offset])
    arrived = a.arrived if a.last > b.last else b.arrived
    return Piece(both, _begins(both) if a.begins is not None else None, arrived)


def _arrival_gap(before: Piece, after: Piece, pace: float | None, far: float) -> float | None:
    """Seconds between two pieces by their arrival; ``None`` if unknown or nowhere near the pace."""
    if before.arrived is None or after.arrived is None or not after.first > before.last:
        return None
    gap = after.arrived - before.arrived - after.duration
    expected = None if pace is None else pace * (after.first - before.last)
    if gap <= 0 or (expected is not None and not expected / far <= gap <= expected * far):
        return None
    return gap


def _stacked(parts: list[Piece], offsets: list[float]) -> Observations:
    """All records by step, each step once, on one clock that never falls."""
    names = {name for part in parts for name in _columns(part.seen)}
    whole = [part.seen for part in parts if len(part.seen) > 1] or [part.seen for part in parts]
    columns: dict[str, Array] = {}
    for name in names:
        values = [_column(part.seen, name) for part in parts]
        known = [len(value) == len(part.seen) for value, part in zip(values, parts, strict=True)]
        if name == "elapsed":
            values = [value + offset for value, offset in zip(values, offsets, strict=True)]
        elif not all(known) and name not in NAN_ALLOWED:
            continue
        blank = [np.full(len(part.seen), np.nan) for part in parts]
        columns[name] = np.concatenate([v if k else b for v, k, b in zip(values, known, blank, strict=True)])
    _, first = np.unique(columns["step"], return_index=True)
    columns = {name: values[first] for name, values in columns.items()}
    columns["elapsed"] = np.maximum.accumulate(columns["elapsed"] - columns["elapsed"][0])
    clock = max((seen.clock for seen in whole), key=ORDER.index) if len(parts) > 1 else parts[0].seen.clock
    if len(first) > 1 and all(len(part.seen) == 1 for part in parts):
        clock = Clock.ARRIVAL
    tick = max(seen.tick for seen in whole)
    template = Observations(clock=clock, tick=tick, step_time_span=whole[0].step_time_span)
    return _like(template, dict(columns), parts[0].seen.origin)


def _column(seen: Observations, name: str) -> Array:
    value: Array = getattr(seen, name, EMPTY)
    return value
