"""Request + remembered run -> Answer: a plain function, the same for Discord and the terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Literal

from bot.follow_up import Followed, Known, follow_up
from bot.language import choose
from estimators import Estimate, NotALog, Note, Reading, Run, WhatIf, estimate, read

__all__ = ["UTC", "Answer", "NotALog", "Request", "answer", "answers"]


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked, with everything ambient made explicit.

    ``language`` is the person's own setting; ``locale`` what the client hints at; ``total`` a number given
    separately (an option, a modal), ``what_if`` a scenario given separately. ``now`` is aware UTC;
    ``remembered_at`` is when the remembered run was asked about.
    """

    text: str | bytes
    now: datetime
    language: str | None = None
    locale: str | None = None
    guild_language: str | None = None
    total: str | None = None
    what_if: str | None = None
    remembered_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is to be said, in no language yet but with the language chosen.

    ``reading.run`` is the run after everything remembered was merged into it: what to remember next.
    ``followed`` says that the remembered run took part, ``changed`` what is different since then. ``assumed``: how
    far the run has come is worked out from the clock, so what is remembered stays as it was.
    """

    status: Literal["estimate", "needs", "none"]
    language: str
    reading: Reading
    asked_at: datetime
    estimate: Estimate | None = None
    followed: bool = False
    changed: Note | None = None
    assumed: bool = False
    per_thousand: Estimate | None = None  # what 1,000 more units take, while the total is not known

    @property
    def run(self) -> Run | None:
        """The run that the answer is about: what to remember for a follow-up."""
        return self.reading.run

    def finish(self, seconds: float) -> datetime | None:
        """Return the instant ``seconds`` after the question, or ``None`` past the calendar's end."""
        try:
            return self.asked_at + timedelta(seconds=seconds)
        except OverflowError:
            return None


def answer(request: Request, remembered: Run | None = None) -> Answer:
    """Read the request, fill in from the remembered run, and estimate."""
    reading = read(request.text, request.total)
    return _answered(request, reading, _joined(request, reading, remembered))


def answers(request: Request, remembered: Run | None = None) -> tuple[Answer, Answer | None]:
    """Return the answer and, where the remembered run took part in it, also what the text says by itself."""
    reading = read(request.text, request.total)
    joined = _joined(request, reading, remembered)
    together = _answered(request, reading, joined)
    return together, None if joined is None or joined.assumed else _answered(request, reading)


def _joined(request: Request, reading: Reading, remembered: Run | None) -> Followed | None:
    if remembered is None:
        return None
    return follow_up(request.text, reading, Known(remembered, request.remembered_at), request.now)


def _answered(request: Request, reading: Reading, joined: Followed | None = None) -> Answer:
    if joined is not None:
        reading = joined.reading
    if request.what_if:
        reading = replace(reading, what_if=(*reading.what_if, *_wishes(request.what_if)))
    found = Answer(
        "none",
        choose(request.language, reading.language, request.locale, request.guild_language),
        reading,
        request.now,
        followed=joined is not None,
        changed=joined.changed if joined else None,
        assumed=joined is not None and joined.assumed,
    )
    if reading.problem is not None or reading.run is None:
        return found
    if reading.missing:
        sample = None if "pace" in reading.missing else _thousand(reading.run)
        return replace(found, status="needs", per_thousand=sample)
    return replace(found, status="estimate", estimate=estimate(reading.run, reading.what_if))


def _wishes(text: str) -> tuple[WhatIf, ...]:
    """What an option asks, which need not begin with "what if": "200 ms", "stop at 4000", "two GPUs"."""
    return read(text).what_if or read(f"what if {text}").what_if


def _thousand(run: Run) -> Estimate:
    """What is known while the total is not: the pace, and what 1,000 more units take."""
    return estimate(replace(run, total=run.done + 1000))
