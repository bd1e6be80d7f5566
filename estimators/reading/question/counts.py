"""Numbers with their nouns: counts, positions, fractions, "per step", "per minute"."""

from __future__ import annotations

from decimal import Decimal

from estimators.run import Unit
from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT, divide, multiply

_PER = frozenset({Kind.PER, Kind.SLASH})
_PRONOUN_AS_UNIT = frozenset({Kind.NUMBER, Kind.SLASH, Kind.PER})
_BETWEEN = frozenset({Kind.TOTAL, Kind.IS, Kind.PER})
_NONE = Item(Kind.END)

#: Iterations, steps and batches are one thing under three names.
STEPS = frozenset({Unit.ITERATION, Unit.STEP, Unit.BATCH})


def prune(items: list[Item]) -> list[Item]:
    """Drop what says nothing: filler words, articles, the pronoun "it"."""
    kept: list[Item] = []
    for at, item in enumerate(items):
        before = kept[-1].kind if kept else Kind.END
        after = items[at + 1].kind if at + 1 < len(items) else Kind.END
        if item.kind is Kind.ARTICLE and after is Kind.UNIT and before is Kind.DURATION:
            kept.append(Item(Kind.PER))
        elif item.kind not in {Kind.NOISE, Kind.ARTICLE} and not _pronoun(item, before, after):
            kept.append(item)
    return kept


def _pronoun(item: Item, before: Kind, after: Kind) -> bool:
    return item.kind is Kind.UNIT and item.position and before not in _PRONOUN_AS_UNIT and after is not Kind.SLASH


def fold_counts(items: list[Item]) -> list[Item]:
    """Replace numbers and nouns by ``COUNT``, ``FRACTION``, ``PER_UNIT`` and ``PER_TIME``."""
    return _Fold(items).run()


