"""Time stamps in front of records: which kind a log uses, and POSIX seconds for each record.

The zone is the log's own and unknown; only differences are used. Kinds without a year or a date are unrolled
over new year and midnight.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from estimators.run import Array

_DIGIT = re.compile(rb"\d")
_CLOCK = rb"(\d\d:\d\d:\d\d)(?:[.,:](\d{1,9}))?"
_MONTHS = {m: b"%02d" % (i + 1) for i, m in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split())}
_DAY, _YEAR = 86400.0, 366 * 86400.0


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to write a stamp. ``iso`` turns the groups into ``YYYY-MM-DDTHH:MM:SS``; ``period`` unrolls it."""

    name: str
    pattern: re.Pattern[bytes]
    iso: Callable[[tuple[bytes, ...]], bytes] | None
    period: float = 0.0


def _twelve(clock: bytes, half: bytes) -> bytes:
    hour = int(clock[:2]) % 12 + (12 if half in b"PMpm" else 0)
    return b"%02d" % hour + clock[2:]


KINDS: tuple[Kind, ...] = (
    Kind("iso", re.compile(rb"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?:[ T_:-]|, ?| - )" + _CLOCK),
         lambda g: b"%s-%s-%sT%s" % (g[0], g[1].zfill(2), g[2].zfill(2), g[3])),
    Kind("slashed-year", re.compile(rb"(?<!\d)(\d\d)/(\d\d)/(\d{4})[ -]" + _CLOCK + rb"(?: ?([AP])M)?"),
         lambda g: b"%s-%s-%sT%s" % (g[2], *_month_day(g[0], g[1]), _twelve(g[3], g[5]) if g[5] else g[3])),
    Kind("dotted-year", re.compile(rb"(?<!\d)(\d\d)\.(\d\d)\.(\d\d)\|" + _CLOCK),
         lambda g: b"20%s-%s-%sT%s" % (g[2], g[0], g[1], g[3])),
    Kind("compact", re.compile(rb"(?<!\d)(20\d\d)(\d\d)(\d\d)[ T_-]" + _CLOCK), lambda g: b"%s-%s-%sT%s" % g[:4]),
    Kind("glog", re.compile(rb"(?:^|[\s\[:])[IWEF](\d\d)(\d\d) " + _CLOCK), lambda g: b"2000-%s-%sT%s" % g[:3], _YEAR),
    Kind("month-day", re.compile(rb"(?<![\d/-])(\d\d)[/-](\d\d) " + _CLOCK), lambda g: b"2000-%s-%sT%s" % g[:3], _YEAR),
    Kind("syslog", re.compile(rb"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}(\d\d?) " + _CLOCK),
         lambda g: b"2000-%s-%sT%s" % (_MONTHS[g[0]], g[1].zfill(2), g[2]), _YEAR),
    Kind("unix-ms", re.compile(rb"(?<![\d.])(1[0-9]{9})([0-9]{3})(?![\d])"), None),
    Kind("unix", re.compile(rb"(?<![\d.])(1[0-9]{9})(?:\.(\d{1,9}))?(?![\d])"), None),
    Kind("clock", re.compile(rb"(?:^|[\[\s(|])" + _CLOCK), lambda g: b"2000-01-01T" + g[0], _DAY),
)  # fmt: skip


def _month_day(first: bytes, second: bytes) -> tuple[bytes, bytes]:
    """Return (month, day): the American order unless the first number cannot be a month."""
    return (second, first) if first > b"12" else (first, second)


def recognise(prefixes: Sequence[bytes]) -> Kind | None:
    """Return the first kind that nine in ten of the prefixes hold, or ``None``."""
    most = len(prefixes) // 10
    if not prefixes or sum(_DIGIT.search(p) is None for p in prefixes) > most:
        return None
    return next((kind for kind in KINDS if _misses(kind, prefixes, most) <= most), None)


def _misses(kind: Kind, prefixes: Sequence[bytes], most: int) -> int:
    """Return how many prefixes hold no stamp of this kind; the count ends once it is over ``most``."""
    search, misses = kind.pattern.search, 0
    for prefix in prefixes:
        misses += search(prefix) is None
        if misses > most:
            break
    return misses


def seconds(kind: Kind, prefixes: Sequence[bytes]) -> Array:
    """Return POSIX seconds for every prefix (nan where it holds no stamp), unrolled to never jump back a period."""
    search = kind.pattern.search
    found = [m.groups(b"") if (m := search(p)) else None for p in prefixes]
    values = np.full(len(found), np.nan)
    at = [i for i, groups in enumerate(found) if groups is not None]
    groups = [g for g in found if g is not None]
    if not groups:
        return values
    values[at] = _unix(groups) if kind.iso is None else _calendar(kind, groups)
    return unroll(values, kind.period) if kind.period else values


def _unix(groups: list[tuple[bytes, ...]]) -> Array:
    return np.array([float(b"%s.%s" % (whole, part or b"0")) for whole, part in groups])


def _calendar(kind: Kind, groups: list[tuple[bytes, ...]]) -> Array:
    assert kind.iso is not None  # noqa: S101
    fraction = _fraction_group(kind)
    parts: Array = np.array([float(b"0." + g[fraction]) if g[fraction] else 0.0 for g in groups])
    texts = [kind.iso(g).decode("ascii") for g in groups]
    try:
        whole = np.array(texts, dtype="datetime64[s]")
    except ValueError:
        ones: Array = np.array([_one(text) for text in texts])
        return ones + parts
    moments: Array = whole.astype(np.int64).astype(np.float64)
    return moments + parts


def _one(text: str) -> float:
    try:
        return float(np.datetime64(text, "s").astype(np.int64))
    except ValueError:
        return float("nan")


def _fraction_group(kind: Kind) -> int:
    return kind.pattern.groups - 1 - (kind.name == "slashed-year")


def unroll(values: Array, period: float) -> Array:
    """Add a period wherever the stamps fall back by more than half of one (midnight, new year)."""
    good = np.isfinite(values)
    series = values[good]
    falls = np.diff(series, prepend=series[:1]) < -period / 2
    out = values.copy()
    out[good] = series + np.cumsum(falls) * period
    return out
