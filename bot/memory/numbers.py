"""Run <-> what a row holds: numbers and the words of this program, never a word of the person's."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import fields, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from estimators import Clock, Observations, Pause, PauseKind, Run, Session, Settings

MOST_RECORDS = 2000
WHOLE_TAIL = 1000  # the newest records stay as they are: pauses and the current pace show only there
MOST_BYTES = 4_000_000
VERSION = 1
ARRAYS = ("step", "elapsed", "step_time", "work", "data_time", "mfu", "epoch", "stamps")
KINDS = tuple(PauseKind)
STATED = frozenset(f.name for f in fields(Settings))
#: Sentences about a text, which is gone: the next paste brings its own.
NOT_KEPT = frozenset({"assumptions", "warnings"})
OUR_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .+-]{0,23}")  # no underscore, not long: no secret is shaped so

Floats = NDArray[np.float64]


def packed(run: Run) -> bytes:
    """Return the arrays of ``run`` (observations, pauses, sessions) as one compressed blob of float64."""
    seen = slim(run).observations
    arrays: list[Floats] = [getattr(seen, name) for name in ARRAYS]
    nan = float("nan")
    pauses = run.pauses[-MOST_RECORDS:]
    arrays.append(
        np.array([[KINDS.index(p.kind), p.step, nan if p.seconds is None else p.seconds] for p in pauses]).ravel()
    )
    arrays.append(np.array([[s.start, s.stop, s.first_step] for s in run.sessions[-100:]]).ravel())
    parts = [struct.pack("<BB", VERSION, len(arrays))]
    for array in arrays:
        raw = np.ascontiguousarray(array, dtype="<f8")
        parts += [struct.pack("<I", raw.size), raw.tobytes()]
    return zlib.compress(b"".join(parts), 6)


def slim(run: Run, most: int = MOST_RECORDS) -> Run:
    """Return ``run`` with at most ``most`` records: the newest half untouched, evenly spaced ones of the older."""
    seen = run.observations
    n = len(seen)
    if n <= most:
        return run
    tail = min(WHOLE_TAIL, most // 2)
    older = np.unique(np.linspace(0, n - tail - 1, most - tail).round().astype(int))
    keep = np.concatenate([older, np.arange(n - tail, n)])
    values: dict[str, Any] = {name: getattr(seen, name)[keep] for name in ARRAYS if len(getattr(seen, name)) == n}
    if seen.step_time_span == "interval" and "step_time" in values:
        values["step_time"] = _means(seen.step, seen.step_time, keep)
    pieces = tuple(sorted({int(np.searchsorted(keep, piece)) for piece in run.pieces}))
    return replace(run, observations=replace(seen, **values), pieces=pieces)


def _means(step: Floats, step_time: Floats, keep: NDArray[np.int_]) -> Floats:
    """Mean step time over each merged stretch, weighted by its steps; nan where none of it is known."""
    spans = np.diff(step, prepend=step[0])
    spent = np.nancumsum(step_time * spans)
    covered = np.cumsum(np.where(np.isnan(step_time), 0.0, spans))
    out = step_time[keep].copy()
    wide = np.flatnonzero(np.diff(keep) > 1) + 1
    now, before = keep[wide], keep[wide - 1]
    known = covered[now] - covered[before]
    out[wide] = np.where(known > 0, (spent[now] - spent[before]) / np.where(known > 0, known, 1.0), np.nan)
    return out


def details(run: Run) -> dict[str, Any]:
    """Return what is known beside the arrays, as a JSON object of numbers and our own words."""
    run = slim(run)
    seen = run.observations
    stated = {name: getattr(run.settings, name) for name in sorted(STATED)}
    return {
        "clock": str(seen.clock),
        "tick": seen.tick,
        "step_time_span": seen.step_time_span,
        "origin": _harmless(seen.origin),
        "pieces": list(run.pieces),
        "pace_source": run.pace_source,
        "total_source": run.total_source,
        "finished": run.finished,
        "printed_remaining": _harmless(run.printed_remaining),
        "printed_scope": run.printed_scope,
        "settings": {name: kept for name, value in stated.items() if (kept := _harmless(value)) is not None},
    }


def _harmless(value: Any) -> float | bool | str | None:
    if isinstance(value, str):
        return value if OUR_WORD.fullmatch(value) else None
    if value is None or isinstance(value, bool):
        return value
    number = float(value)
    return number if np.isfinite(number) else None


def unpacked(blob: bytes, known: dict[str, Any], run: Run) -> Run:
    """Return ``run`` (its scalar columns) completed with the arrays of ``blob`` and the ``known`` details."""
    arrays = _arrays(blob)
    pauses, sessions = arrays[-2].reshape(-1, 3), arrays[-1].reshape(-1, 3)
    named: dict[str, Any] = dict(zip(ARRAYS, arrays[:-2], strict=True))
    seen = Observations(
        **named,
        clock=Clock(known["clock"]),
        tick=known["tick"],
        step_time_span=known["step_time_span"],
        origin=float("nan") if known["origin"] is None else known["origin"],
    )
    return replace(
        run,
        observations=seen,
        settings=Settings(**{name: value for name, value in known["settings"].items() if name in STATED}),
        pace_source=known["pace_source"],
        total_source=known["total_source"],
        printed_remaining=known["printed_remaining"],
        printed_scope=known["printed_scope"],
        finished=known["finished"],
        pieces=tuple(known["pieces"]),
        pauses=tuple(Pause(KINDS[int(k)], float(at), None if np.isnan(s) else float(s)) for k, at, s in pauses),
        sessions=tuple(Session(int(a), int(b), float(first)) for a, b, first in sessions),
    )


def _arrays(blob: bytes) -> list[Floats]:
    raw = zlib.decompressobj().decompress(blob, MOST_BYTES)
    version, count = struct.unpack_from("<BB", raw)
    if version != VERSION:
        raise ValueError("observations written by a newer version")
    at, arrays = 2, []
    for _ in range(count):
        (size,) = struct.unpack_from("<I", raw, at)
        arrays.append(np.frombuffer(raw, "<f8", size, at + 4).astype(np.float64))
        at += 4 + 8 * size
    return arrays


def readable(blob: bytes) -> dict[str, list[Any]]:
    """Return a blob's arrays by name as plain lists, ``None`` for nan: the export of ``observations``."""
    names = (*ARRAYS, "pauses", "sessions")
    return {
        name: [None if np.isnan(value) else value for value in array.tolist()]
        for name, array in zip(names, _arrays(blob), strict=True)
    }
