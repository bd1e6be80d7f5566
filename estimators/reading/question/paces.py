"""Durations with their counts: seconds per unit, units per second, "100 steps took 5 min"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from estimators.run import Unit
from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT, divide, multiply

_VERBS = frozenset({Kind.TAKES, Kind.TOOK, Kind.IS, Kind.AT, Kind.IN, Kind.ELAPSED})
_TOOK = frozenset({Kind.TOOK, Kind.TAKES, Kind.IN, Kind.AFTER})
_TIMED = _TOOK | {Kind.IS, Kind.ELAPSED}
_EACH = frozenset({Kind.PER_UNIT, Kind.EACH})
_NONE = Item(Kind.END)


def fold_paces(items: list[Item]) -> list[Item]:
    """Replace durations with counts by ``PACE`` (seconds per unit) and counts per count by ``RATIO``."""
    return _Fold(items).run()


def bind_keys(items: list[Item]) -> list[Item]:
    """Read ``ms=3995`` before ``100 ms`` can be read in ``iter=100 ms=3995``."""
    out: list[Item] = []
    at = 0
    while at < len(items):
        kinds = [item.kind for item in items[at : at + 3]]
        before = out[-1].kind if out else Kind.END
        keyed = kinds == [Kind.TIME, Kind.IS, Kind.NUMBER] and before not in {Kind.SLASH, Kind.PER}
        if keyed and (items[at + 1].definite or before is not Kind.NUMBER):
            value = items[at + 2].value
            if value.is_finite() and abs(value) <= LIMIT:
                value = multiply(value, items[at].value)
            out.append(Item(Kind.PACE, value))
            at += 3
        else:
            out.append(items[at])
            at += 1
    return out


class _Fold:
    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.out: list[Item] = []

    def run(self) -> list[Item]:
        at = 0
        while at < len(self.items):
            reader = _READERS.get(self.items[at].kind)
            end = reader(self, at) if reader is not None else None
            if end is None:
                self.out.append(self.items[at])
                end = at + 1
            at = end
        return self.out

    def kind(self, at: int) -> Kind:
        return self.items[at].kind if at < len(self.items) else Kind.END

    def skip(self, at: int, kinds: frozenset[Kind] = _VERBS) -> int:
        """Pass over at most three verbs and "is"."""
        for _ in range(3):
            if self.kind(at) not in kinds:
                break
            at += 1
        return at

    def pace(self, seconds: Decimal, units: Decimal, unit: Item, end: int) -> int:
        self.out.append(Item(Kind.PACE, quotient(seconds, units), unit.unit))
        return end

    def duration(self, at: int) -> int | None:
        """4 s per step, 4 s each, 6 min for 100 steps."""
        item, end = self.items[at], self.skip(at + 1, frozenset({Kind.TAKES, Kind.COMMA}))
        if self.kind(end) is Kind.PER_UNIT:
            return self.pace(item.value, self.items[end].value, self.items[end], end + 1)
        if self.kind(at + 1) is Kind.EACH:
            return self.pace(item.value, Decimal(1), _NONE, at + 2)
        if self.kind(at + 1) in {Kind.FOR, Kind.TO} and self.kind(at + 2) is Kind.PERCENT:
            share = self.items[at + 2]
            if not self.out or self.out[-1].kind is not Kind.TAKES:
                self.out.append(share)
            self.out.append(Item(Kind.PACE, quotient(item.value, share.value), Unit.PERCENT))
            return at + 3
        if self.kind(at + 1) in {Kind.FOR, Kind.TO} and self.kind(at + 2) is Kind.COUNT:
            count = self.items[at + 2]
            if count.position:
                self.out.append(count)
            return self.segment(count, item, at + 3)
        return None

    def percent(self, at: int) -> int | None:
        """5 % per hour; from 20 % to 30 % took an hour."""
        item = self.items[at]
        if self.kind(at + 1) is Kind.PER_TIME:
            self.out.append(Item(Kind.PACE, quotient(self.items[at + 1].value, item.value), Unit.PERCENT))
            return at + 2
        stop = self.skip(at + 1, _TIMED)
        if self.kind(at + 1) in _TOOK and self.kind(stop) is Kind.DURATION and self.spanned(item) is not None:
            return self.span(item, self.items[stop], stop + 1)
        return None

    def spanned(self, item: Item) -> Decimal | None:
        """How much lies between "from X to" before this item and the item itself."""
        kinds = [one.kind for one in self.out[-3:]]
        if len(kinds) < 3 or kinds[0] is not Kind.OF or kinds[2] not in {Kind.TO, Kind.UNTIL}:
            return None
        first = self.out[-2]
        same = (first.kind is Kind.PERCENT) == (item.kind is Kind.PERCENT)
        if not same or first.kind not in {Kind.NUMBER, Kind.COUNT, Kind.PERCENT} or not first.value < item.value:
            return None
        return item.value - first.value

    def span(self, item: Item, duration: Item, end: int) -> int:
        """From 100 to 200 took 5 min: the pace of what lies between, and where it stands now."""
        between = self.spanned(item)
        del self.out[-3:]
        unit = Unit.PERCENT if item.kind is Kind.PERCENT else item.unit
        kind = Kind.PERCENT if item.kind is Kind.PERCENT else Kind.COUNT
        self.out.append(replace(item, kind=kind, position=kind is Kind.COUNT))
        self.out.append(Item(Kind.PACE, quotient(duration.value, between or Decimal(1)), unit))
        return end

    def segment(self, count: Item, duration: Item, end: int) -> int:
        """Work that was timed: its pace, and the work itself, which counts as done if nothing else does."""
        units = Decimal(1) if count.position else count.value
        if not count.position and count.value != 1:
            self.out.append(replace(count, taken=True, timed=True, position=False))
        self.out.append(Item(Kind.PACE, quotient(duration.value, units), count.unit))
        return end

    def per_unit(self, at: int) -> int | None:
        """Each step takes 4 s."""
        end = self.skip(at + 1)
        if self.kind(end) is not Kind.DURATION:
            return None
        return self.pace(self.items[end].value, self.items[at].value, self.items[at], end + 1)

    def each(self, at: int) -> int | None:
        end = self.skip(at + 1)
        if self.kind(end) is not Kind.DURATION:
            return None
        return self.pace(self.items[end].value, Decimal(1), _NONE, end + 1)

    def count(self, at: int) -> int | None:
        """100 steps per minute, 500 steps per epoch, 100 steps took 5 min, step 100 took 4 s."""
        item, following = self.items[at], self.kind(at + 1)
        if following is Kind.PER_TIME:
            return self.pace(self.items[at + 1].value, item.value, item, at + 2)
        if following is Kind.DURATION and self.items[at + 1].definite:  # "2 steps a second"
            return self.pace(self.items[at + 1].value, item.value, item, at + 2)
        if following in _EACH and item.unit is not None and not item.position and not self._next_clause(at + 1):
            per = self.items[at + 1]
            self.out.append(Item(Kind.RATIO, quotient(item.value, per.value or Decimal(1)), item.unit, per=per.unit))
            if following is Kind.EACH:
                self.out[-1].value = item.value
            return at + 2
        end = at + 1 + (following is Kind.DONE)
        stop = self.skip(end, _TIMED)
        if self.kind(end) in _TOOK and self.kind(stop) is Kind.DURATION and self.kind(stop + 1) not in _EACH:
            return self._timed(at, end, stop)
        return None

    def _next_clause(self, at: int) -> bool:
        """Say whether "each step" begins what follows ("each step 4 s") instead of ending "500 steps each"."""
        stop = self.skip(at + 1)
        return self.kind(stop) is Kind.DURATION and self.kind(stop + 1) not in _EACH

    def _timed(self, at: int, end: int, stop: int) -> int | None:
        item, verb = self.items[at], self.kind(end)
        past_last = bool(self.out) and self.out[-1].kind is Kind.LAST
        if self.spanned(item) is not None:
            return self.span(item, self.items[stop], stop + 1)
        if verb is Kind.AFTER or (item.position and verb is Kind.IN):
            return None
        if item.position:
            self.out.append(item)
        elif past_last:
            item = replace(item, position=False)
            return self.pace(self.items[stop].value, item.value, item, stop + 1)
        if verb is Kind.TAKES:  # what they always take, not what was done
            if not item.position and item.value > 1:
                self.out.append(replace(item, taken=True, timed=True, everyday=True, position=False))
            return self.pace(self.items[stop].value, Decimal(1) if item.position else item.value, item, stop + 1)
        return self.segment(item, self.items[stop], stop + 1)

    def number(self, at: int) -> int | None:
        """The last 100 took 5 min; 5 per minute."""
        if self.kind(at + 1) is Kind.PER_TIME or (self.kind(at + 1) in _TOOK - {Kind.AFTER}):
            return self.count(at)
        return None

    def fraction(self, at: int) -> int | None:
        """Epoch 3 of 10 took 12 min is that epoch's time; 3 of 10 epochs took 36 min is the time of three."""
        end = at + 1
        if self.kind(end) not in {Kind.TOOK, Kind.TAKES} or self.kind(self.skip(end)) is not Kind.DURATION:
            return None
        if not self.items[at].position:
            return None
        self.out.append(self.items[at])
        end = self.skip(end)
        return self.pace(self.items[end].value, Decimal(1), self.items[at], end + 1)

    def per_time(self, at: int) -> int | None:
        """Every 5 minutes 100 steps."""
        end = self.skip(at + 1, frozenset({Kind.IS, Kind.COMMA}))
        if self.kind(end) is not Kind.COUNT or self.items[end].position:
            return None
        return self.pace(self.items[at].value, self.items[end].value, self.items[end], end + 1)

    def noun(self, at: int) -> int | None:
        """Step takes 4 s, step time 4 s; it/s=2.5, tokens per step: 1024."""
        if self.kind(at + 1) in {Kind.PER_TIME, Kind.PER_UNIT}:
            end = self.skip(at + 2, frozenset({Kind.IS}))
            if self.kind(end) is not Kind.NUMBER:
                return None
            item, per, value = self.items[at], self.items[at + 1], self.items[end].value
            if per.kind is Kind.PER_TIME:
                return self.pace(per.value, value, item, end + 1)
            self.out.append(Item(Kind.RATIO, value, item.unit, per=per.unit))
            return end + 1
        end = self.skip(at + 1)
        if self.kind(end) is not Kind.DURATION:
            return None
        return self.pace(self.items[end].value, Decimal(1), self.items[at], end + 1)

    def time(self, at: int) -> int | None:
        """ms=3995, s/it: 3.99, seconds per step 4."""
        end = at + 1
        unit = _NONE
        if self.kind(end) is Kind.PER_UNIT:
            unit, end = self.items[end], end + 1
        stop = self.skip(end, frozenset({Kind.IS}))
        if self.kind(stop) is not Kind.NUMBER or (stop == end and unit is _NONE):
            return None
        value = self.items[stop].value
        if value.is_finite() and abs(value) <= LIMIT:
            value = multiply(value, self.items[at].value)
        return self.pace(value, unit.value if unit is not _NONE else Decimal(1), unit, stop + 1)


_READERS = {
    Kind.DURATION: _Fold.duration,
    Kind.PER_UNIT: _Fold.per_unit,
    Kind.EACH: _Fold.each,
    Kind.COUNT: _Fold.count,
    Kind.NUMBER: _Fold.number,
    Kind.PERCENT: _Fold.percent,
    Kind.FRACTION: _Fold.fraction,
    Kind.PER_TIME: _Fold.per_time,
    Kind.UNIT: _Fold.noun,
    Kind.TIME: _Fold.time,
}


def quotient(seconds: Decimal, units: Decimal) -> Decimal:
    """Divide; a rate of nothing at all is no pace (Infinity)."""
    return divide(seconds, units) if units else Decimal("Infinity")
