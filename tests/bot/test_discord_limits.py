"""What Discord takes: 4000 characters, 40 components, custom ids of 100; for the longest answers that can be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.again import again, completed
from bot.app import Mata
from bot.button_state import State, unpacked
from bot.exchange import Asker, Shown
from bot.language import languages
from bot.reply import Reply, Row, TipLine, parts
from bot.reply.card import card, directed, note
from estimators import Run, Unit
from tests.discord import openapi

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
LARGEST = 2**63 - 1
NUMBERS = st.decimals(min_value=0, max_value=10**15, allow_nan=False, allow_infinity=False, places=9)


def sent(view: Any) -> dict[str, Any]:
    return {"flags": openapi.COMPONENTS_V2, "components": view.to_components()}


def longest(language: str, length: int) -> Reply:
    """Every field filled, each as long as ``length``, the lists fuller than they ever are."""
    word = ("كلمة " if language == "ar" else "word ") * (length // 5)
    row, tip = Row(word, word, word, word), TipLine(word, word, word, evidence=True)
    texts = dict.fromkeys(
        ("headline", "finish", "sum_label", "sum", "band", "basis", "expected", "trend", "scenarios_title",
         "tips_title", "paste", "question", "problem"), word)  # fmt: skip
    filled = Reply(language, "estimate", **texts)
    return replace(
        filled, read=(word,) * 8, findings=(word,) * 6, scenarios=(row,) * 8, tips=(tip,) * 4, choices=(word,) * 6
    )


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("length", [10, 50, 100, 200, 1000, 5000])
def test_a_card_never_exceeds_what_discord_takes(language: str, length: int) -> None:
    assert openapi.message_limits(sent(card(longest(language, length)))) == []


@pytest.mark.parametrize("language", languages())
def test_a_card_that_does_not_fit_keeps_the_answer(language: str) -> None:
    shown = str(card(longest(language, 150)).to_components())
    assert longest(language, 150).headline.strip() in shown


def test_a_long_note_is_cut() -> None:
    assert openapi.message_limits(sent(note("سطر طويل\n" * 2000))) == []


@pytest.mark.parametrize("language", languages())
def test_every_button_of_every_card_fits(language: str) -> None:
    run = Run("question", Unit.SAMPLE, Decimal("123456789012.123456789"), Decimal(10) ** 15, Decimal("0.000123456789012345"))
    for known in (run, replace(run, total=None), replace(run, pace=None), replace(run, total=None, pace=None)):
        found = again(known, language, NOW)
        shown = Shown(Asker(LARGEST, LARGEST, LARGEST), found, parts(found, "discord"), "k" * 12)
        message = sent(Mata().exchange.card(shown))
        assert openapi.message_limits(message) == []
        ids = [part["custom_id"] for part in openapi.parts(message["components"]) if "custom_id" in part]
        assert ids
        assert max(map(len, ids)) <= 100


@given(st.integers(1, LARGEST), st.sampled_from(Unit), NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS)
@settings(max_examples=200, deadline=None)
def test_a_button_remembers_what_it_was_given(
    owner: int, unit: Unit, done: Decimal, total: Decimal | None, pace: Decimal | None
) -> None:
    state = State(owner, "ar", "abcDEF-_0123", Run("question", unit, done, total, pace))
    custom_id = state.custom_id("number")
    back = unpacked(custom_id)
    assert len(custom_id) <= 100
    assert back is not None
    assert back.run is not None
    assert (back.owner, back.language, back.key, back.run.unit) == (owner, "ar", "abcDEF-_0123", unit)
    for kept, was in ((back.run.done, done), (back.run.total, total), (back.run.pace, pace)):
        assert (kept is None) == (was is None)
        assert kept is None or was is None or abs(kept - was) <= abs(was) * Decimal("1e-6")


@given(st.text(max_size=120))
@settings(max_examples=200, deadline=None)
def test_a_foreign_custom_id_is_nobodys(text: str) -> None:
    assert unpacked(text) is None


@pytest.mark.parametrize("typed", ["٦٬٠٠٠", "6000", "6,000", "6k", " 6000 "])
def test_a_typed_total_completes_the_run(typed: str) -> None:
    run = Run("nanoGPT", Unit.ITERATION, Decimal(100), None, Decimal("3.99511"))
    found = completed(run, "ar", NOW, total=typed)
    assert found.estimate is not None
    assert found.estimate.remaining == Decimal("23571.149")


@pytest.mark.parametrize("typed", ["nan", "-5", "0", "1e400", "x", "50", "100 iter=7 total=5", "9" * 40])
def test_a_typed_total_that_cannot_be_gives_no_estimate(typed: str) -> None:
    run = Run("nanoGPT", Unit.ITERATION, Decimal(100), None, Decimal("3.99511"))
    assert completed(run, "en", NOW, total=typed).status != "estimate"


def test_code_is_left_without_marks_and_other_lines_get_theirs() -> None:
    marked = directed("- سطر\n```\nسطر\n```\n5900 s")
    assert marked == "- \u2067سطر\u2069\n```\nسطر\n```\n5900 s"
