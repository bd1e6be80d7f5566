"""Answer -> Reply: every sentence of the answer, in its language, in reading order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

__all__ = ["Reply", "Row", "TipLine"]


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the what-if table, every cell in words."""

    name: str
    pace: str
    remaining: str
    finish: str
    line: str = ""  # the whole row as one line of Markdown


@dataclass(frozen=True, slots=True)
class TipLine:
    """One tip: its sentence, what it would save (empty for a general check), where it comes from."""

    text: str
    saving: str
    source: str
    evidence: bool


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said, in reading order; an empty string or tuple is not said.

    ``headline`` carries Markdown bold. ``sum`` is a formula for a line of its own, left to right in every
    language. ``finish_at`` and the two ends of the band are instants for buttons and reminders.
    """

    language: str
    status: Literal["estimate", "needs", "none"]
    headline: str = ""
    finish: str = ""
    sum_label: str = ""
    sum: str = ""
    band: str = ""
    basis: str = ""
    expected: str = ""
    read: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    trend: str = ""
    scenarios_title: str = ""
    scenarios_head: Row | None = None
    scenarios: tuple[Row, ...] = ()
    tips_title: str = ""
    tips: tuple[TipLine, ...] = ()
    paste: str = ""
    question: str = ""
    problem: str = ""
    choices: tuple[str, ...] = ()
    finish_at: datetime | None = None
    optimistic_at: datetime | None = None
    pessimistic_at: datetime | None = None
