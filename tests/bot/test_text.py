"""The sentences of an answer, in reading order, in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from bot.answer import Answer, Request, answer
from bot.language import catalogue, languages
from bot.reply import parts, text

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
COMMAND = "/eta iter=100 ms=3995.11 total=6000"
LINE = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
LOG = "\n".join(f"iter {i}: loss {4 - i / 1000:.4f}, time {time}ms, mfu 12.00%" for i, time in
                zip(range(0, 400, 10), [40000.0, *[500.0 + i % 3 for i in range(39)]], strict=True))  # fmt: skip


def ask(message: str, language: str = "en", **given: str) -> Answer:
    return answer(Request(message, NOW, language=language, **given))


def numbers(written: str) -> list[str]:
    return re.findall(r"\d[\d.,]*\d|\d", written)


def test_english_in_full() -> None:
    lines = text(ask(COMMAND)).split("\n")
    assert lines[0] == "6 h 32 min 51 s left at the observed pace."
    assert lines[1] == "Finishes Mon, Nov 23, 18:32 UTC."
    assert "5900 × 3.99511 s = 23571.149 s" in lines
    assert "With 80% probability between 5 h 57 min and 8 h 19 min." in lines
    assert "Read: 100 of 6,000 iterations done." in lines


def test_arabic_in_full() -> None:
    lines = text(ask(COMMAND, "ar")).split("\n")
    assert lines[0] == "المتبقي 6 ساعات 32 دقيقة 51 ثانية بالوتيرة المرصودة."
    assert lines[1] == "الانتهاء: الاثنين، 23 نوفمبر، 18:32 UTC"
    assert any("5900 × 3.99511" in line and "23571.149" in line for line in lines)
    assert "باحتمال 80% بين 5 ساعات 57 دقيقة و8 ساعات 19 دقيقة." in lines


def test_discord_counts_down_in_the_readers_own_zone() -> None:
    found = ask(COMMAND)
    unix = round((NOW + timedelta(seconds=23571.149)).timestamp())
    written = text(found, "discord")
    assert written.startswith("**6 h 32 min 51 s** left")
    assert f"<t:{unix}:F> (<t:{unix}:R>)" in written
    assert "<t:" not in text(found)
    assert "**" not in text(found)


def test_the_terminal_writes_local_time() -> None:
    assert "22:02 UTC+03:30" in text(ask(COMMAND), zone=timezone(timedelta(hours=3, minutes=30)))


def test_a_missing_total_gets_the_pace_and_one_question() -> None:
    reply = parts(ask(LINE), "terminal")
    assert reply.status == "needs"
    assert "3.99511 s" in reply.headline
    assert "1 h 6 min 35 s" in reply.headline
    assert reply.question
    assert (reply.sum, reply.band, reply.finish, reply.finish_at) == ("", "", "", None)


def test_a_mistake_is_one_sentence_and_nothing_else() -> None:
    for language in ("en", "ar"):
        reply = parts(ask("/eta iter=7000 ms=5 total=6000", language), "terminal")
        assert reply.status == "none"
        assert reply.problem
        assert not any((reply.headline, reply.sum, reply.band, reply.tips, reply.read))
        assert text(ask("/eta iter=7000 ms=5 total=6000", language)) == reply.problem


def test_a_log_names_its_format_its_records_and_its_reasons() -> None:
    written = text(ask(f"{LOG}\nmax_iters = 6000"))
    assert "40 records in the nanoGPT layout" in written
    assert "Read: 390 of 6,000 iterations done." in written or "Read: 391 of 6,000 iterations done." in written
    assert "The time per step is steady" in written
    assert "calibrated" in written


def test_instants_for_buttons_are_in_order() -> None:
    reply = parts(ask(f"{LOG}\nmax_iters = 6000"))
    assert reply.optimistic_at is not None
    assert reply.pessimistic_at is not None
    assert NOW < reply.optimistic_at < reply.pessimistic_at


@pytest.mark.parametrize("message", [COMMAND, LINE, f"{LOG}\nmax_iters = 6000", f"{COMMAND} what if 200 ms"])
def test_both_languages_give_the_same_numbers(message: str) -> None:
    english, arabic = (parts(ask(message, language), "discord") for language in ("en", "ar"))
    for name in ("finish_at", "optimistic_at", "pessimistic_at", "status"):
        assert getattr(english, name) == getattr(arabic, name)
    for name in ("sum", "finish"):
        assert numbers(getattr(english, name)) == numbers(getattr(arabic, name))
    for name in ("headline", "finish", "sum_label", "band", "basis", "paste", "question", "tips_title"):
        said = getattr(english, name)
        assert bool(said) == bool(getattr(arabic, name))
        assert not said or said != getattr(arabic, name)
    assert len(english.tips) == len(arabic.tips)
    assert len(english.findings) == len(arabic.findings)
    assert len(english.scenarios) == len(arabic.scenarios)


def test_a_what_if_is_a_table() -> None:
    reply = parts(ask(COMMAND, what_if="200 ms"), "terminal")
    assert reply.scenarios_head is not None
    rows = {row.pace: row.remaining for row in reply.scenarios}
    assert rows["0.2 s per iteration"] == "19 min 40 s"
    assert "200 ms" not in text(ask(COMMAND))
    assert "→ 19 min 40 s (Mon, Nov 23, 12:19 UTC)" in text(ask(COMMAND, what_if="200 ms"))


def test_at_most_two_tips_and_general_ones_are_labelled() -> None:
    reply = parts(ask(COMMAND))
    assert len(reply.tips) == 2
    assert all(tip.text.startswith("General check: ") for tip in reply.tips if not tip.evidence)
    assert all(tip.source for tip in reply.tips)


def test_a_finish_beyond_the_calendar_is_said_in_words() -> None:
    reply = parts(ask("/eta iter=1 s=1000000 total=100000000000"))
    assert reply.finish_at is None
    assert reply.finish == "Finishes beyond any calendar."


def test_exactness_survives_to_the_last_digit() -> None:
    found = ask("/eta iter=1 s=0.1234567890123 total=100000000001")
    assert "100000000000 × 0.1234567890123 s = 12345678901.23 s" in text(found)
    assert found.estimate is not None
    assert found.estimate.remaining == Decimal("12345678901.23")


def test_an_endless_quotient_is_written_as_about() -> None:
    written = text(ask("300B tokens at 1.2M tokens/s, 60B done"))
    assert "240000000000 × 0.000000833333333 s ≈ 200000 s" in written
    assert "2 days 7 h 33 min" in written


def test_nothing_of_the_text_is_echoed() -> None:
    canary = "xoxb-canary-7f3a"
    written = text(ask(f"{canary} @everyone\n{LOG}\nmax_iters = 6000\n{canary}"), "discord")
    assert canary not in written
    assert "@everyone" not in written


def test_the_language_can_be_overridden() -> None:
    assert text(ask(COMMAND), language=catalogue()["ar"]) == text(ask(COMMAND, "ar"))


@pytest.mark.parametrize("language", languages())
def test_what_a_single_number_is_worth_is_said_once(language: str) -> None:
    written = text(answer(Request("/eta iter=100 ms=3995 total=6000", NOW, language=language)))
    worth = catalogue()[language].say("finding-one-number", low=0.91, high=1.27)
    assert worth in written
    assert written.count("160") == 1
    assert catalogue()[language].say("reply-basis-prior", records=0) not in written
