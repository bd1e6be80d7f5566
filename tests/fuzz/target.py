"""One execution: a text is read and answered, as the bot and the terminal do it."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from bot.answer import Answer, Request, answer

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def execute(text: str | bytes, total: str | None = None, what_if: str | None = None) -> Answer:
    """Answer a text; raises whatever breaks, and where the answer contradicts itself."""
    found = answer(Request(text, NOW, total=total, what_if=what_if))
    reading, estimate = found.reading, found.estimate
    assert (reading.run is None) == (found.status == "none") or reading.problem is not None
    assert reading.missing <= {"total", "pace"}
    assert (estimate is not None) == (found.status == "estimate")
    if estimate is not None:
        assert estimate.remaining.is_finite()
        assert estimate.remaining >= 0
        figures = (estimate.optimistic, estimate.expected, estimate.pessimistic)
        assert all(math.isfinite(figure) for figure in figures), figures
        assert 0 <= figures[0] <= figures[1] <= figures[2], figures
    return found