class _Fold:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.out: list[Item] = []

    def run(self) -> list[Item]:
        at = 0
        while at < len(self.items):
            at = self._per(at) or self._numbered(at) or self._noun(at) or self._other(at)
        return self.out

    def at(self, index: int) -> Item:
        return self.items[index] if 0 <= index < len(self.items) else _NONE

    def kind(self, index: int) -> Kind:
        return self.at(index).kind

    @property
    def before(self) -> Item:
        return self.out[-1] if self.out else _NONE

    def _other(self, at: int) -> int:
        self.out.append(self.items[at])
        return at + 1

    def _per(self, at: int) -> int | None:
        """Read "per step", "per 100 steps", "per minute", "/s", "بالدقيقة", "للتكرار"."""
        kind, following = self.kind(at), self.at(at + 1)
        strong = kind in _PER
        if not strong and kind not in {Kind.IN, Kind.TO, Kind.FOR}:
            return None
        ordinal = not strong and self.kind(at + 2) is Kind.UNIT
        if following.kind is Kind.TIME and following.total is None and (strong or not (following.plural or ordinal)):
            self.out.append(Item(Kind.PER_TIME, following.value))
            return at + 2
        if strong and following.kind is Kind.DURATION:
            self.out.append(Item(Kind.PER_TIME, following.value))
            return at + 2
        if following.kind is Kind.UNIT and self._per_unit(kind, at):
            self.out.append(Item(Kind.PER_UNIT, Decimal(1), following.unit))
            return at + 2
        return self._per_many(at) if strong else None

    def _per_many(self, at: int) -> int | None:
        """Read "per 100 steps", "per 1 %"."""
        following = self.at(at + 1)
        if following.kind is Kind.PERCENT:
            self.out.append(Item(Kind.PER_UNIT, following.value, Unit.PERCENT))
            return at + 2
        if self.kind(at) is not Kind.PER or following.kind is not Kind.NUMBER:
            return None
        unit = self.at(at + 2) if self.kind(at + 2) is Kind.UNIT else _NONE
        self.out.append(Item(Kind.PER_UNIT, following.value, unit.unit))
        return at + 2 + (unit is not _NONE)

    def _per_unit(self, kind: Kind, at: int) -> bool:
        if kind in _PER:
            return not self.at(at + 1).plural
        if self.kind(at + 2) in {Kind.NUMBER, Kind.ORDINAL} or self.at(at + 1).plural:
            return False
        return self.before.kind in {Kind.DURATION, Kind.COUNT} and kind is not Kind.FOR

    def _numbered(self, at: int) -> int | None:
        """Read "100", "100 steps", "100 of 6000 steps", "100/6000", "40 % of 6000", "3rd epoch"."""
        item = self.items[at]
        if item.kind is Kind.PERCENT:
            return self._percent(at)
        if self._is_ordinal(at):
            return self._ordinal(at)
        if item.kind is not Kind.NUMBER:
            return None
        unit = self._unit_after(at + 1)
        end = at + 1 + (unit is not None)
        total = self._total_after(end)
        if total is not None:
            return self._fraction(item.value, unit, total, position=False)
        if unit is None:
            return self._other(at)
        self.out.append(Item(Kind.COUNT, item.value, unit))
        return end

    def _unit_after(self, at: int) -> Unit | None:
        """The noun of a number, unless it is the key of the next one: ``total=6000 step=100``."""
        if self.kind(at) is not Kind.UNIT or (self.kind(at + 1) is Kind.IS and self.at(at + 1).definite):
            return None
        return self.items[at].unit

    def _total_after(self, at: int) -> tuple[Decimal, int] | None:
        """The number after "of" or "/", and where it ends."""
        if self.kind(at) not in {Kind.OF, Kind.SLASH}:
            return None
        at += 1
        if self.kind(at) in _BETWEEN and self.kind(at - 1) is Kind.OF:
            at += 1
        if self.kind(at) is Kind.UNIT and self.items[at].plural and self.kind(at + 1) is Kind.NUMBER:
            at += 1
        return (self.items[at].value, at + 1) if self.kind(at) is Kind.NUMBER else None

    def _fraction(self, value: Decimal, unit: Unit | None, total: tuple[Decimal, int], *, position: bool) -> int:
        end = total[1]
        after = self._unit_after(end)
        if after is not None and unit is not None and (after in STEPS) != (unit in STEPS) and not position:
            self.out.append(Item(Kind.COUNT, value, unit))  # "10 epochs of 500 steps"
            self.out.append(Item(Kind.RATIO, total[0], after, per=unit))
            return end + 1
        if after is not None and (unit is None or self.items[end].plural or after is unit):
            unit = unit or after
            end += 1
        self.out.append(Item(Kind.FRACTION, value, unit, position=position, total=total[0]))
        return end

    def _percent(self, at: int) -> int:
        total = self._total_after(at + 1) if self.kind(at + 1) is Kind.OF else None
        if total is None or not _reasonable(total[0]) or not _reasonable(self.items[at].value):
            return self._other(at)
        done = divide(multiply(total[0], self.items[at].value), Decimal(100))
        return self._fraction(done, None, total, position=False)

    def _is_ordinal(self, at: int) -> bool:
        item, following = self.items[at], self.at(at + 1)
        if item.kind is Kind.NUMBER:
            return following.kind is Kind.ORDINAL and not following.value
        if following.kind is not Kind.UNIT or following.plural:
            return False
        if item.kind is Kind.TIME:
            return item.value == 1 and self.before.kind not in {Kind.PER, Kind.SLASH} and not item.plural
        return item.kind is Kind.ORDINAL or (item.kind is Kind.SHARE and item.total == 3)

    def _ordinal(self, at: int) -> int:
        item = self.items[at]
        value = {Kind.TIME: Decimal(2), Kind.SHARE: Decimal(3)}.get(item.kind, item.value)
        at += 2 if item.kind is Kind.NUMBER else 1
        if self.kind(at) is Kind.UNIT:
            return self._position(value, self.items[at].unit, at + 1)
        total = self._total_after(at)
        return at if total is None else self._fraction(value, None, total, position=True)

    def _noun(self, at: int) -> int | None:
        """Read "step 100", "epoch 3 of 10", "steps: 6000", "الحقبة الثالثة"."""
        item = self.items[at]
        if item.kind is not Kind.UNIT:
            return None
        follow = at + 1 + (self.kind(at + 1) is Kind.IS)
        number = self.at(follow)
        if number.kind is Kind.ORDINAL and number.value:
            return self._position(number.value, item.unit, follow + 1)
        if item.definite and number.kind is Kind.TIME and number.value == 1 and number.definite:
            return self._position(Decimal(2), item.unit, follow + 1)
        if number.kind is not Kind.NUMBER:
            return None
        if item.plural and self._total_after(follow + 1) is None:
            self.out.append(Item(Kind.COUNT, number.value, item.unit, plural=True))  # "steps: 6000"
            return follow + 1
        return self._position(number.value, item.unit, follow + 1)

    def _position(self, value: Decimal, unit: Unit | None, end: int) -> int:
        total = self._total_after(end)
        if total is not None:
            return self._fraction(value, unit, total, position=True)
        self.out.append(Item(Kind.COUNT, value, unit, position=True))
        return end


def _reasonable(value: Decimal) -> bool:
    return value.is_finite() and abs(value) <= LIMIT
