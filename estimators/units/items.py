"""The words of a sentence as items: a kind, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, auto

from estimators.run import Unit


class Kind(IntEnum):
    """What a word or a folded group of words is, in no language."""

    # numbers and quantities
    NUMBER = auto()
    NUMERAL = auto()  # a number word below a hundred, or one that stands alone ("two hundred" in Arabic)
    HUNDRED = auto()
    SCALE = auto()  # thousand, million
    SHARE = auto()  # half, third, quarter
    ORDINAL = auto()
    PERCENT_SIGN = auto()
    TIME = auto()  # a unit of time: value is its seconds
    CLOCK = auto()  # 1:02:03
    UNIT = auto()  # a counted noun
    DURATION = auto()  # value in seconds
    COUNT = auto()  # value, unit, position ("step 100") or quantity ("100 steps")
    PERCENT = auto()
    FRACTION = auto()  # value of total
    PACE = auto()  # value in seconds per unit
    RATIO = auto()  # value of unit per one of ``per``
    PER_UNIT = auto()
    PER_TIME = auto()
    # roles
    OF = auto()
    PER = auto()
    EACH = auto()
    AT = auto()
    IN = auto()
    TO = auto()  # for: Arabic li-
    FOR = auto()
    UNTIL = auto()
    AFTER = auto()
    AGO = auto()
    ELAPSED = auto()
    TOOK = auto()
    TAKES = auto()
    START = auto()
    DONE = auto()
    LEFT = auto()
    MORE = auto()
    TOTAL = auto()
    LAST = auto()
    ASK = auto()
    NOW = auto()
    WHAT_IF = auto()
    STOP = auto()
    FASTER = auto()
    TRAINING = auto()
    PARAMETERS = auto()
    BATCH_SIZE = auto()
    CONTEXT = auto()
    DEVICE = auto()
    ARTICLE = auto()
    AND = auto()
    MINUS = auto()
    SLASH = auto()
    TIMES = auto()
    COMMA = auto()
    END = auto()
    IS = auto()
    NOISE = auto()
    FOREIGN = auto()  # a noun that is no matter of training: money, people, goals
    UNKNOWN = auto()


@dataclass(slots=True)
class Item:
    """One item. ``unit`` is set on counted nouns, counts, fractions, paces; flags say how it was written."""

    kind: Kind
    value: Decimal = Decimal(0)
    unit: Unit | None = None
    plural: bool = False
    definite: bool = False
    position: bool = False  # "step 100", not "100 steps"
    total: Decimal | None = None
    per: Unit | None = None
    taken: bool = False  # its role is known
    timed: bool = False  # work whose duration is known: done, if nothing else says what is
    alone: bool = False  # a unit of time that means one of it without a number (Arabic)
    everyday: bool = False  # small talk uses it as well: "round"; a clock that may be a time of day

    def copy(self) -> Item:
        """Return the same item once more: items of the vocabulary are shared and must not be marked."""
        new = Item(self.kind, self.value, self.unit, self.plural, self.definite, self.position, self.total)
        new.alone, new.everyday = self.alone, self.everyday
        return new
