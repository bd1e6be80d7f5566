"""Every reader, on what its own examples become when they are cut, repeated, spliced and spoiled."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language import catalogue
from bot.reply.text import text as written
from estimators.reading.clean import sample
from estimators.reading.format import Format
from estimators.reading.formats import all_formats
from estimators.reading.log import read_as
from tests.fuzz.target import execute
from tests.fuzz.texts import examples, mutated, seeds

#: Signs that reorder or hide text: none may come from what was read into what is said.
INVISIBLE = set("\0\x1b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")
EXAMPLES, SEEDS = examples(), seeds()
chances = st.randoms(use_true_random=True)


@pytest.mark.parametrize("fmt", all_formats(), ids=lambda fmt: fmt.name)
@settings(max_examples=12, deadline=None)
@given(chance=chances)
def test_no_text_breaks_a_reader(fmt: Format, chance: Random) -> None:
    text = mutated(chance.choice(fmt.examples).text, chance.choice(EXAMPLES), chance)
    raw = text.encode("utf-8", "surrogatepass")
    head = sample(raw)
    found = read_as(fmt.fitted(head), raw, head)
    assert found is None or found.run.format == fmt.name
    execute(text)


@settings(max_examples=300, deadline=None)
@given(chance=chances)
def test_whatever_is_written_is_answered_in_words_of_ours(chance: Random) -> None:
    found = execute(mutated(chance.choice(SEEDS), chance.choice(SEEDS), chance))
    for code in catalogue().codes:
        said = written(found, "discord", language=catalogue()[code])
        assert said.strip()
        assert not INVISIBLE & set(said)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=400))
def test_any_text_at_all_is_answered(text: str) -> None:
    execute(text)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_file_at_all_is_answered(data: bytes) -> None:
    execute(data)
