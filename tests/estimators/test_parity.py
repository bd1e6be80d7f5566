"""What is understood in English is understood in Arabic."""

from __future__ import annotations

from decimal import Decimal

import pytest

from estimators.reading.question import Question, ask
from tests.estimators.parity import PAIRS, Pair


def _understood(text: str) -> Question:
    question = ask(text)
    assert isinstance(question, Question), f"{text!r} came to {question!r}"
    return question


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
@pytest.mark.parametrize("language", ["english", "arabic"])
def test_numbers(pair: Pair, language: str) -> None:
    question = _understood(getattr(pair, language))
    run = question.run
    assert (run.done, run.total, run.pace) == (pair.done or Decimal(0), pair.total, pair.pace)
    unknown = {"total": pair.total, "pace": pair.pace}
    assert question.missing == {name for name, value in unknown.items() if value is None}


@pytest.mark.parametrize("pair", PAIRS, ids=range(len(PAIRS)))
def test_both_sides_are_one_question(pair: Pair) -> None:
    english, arabic = _understood(pair.english), _understood(pair.arabic)
    assert english.stated == arabic.stated
    assert english.kind == arabic.kind
    assert english.run.settings == arabic.run.settings
    assert english.what_if == arabic.what_if


def test_there_are_enough_pairs() -> None:
    assert len({pair.arabic for pair in PAIRS}) >= 150
    assert len({pair.english for pair in PAIRS}) >= 140
