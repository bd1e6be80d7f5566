"""The words of a question, in all languages, over those of quantities."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from estimators.reading.question import arabic, english
from estimators.units import arabic as arabic_quantities
from estimators.units import english as english_quantities
from estimators.units.items import Item, Kind
from estimators.units.lexicon import Lexicon

_HALF = Item(Kind.SHARE, Decimal(1), total=Decimal(2))


@cache
def questions() -> Lexicon:
    """Return the vocabulary of a question about a run."""
    lexicon = Lexicon()
    for language in (english, arabic):
        lexicon.add(language.NOISE.split(), Item(Kind.NOISE))
    for language in (english, arabic):
        lexicon.add(language.PHRASES_NOISE.split("|"), Item(Kind.NOISE))
        lexicon.add_cues(language.CUES)
        lexicon.add(language.HALFWAY.split("|"), _HALF)
        for word, factor in language.FASTER.items():
            lexicon.add([word], Item(Kind.FASTER, Decimal(factor)))
    behind = frozenset(arabic.AFTER_NUMBER.split())
    for kind in (Kind.DONE, Kind.LEFT):
        before = (phrase for phrase in arabic.CUES[kind].split("|") if phrase.strip() not in behind)
        lexicon.add(before, Item(kind, position=True))
    lexicon.add(arabic.TWO_DEVICES.split("|"), Item(Kind.NUMBER, Decimal(2)), Item(Kind.DEVICE))
    english_quantities.add(lexicon)
    arabic_quantities.add(lexicon)
    return lexicon
