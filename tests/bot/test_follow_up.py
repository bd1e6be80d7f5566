"""A conversation about one run: what was asked before takes part, and only where it fits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from bot.answer import Answer, Request, answer
from bot.reply import text

START = datetime(2026, 11, 23, 12, tzinfo=UTC)
LINE = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"


def lines(first: int, last: int, milliseconds: float) -> str:
    return "\n".join(f"iter {i}: loss 3.1, time {milliseconds}ms, mfu 2.31%" for i in range(first, last, 10))


def then(message: str, before: Answer, after: timedelta = timedelta(), language: str | None = None) -> Answer:
    request = Request(message, START + after, language=language, remembered_at=before.asked_at)
    return answer(request, before.run)


@pytest.fixture
def needs() -> Answer:
    return answer(Request(LINE, START))


@pytest.fixture
def known() -> Answer:
    return answer(Request("/eta iter=100 ms=3995.11 total=6000", START))


@pytest.mark.parametrize("message", ["total 6000", "6000", "max_iters = 6000", "6k", "المجموع 6000", "٦٠٠٠"])
def test_the_missing_total_may_follow(needs: Answer, message: str) -> None:
    assert (needs.status, needs.reading.missing) == ("needs", {"total"})
    found = then(message, needs)
    assert found.estimate is not None
    assert found.estimate.remaining == Decimal("23571.149")
    assert found.followed
    assert found.reading.format == needs.reading.format


def test_a_bare_number_is_no_total_where_none_is_missing(known: Answer) -> None:
    assert then("7000", known).status == "none"


def test_a_bare_number_without_a_run_is_no_question() -> None:
    assert answer(Request("6000", START)).status == "none"


@pytest.mark.parametrize("message", ["and now?", "والآن؟"])
def test_now_is_worked_out_from_the_clock(known: Answer, message: str) -> None:
    found = then(message, known, timedelta(seconds=3995.11))
    assert found.assumed
    assert found.estimate is not None
    assert found.estimate.done == Decimal(1100)
    assert "1,000" in text(found)


def test_now_at_once_changes_nothing(known: Answer) -> None:
    found = then("and now?", known)
    assert found.estimate is not None
    assert found.estimate.remaining == Decimal("23571.149")
    assert not found.assumed


def test_now_after_the_end_asks_for_the_latest_line(known: Answer) -> None:
    found = then("and now?", known, timedelta(days=1))
    assert found.status == "none"
    assert found.reading.problem is not None
    assert found.reading.problem.id == "probably-finished"


def test_what_if_is_asked_of_the_known_run(known: Answer) -> None:
    found = then("what if it improves to 200 ms?", known)
    assert found.estimate is not None
    assert [str(row.step_time.normalize()) for row in found.estimate.scenarios] == ["3.99511", "0.2"]


def test_a_later_counter_uses_the_known_pace_and_total(known: Answer) -> None:
    found = then("iter=500", known)
    assert found.estimate is not None
    assert found.estimate.remaining == 5500 * Decimal("3.99511")


def test_a_later_log_without_a_total_takes_the_known_one(known: Answer) -> None:
    found = then(lines(500, 700, 4000.0), known, timedelta(hours=1))
    assert found.estimate is not None
    assert found.estimate.total == 6000


def test_pastes_of_one_run_become_one(needs: Answer) -> None:
    first = then("total 6000", answer(Request(lines(100, 400, 4000.0), START)))
    second = then(lines(400, 700, 5000.0), first, timedelta(minutes=20))
    assert second.followed
    assert second.estimate is not None
    assert first.estimate is not None
    assert second.estimate.total == 6000
    assert second.estimate.observations > first.estimate.observations
    assert second.changed is not None
    assert second.changed.args["direction"] == "slower"
    assert needs.run is not None


def test_another_run_stands_by_itself(known: Answer) -> None:
    whole = then("/eta iter=3 s=10 total=50", known)
    assert not whole.followed
    assert whole.estimate is not None
    assert whole.estimate.remaining == 470
    assert not then("/eta iter=3 s=10", known).followed


def test_a_total_that_is_behind_is_a_mistake(needs: Answer) -> None:
    found = then("total 50", needs)
    assert found.status == "none"
    assert found.reading.problem is not None
    assert found.reading.problem.id == "done-exceeds-total"


def test_small_talk_is_still_no_question(known: Answer) -> None:
    assert then("thanks, see you at 6", known).status == "none"


def test_the_language_of_the_message_wins_over_the_locale(needs: Answer) -> None:
    assert then("المجموع 6000", needs).language == "ar"
    assert then("المجموع 6000", needs, language="en").language == "en"
