"""The words of numbers, times and counted nouns, in all languages."""

from __future__ import annotations

from functools import cache

from estimators.units import arabic, english
from estimators.units.lexicon import Lexicon


@cache
def quantities() -> Lexicon:
    """Return the vocabulary that counts, durations and rates are written in."""
    lexicon = Lexicon()
    english.add(lexicon)
    arabic.add(lexicon)
    return lexicon
