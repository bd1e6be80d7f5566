"""English numbers, units of time and counted nouns."""

from __future__ import annotations

from decimal import Decimal

from estimators.run import Unit
from estimators.units.items import Item, Kind
from estimators.units.lexicon import Lexicon

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SCALES = {3: "thousand | thousands", 6: "million | millions", 9: "billion | billions", 12: "trillion | trillions"}
_ORDINALS = "first third fourth fifth sixth seventh eighth ninth tenth"
_ORDINAL_VALUES = (1, 3, 4, 5, 6, 7, 8, 9, 10)  # "second" is a unit of time before it is an ordinal
_SHARES = {2: "half", 3: "third", 4: "quarter"}
_TIMES = {
    "1e-9": "ns | nanosecond | nanoseconds",
    "1e-6": "us | usec | microsecond | microseconds",
    "0.001": "ms | msec | msecs | millisecond | milliseconds | millis",
    "1": "s | sec | secs | second | seconds",
    "60": "min | mins | minute | minutes",
    "3600": "h | hr | hrs | hour | hours",
    "86400": "d | day | days",
    "604800": "week | weeks",
}
#: unit -> singular, plural
_UNITS = {
    Unit.ITERATION: ("iteration | iter", "iterations | iters"),
    Unit.STEP: (
        "step | update | global step | global_step | optimizer step | training step | train step",
        "steps | updates | optimizer steps | training steps | train steps",
    ),
    Unit.EPOCH: ("epoch | ep | training epoch", "epochs | training epochs"),
    Unit.BATCH: ("batch | minibatch | mini batch", "batches | minibatches | mini batches"),
    Unit.TOKEN: ("token | tok | tk", "tokens | toks"),
    Unit.SAMPLE: ("sample | example | image | img | sequence | seq", "samples | examples | images | imgs | sequences"),
    Unit.TRIAL: ("trial", "trials"),
    Unit.TREE: ("tree", "trees"),
}


def add(lexicon: Lexicon) -> None:
    """Add the words to ``lexicon``."""
    for value, word in enumerate(_ONES.split()):
        lexicon.add([word], Item(Kind.NUMERAL, Decimal(value)))
    for value, word in enumerate(_TENS.split(), 2):
        lexicon.add([word], Item(Kind.NUMERAL, Decimal(10 * value)))
    lexicon.add(["hundred", "hundreds"], Item(Kind.HUNDRED, Decimal(100)))
    for power, words in _SCALES.items():
        lexicon.add(words.split("|"), Item(Kind.SCALE, Decimal(10) ** power))
    lexicon.add(["nan", "inf", "infinity"], Item(Kind.NUMBER, Decimal("NaN")))
    lexicon.add(["dozen"], Item(Kind.NUMERAL, Decimal(12)))
    lexicon.add(["couple of"], Item(Kind.NUMERAL, Decimal(2)))
    for value, word in zip(_ORDINAL_VALUES, _ORDINALS.split(), strict=True):
        lexicon.add([word], Item(Kind.ORDINAL, Decimal(value)))
    lexicon.add(["st", "nd", "rd", "th"], Item(Kind.ORDINAL))
    for parts, word in _SHARES.items():
        lexicon.add([word], Item(Kind.SHARE, Decimal(1), total=Decimal(parts)))
    for parts, words in {2: "halves", 3: "thirds", 4: "quarters"}.items():
        lexicon.add([words], Item(Kind.SHARE, Decimal(1), total=Decimal(parts), plural=True))
    lexicon.add(["percent", "per cent", "pct"], Item(Kind.PERCENT_SIGN))
    for seconds, names in _TIMES.items():
        for name in names.split("|"):
            lexicon.add([name], Item(Kind.TIME, Decimal(seconds), plural=name.strip().endswith("s") and len(name) > 4))
    lexicon.add(["m"], Item(Kind.TIME, Decimal(60), position=True))  # or million, before a counted noun
    for unit, (one, many) in _UNITS.items():
        lexicon.add(one.split("|"), Item(Kind.UNIT, unit=unit))
        lexicon.add(many.split("|"), Item(Kind.UNIT, unit=unit, plural=True))
    lexicon.add(["round", "episode", "generation"], Item(Kind.UNIT, unit=Unit.ITERATION, everyday=True))
    lexicon.add(["rounds", "episodes", "generations"], Item(Kind.UNIT, unit=Unit.ITERATION, plural=True, everyday=True))
    lexicon.add(["it", "its"], Item(Kind.UNIT, unit=Unit.ITERATION, position=True))  # or the pronoun
    lexicon.add_cues(
        {
            Kind.AND: "and",
            Kind.OF: "of | out of | from",
            Kind.PER: "per | every",
            Kind.ARTICLE: "a | an",
        }
    )
