"""A message about a run that is already known: "total 6000", "and now?", "what if 200 ms", a later paste."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import ROUND_DOWN, Decimal

import numpy as np

from estimators import Impossible, NotALog, Note, Reading, Run, estimate, read
from estimators.forecast.merge import changed, merge

#: A bare answer to "how many in all?" is no longer than this (characters).
BARE = 40
#: Units that are watched in parts: 2.4 epochs.
_FINE = {"epoch", "percent"}


@dataclass(frozen=True, slots=True)
class Known:
    """A run asked about before, and when."""

    run: Run
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Followed:
    """The known run with what a message adds to it.

    ``assumed``: how far the run has come is worked out from the clock, so it is not to be remembered.
    ``changed`` says what is different from before.
    """

    reading: Reading
    assumed: bool = False
    changed: Note | None = None


def follow_up(text: str | bytes, reading: Reading, known: Known, now: datetime) -> Followed | None:
    """Join a message to the known run; ``None`` where it stands by itself."""
    if isinstance(reading.problem, NotALog) and known.run.total is None and 0 < len(text.strip()) <= BARE:
        bare = text if isinstance(text, str) else text.decode("utf-8", "replace")
        reading = read(f"total {bare}")
    if reading.run is None:
        return None
    if reading.kind == "log":
        return _later_paste(reading, known, now)
    if reading.missing and not (reading.kind != "follow-up" and _another_run(reading, known.run)):
        return _completed(reading, known, now)
    return None


def _later_paste(reading: Reading, known: Known, now: datetime) -> Followed | None:
    run = reading.run
    if run is None:
        return None
    arrived = (known.at.timestamp() if known.at else None, now.timestamp())
    merged = merge(known.run, run, arrived)
    if merged is None:
        filled = known.run.total if known.run.format == "question" and run.total is None else None
        if filled is None or filled <= run.done:
            return None
        return Followed(_checked(reading, replace(run, total=filled, total_source="given")))
    return Followed(_checked(reading, merged), changed=changed(known.run, merged))


def _another_run(reading: Reading, known: Run) -> bool:
    """Tell whether a question that lacks a number is about another run: it is behind, or counts something else."""
    run = reading.run
    return run is None or ("done" in reading.stated and (run.done < known.done or run.unit != known.unit))


def _completed(reading: Reading, known: Known, now: datetime) -> Followed | None:
    """Return the known run with the numbers that the message states."""
    said, run = reading.run, known.run
    if said is None:
        return None
    if not reading.stated and not reading.what_if:
        return _by_now(reading, known, now)
    run = replace(run, settings=said.settings.merged(run.settings))
    if "total" in reading.stated:
        run = replace(run, total=said.total, total_source="given")
    if "done" in reading.stated:
        run = replace(run, done=said.done)
    if "pace" in reading.stated:
        run = replace(said, done=run.done, total=run.total, total_source=run.total_source, settings=run.settings)
    return Followed(_checked(reading, run))


def _by_now(reading: Reading, known: Known, now: datetime) -> Followed:
    """Take the known run as far as it should have come by now."""
    run = known.run
    passed = Decimal(max((now - known.at).total_seconds(), 0.0)) if known.at else Decimal(0)
    if passed == 0 or not _paced(run):
        return Followed(_checked(reading, run))
    pace = estimate(run if run.total is not None else replace(run, total=run.done + 1000)).step_time
    grain = Decimal("0.01") if run.unit in _FINE else Decimal(1)
    gone = (passed / pace).quantize(grain, ROUND_DOWN)
    if not gone:
        return Followed(_checked(reading, run))
    if run.total is not None and run.done + gone >= run.total:
        return Followed(replace(reading, run=None, problem=Impossible("probably-finished")))
    note = Note("note-kept-pace", {"count": gone, "unit": str(run.unit)})
    moved = replace(run, done=run.done + gone, assumptions=(*run.assumptions, note))
    return Followed(_checked(reading, moved), assumed=True)


def _checked(reading: Reading, run: Run) -> Reading:
    """Return what is still missing of the joined run, or what is wrong with it."""
    if run.total is not None and run.done >= run.total:
        identity = "finished" if run.done == run.total else "done-exceeds-total"
        problem = Impossible(identity, {"done": run.done, "total": run.total})
        return replace(reading, run=None, problem=problem, missing=frozenset())
    missing = {name for name, lacks in (("total", run.total is None), ("pace", not _paced(run))) if lacks}
    return replace(reading, run=run, problem=None, format=run.format, missing=frozenset(missing))


def _paced(run: Run) -> bool:
    return run.pace is not None or len(run.observations) > 1 or bool(np.isfinite(run.observations.step_time).any())
