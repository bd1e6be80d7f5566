"""A run that is known already, answered again: with a number that was missing, or in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

from bot.answer import Answer, Request, answer
from bot.numbers import exact
from estimators import NotALog, Reading, Run, estimate

MOST_TYPED, MOST_CASE = 40, 100
_QUIET = "iter=1 s=1 total=2"  # a question that is none of the person's
_BARE = re.compile(r"[0-9٠-٩۰-۹][0-9٠-٩۰-۹.,٫٬]{0,24}")


def missing(run: Run) -> frozenset[str]:
    """Return which of the two numbers an estimate still lacks."""
    lacks = {"total"} if run.total is None else set()
    if run.pace is None and len(run.observations) < 2:
        lacks.add("pace")
    return frozenset(lacks)


def again(run: Run, language: str, asked_at: datetime) -> Answer:
    """Answer from what is known alone, in ``language``."""
    lacks = missing(run)
    reading = Reading(run, lacks, None, run.format, language, 1.0)
    if lacks:
        sample = None if "pace" in lacks else estimate(replace(run, total=run.done + 1000))
        return Answer("needs", language, reading, asked_at, per_thousand=sample)
    return Answer("estimate", language, reading, asked_at, estimate(run))


def compared(run: Run, language: str, asked_at: datetime, case: str) -> Answer:
    """Answer again with a case beside it, as the option ``what_if`` does."""
    found = again(run, language, asked_at)
    asked = answer(Request(_QUIET, asked_at, language=language, what_if=" ".join(case.split())[:MOST_CASE]))
    wishes = asked.reading.what_if
    if found.estimate is None or not wishes:
        nothing = Reading(problem=NotALog("no-case"))
        return replace(found, status="none", reading=nothing, estimate=None)
    reading = replace(found.reading, what_if=wishes)
    return replace(found, reading=reading, estimate=estimate(run, wishes))


def understood(run: Run) -> dict[str, str]:
    """Return the numbers that an answer rests on, as they are typed."""
    numbers = {"done": run.done, "total": run.total, "pace": run.pace}
    return {name: exact(number) if number is not None else "" for name, number in numbers.items()}


def corrected(run: Run, shown: Run, language: str, now: datetime, typed: Mapping[str, str]) -> Answer:
    """Answer with corrected numbers; ``shown`` is what stood in the form. What was measured stays unless it was wrong."""
    clean = {name: _one_line(value) for name, value in typed.items()}
    told = understood(shown)
    command = f"iter={clean['done']} {_named_pace(clean['pace'])} total={clean['total']}"
    read = answer(Request(command, now, language=language))
    found = read.reading.run
    if read.status != "estimate" or found is None:
        return read
    if clean["done"] == told["done"] and clean["pace"] == told["pace"]:
        return again(replace(run, total=found.total, total_source="given"), language, now)
    right = Run("question", run.unit, found.done, found.total, found.pace, total_source="given")
    return again(right, language, now)


def completed(run: Run, language: str, now: datetime, *, total: str = "", pace: str = "") -> Answer:
    """Answer with the numbers that were typed into a form, read as they are read in a command."""
    total, pace = _one_line(total), _one_line(pace)
    known = exact(run.pace or Decimal(1))
    given = (_named_pace(pace) or f"s={known}", f"total={total}" if total else "")
    command = " ".join(("iter=" + exact(run.done), *filter(None, given)))
    read = answer(Request(command, now, language=language))
    found = read.reading.run
    if read.status == "none" or found is None:
        return read
    filled = replace(
        run,
        total=found.total if total else run.total,
        total_source="given" if total else run.total_source,
        pace=found.pace if pace else run.pace,
    )
    return again(filled, language, now)


def _one_line(typed: str) -> str:
    return " ".join(typed.split())[:MOST_TYPED]


def _named_pace(typed: str) -> str:
    return f"s={typed}" if _BARE.fullmatch(typed) else typed
