"""What reading a text can come to: a run, a run that lacks a number, or a mistake as a value.

``Problem``
 |- ``NotALog``      nothing here is a question about a run
 |- ``Impossible``   the numbers contradict themselves or the world
 |- ``Ambiguous``    several runs, or several meanings: the person has to choose
 |- ``TooLarge``     beyond what is read at all
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from estimators.run import Note, Run


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake as a value. ``id`` names the message (``problem-<id>``), ``args`` fill its places."""

    id: str
    args: dict[str, Any] = field(default_factory=dict)


class NotALog(Problem):
    """Nothing in the text asks about, or comes from, a training run."""


class Impossible(Problem):
    """Numbers that cannot be: nothing left to do, a step time of zero, a negative counter."""


class Ambiguous(Problem):
    """More than one answer fits; ``args["choices"]`` is a tuple of Notes to choose from."""


class TooLarge(Problem):
    """More than is read."""


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What ``read`` understood.

    ``missing`` holds the plain strings "total" and "pace". ``problem`` is ``None`` or one of the mistakes
    above, and then ``run`` is ``None``. ``format`` is the name of the log format, or "question".
    ``language`` is the language the text was written in where it shows one ("en", "ar").
    ``kind`` is "log", "command", "sentence" or "follow-up" (makes sense only beside an earlier run); ``stated`` holds
    which of "done", "total", "pace" the text itself says. ``ignored`` says what was set aside and why.
    ``what_if`` holds scenarios asked for in the text, see :mod:`estimators.forecast.scenario`.
    """

    run: Run | None = None
    missing: frozenset[str] = frozenset()
    problem: Problem | None = None
    format: str | None = None
    language: str | None = None
    certainty: float = 0.0  # 0..1: how sure it is that this text belongs to a run
    ignored: tuple[Note, ...] = ()
    what_if: tuple[Any, ...] = ()
    kind: str = "log"
    stated: frozenset[str] = frozenset()
