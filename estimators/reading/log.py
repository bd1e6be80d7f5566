"""A log -> the run that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

import numpy as np

from estimators.reading import configuration, stamps
from estimators.reading.assembling import LogReading, assemble
from estimators.reading.clean import chunks, clean, sample
from estimators.reading.counters import count
from estimators.reading.format import Format
from estimators.reading.formats import all_formats
from estimators.reading.table import Table, carry, prefixes, scan
from estimators.run import Run, Settings

#: From this certainty on a format's own lines are believed; general ones need a clock as well.
UNMISTAKABLE = 0.5
#: From this certainty on a second format in one text is a second run.
CERTAIN = 0.8


def read_log(raw: bytes, given: Decimal | None = None) -> LogReading | None:
    """Return the run that the best fitting format sees in ``raw``, or ``None`` where none sees one."""
    head = sample(raw)
    ranked = _ranked(head)
    best = next(_readings(raw, head, ranked, given), None)
    if best is None or best.run.total is not None:
        return best
    others = [fmt for fmt in ranked if fmt.certainty >= UNMISTAKABLE and fmt.name != best.run.format]
    found = _readings(raw, head, others, given)
    return next((other for other in found if _knows_the_end(other, best.run)), best)


def shows_records(raw: bytes, least: float) -> bool:
    """Tell whether a format at least so certain sees a record in ``raw``, read or not."""
    head = sample(raw)
    return any(fmt.fitted(head).count(head, most=1) for fmt in all_formats() if fmt.certainty >= least)


def _knows_the_end(other: LogReading, run: Run) -> bool:
    """Tell whether another tool's lines count the same steps (as a bar beside an engine's lines does) and say how many."""
    if other.run.total_source != "log" or other.run.unit is not run.unit:
        return False
    return not other.run.finished and run.done * 4 <= other.run.done * 5 <= run.done * 6


def rival(raw: bytes, best: LogReading) -> LogReading | None:
    """Return another tool's unfinished run in the same text, if its lines are as unmistakable as those of ``best``."""
    if best.certainty < CERTAIN or best.run.finished:
        return None
    head = sample(raw)
    others = [fmt for fmt in _ranked(head, CERTAIN) if fmt.name != best.run.format]
    other = next(_readings(raw, head, others, None), None)
    return other if other is not None and not other.run.finished and _stands_apart(raw, other.run, best.run) else None


def _stands_apart(raw: bytes, other: Run, best: Run) -> bool:
    """Tell whether the other tool has lines of its own: two formats may see the same lines."""
    known = {fmt.name: fmt for fmt in all_formats()}
    head = sample(raw)
    taken = known[best.format].fitted(head).patterns
    rest = b"\n".join(line for line in head.split(b"\n") if not any(pattern.search(line) for pattern in taken))
    return known[other.format].fitted(head).count(rest, most=1) > 0


def _ranked(head: bytes, least: float = 0.0) -> list[Format]:
    """Return the formats that see records in a sample, the most certain first."""
    known = (fmt.fitted(head) for fmt in all_formats() if fmt.certainty >= least)
    counted = [(fmt, seen) for fmt in known if (seen := fmt.count(head))]
    return [fmt for fmt, _ in sorted(counted, key=lambda pair: (-pair[0].certainty, -pair[1]))]


def _readings(raw: bytes, head: bytes, ranked: Sequence[Format], given: Decimal | None) -> Iterator[LogReading]:
    """Yield what each of these formats sees in ``raw``."""
    for fmt in ranked[:6]:
        reading = read_as(fmt, raw, head, given)
        if reading is not None and (fmt.certainty >= UNMISTAKABLE or _has_a_clock(reading.run)):
            yield reading


def _has_a_clock(run: Run) -> bool:
    counted = run.total is not None or run.settings.steps_per_epoch is not None
    stamped = counted and len(run.observations.stamps) > 0
    return run.pace is not None or len(run.observations) > 1 or stamped


def read_as(fmt: Format, raw: bytes, head: bytes, given: Decimal | None = None) -> LogReading | None:
    """Read ``raw`` as this format; ``head`` is its cleaned sample."""
    with np.errstate(all="ignore"):  # what cannot be divided is nan or infinite, and that is not known
        return _read_as(fmt, raw, head, given)


def _read_as(fmt: Format, raw: bytes, head: bytes, given: Decimal | None) -> LogReading | None:
    roles = {
        "records": fmt.patterns,
        "headers": fmt.header_patterns,
        "settings": fmt.setting_patterns,
        "pauses": fmt.pause_patterns,
    }
    found = scan(chunks(raw), {k: v for k, v in roles.items() if v}, _stamp_kind(fmt, head))
    table = carry(found["records"], found["headers"]) if "headers" in found else found["records"]
    if fmt.shape is not None and len(table):
        table = fmt.shape(table).known()
    if len(table) < fmt.least and not any(name in table for name in ("time", "interval", "elapsed", "rate")):
        return None
    said = _settings(raw, found.get("settings"))
    if fmt.plan is not None:
        said = fmt.plan(said)
    counted = count(fmt, table, said) if len(table) else None
    if counted is None or not np.isfinite(counted.done).any():
        return None
    keep = np.flatnonzero(np.isfinite(counted.done))
    return assemble(fmt, table.rows(keep), counted.rows(keep), said, found.get("pauses"), given)


def _stamp_kind(fmt: Format, head: bytes) -> stamps.Kind | None:
    before = [prefix for pattern in fmt.patterns for prefix in prefixes(head, pattern)]
    return stamps.recognise(before)


def _settings(raw: bytes, own: Table | None) -> Settings:
    head = clean(raw[: configuration.HEAD])
    tail = clean(raw[-configuration.TAIL :]) if len(raw) > configuration.HEAD else b""
    general = configuration.settings(head + b"\n" + tail)
    if own is None or not len(own):
        return general
    names = {"batches": "steps_per_epoch"}
    said = {}
    for name, values in own.columns.items():
        good = values[np.isfinite(values)]
        if len(good) and names.get(name, name) in Settings.__slots__:
            said[names.get(name, name)] = float(good[-1])
    return Settings(**said).merged(general)  # type: ignore[arg-type]
