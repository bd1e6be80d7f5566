"""Patterns over text -> columns of numbers, a chunk at a time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from estimators.reading import fields, stamps
from estimators.run import Array

_PREFIX = 160  # bytes before a record in which a stamp is looked for


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Columns of equal length, in the order of the text; ``offset`` is the byte at which each row begins.

    ``kind`` is the index of the pattern that matched the row.
    """

    offset: NDArray[np.int64]
    kind: NDArray[np.int64]
    columns: Mapping[str, Array] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.offset)

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def __getitem__(self, name: str) -> Array:
        """Return the column, all nan where no row has it."""
        found = self.columns.get(name)
        return np.full(len(self), np.nan) if found is None else found

    def has(self, name: str) -> bool:
        """Tell whether at least half of the rows carry the column."""
        return name in self.columns and len(self) > 0 and bool(np.isfinite(self.columns[name]).mean() >= 0.5)

    def rows(self, chosen: NDArray[np.bool_] | NDArray[np.intp] | slice) -> Table:
        """Return only the chosen rows."""
        return Table(self.offset[chosen], self.kind[chosen], {k: v[chosen] for k, v in self.columns.items()})

    def known(self) -> Table:
        """Return the table with nan for what is not finite."""
        if all(bool(np.isfinite(values).all()) for values in self.columns.values()):
            return self
        return self.with_columns(**{k: np.where(np.isfinite(v), v, np.nan) for k, v in self.columns.items()})

    def with_columns(self, **columns: Array) -> Table:
        """Return the table with columns added or replaced."""
        return Table(self.offset, self.kind, {**self.columns, **columns})


EMPTY = Table(np.empty(0, np.int64), np.empty(0, np.int64))


Roles = Mapping[str, Sequence[re.Pattern[bytes]]]


def scan(chunks: Iterable[tuple[int, bytes]], roles: Roles, stamp: stamps.Kind | None) -> dict[str, Table]:
    """Collect, in one pass, every match of every role's patterns.

    ``stamp`` is the kind of time stamp that stands before the matches, if any.
    """
    pieces: dict[str, list[Table]] = {role: [] for role in roles}
    for base, chunk in chunks:
        for role, patterns in roles.items():
            pieces[role] += [_matches(chunk, base, pattern, kind, stamp) for kind, pattern in enumerate(patterns)]
    return {role: join(found, unroll=stamp.period if stamp else 0.0) for role, found in pieces.items()}


def carry(records: Table, headers: Table) -> Table:
    """Give every record what the latest header before it said, where the record itself says nothing."""
    if not len(headers) or not len(records):
        return records
    added = {}
    for name, values in headers.columns.items():
        if name == "stamp":
            continue
        known = np.flatnonzero(np.isfinite(values))
        at = np.searchsorted(headers.offset[known], records.offset) - 1
        said = np.where(at >= 0, values[known][np.maximum(at, 0)], np.nan) if len(known) else np.full(len(records), np.nan)
        own = records[name]
        added[name] = np.where(np.isnan(own), said, own)
    return records.with_columns(**added)


def prefixes(text: bytes, pattern: re.Pattern[bytes], most: int = 64) -> list[bytes]:
    """Return what stands before the first ``most`` matches on their lines."""
    out = []
    for match in pattern.finditer(text):
        start = match.start()
        out.append(text[max(text.rfind(b"\n", 0, start + 1) + 1, start - _PREFIX) : start])
        if len(out) == most:
            break
    return out


def join(pieces: Sequence[Table], unroll: float = 0.0) -> Table:
    """Put tables into one, in the order of the text; where several patterns match, the first of them counts."""
    pieces = [p for p in pieces if len(p)]
    if not pieces:
        return EMPTY
    names = sorted({name for p in pieces for name in p.columns})
    offset = np.concatenate([p.offset for p in pieces])
    order = np.argsort(offset, kind="stable")
    order = order[np.diff(offset[order], prepend=-2) > 0]
    columns = {name: np.concatenate([p[name] for p in pieces])[order] for name in names}
    if unroll and "stamp" in columns:
        columns["stamp"] = stamps.unroll(columns["stamp"], unroll)
    return Table(offset[order], np.concatenate([p.kind for p in pieces])[order], columns)


def _matches(chunk: bytes, base: int, pattern: re.Pattern[bytes], kind: int, stamp: stamps.Kind | None) -> Table:
    starts: list[int] = []
    groups: list[tuple[bytes | None, ...]] = []
    for match in pattern.finditer(chunk):  # no list of matches: what is gone at once, the collector need not look at
        starts.append(match.start())
        groups.append(match.groups())
    if not starts:
        return EMPTY
    captured = list(zip(*groups, strict=True))
    columns: dict[str, Array] = {}
    for group, index in pattern.groupindex.items():
        name, values = fields.column(group, captured[index - 1])
        columns[name] = np.where(np.isnan(columns[name]), values, columns[name]) if name in columns else values
    if stamp is not None:
        columns["stamp"] = stamps.seconds(stamp, _before(chunk, starts))
    rows = np.array(starts, np.int64) + base
    return Table(rows, np.full(len(rows), kind, np.int64), columns)


def _before(chunk: bytes, starts: list[int]) -> list[bytes]:
    newline = chunk.rfind
    return [chunk[max(newline(b"\n", 0, start + 1) + 1, start - _PREFIX) : start] for start in starts]
