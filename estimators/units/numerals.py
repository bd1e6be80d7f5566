"""Number words, magnitudes, percents and shares folded into numbers: the same way in every language."""

from __future__ import annotations

from decimal import Decimal

from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT, divide, multiply

_WORDS = frozenset({Kind.NUMERAL, Kind.HUNDRED, Kind.SCALE})
_JOINTS = frozenset({Kind.AND, Kind.MINUS})
_COUNTED = frozenset({Kind.UNIT, Kind.PARAMETERS, Kind.TRAINING})
#: A share that is no finite decimal is kept to this many places of a percent.
_PLACES = Decimal("1e-8")


def fold_numbers(items: list[Item]) -> list[Item]:
    """Replace number words by numbers, ``10 thousand`` by 10000, ``40 %`` by a percentage."""
    folded: list[Item] = []
    at = 0
    while at < len(items):
        item, at = _number(items, at)
        folded.append(item)
    return _percents(folded)


def _number(items: list[Item], at: int) -> tuple[Item, int]:
    item = items[at]
    if item.kind is Kind.NUMBER:
        return _magnified(items, at)
    if item.kind not in _WORDS:
        following = items[at + 1].kind if at + 1 < len(items) else None
        if item.kind is Kind.ARTICLE and following in {Kind.HUNDRED, Kind.SCALE}:
            return _number(items, at + 1)
        return item, at + 1
    return _spoken(items, at)


def _spoken(items: list[Item], at: int) -> tuple[Item, int]:
    """Read number words: ``done`` holds the thousands, ``current`` what is below them."""
    done, current, joined = Decimal(0), Decimal(0), False
    started = at
    while at < len(items):
        word = items[at]
        if word.kind is Kind.NUMERAL and (at == started or _joins(done, current, word.value, joined=joined)):
            if word.value >= 1000:
                done += word.value
            else:
                current += word.value
        elif word.kind is Kind.HUNDRED and current < 10:
            current = max(current, Decimal(1)) * 100
        elif word.kind is Kind.SCALE and (current or not done):
            done, current = done + max(current, Decimal(1)) * word.value, Decimal(0)
        elif not (word.kind in _JOINTS and not joined and at > started and _goes_on(items, at, done, current)):
            break
        joined = word.kind in _JOINTS
        at += 1
    return Item(Kind.NUMBER, done + current), at


def _joins(done: Decimal, current: Decimal, value: Decimal, *, joined: bool) -> bool:
    """Say whether a number word goes on with the one before: "twenty five", with an "and" also "five and twenty"."""
    if value >= 100:
        return value < 1000 and bool(done) and not current
    rest = int(current) % 100
    if not rest:
        return bool(current or done)
    low, high = sorted((rest, int(value)))
    return low < 10 and high >= 20 and high % 10 == 0 and (joined or rest > value)


def _goes_on(items: list[Item], at: int, done: Decimal, current: Decimal) -> bool:
    following = items[at + 1] if at + 1 < len(items) else None
    if following is None:
        return False
    if following.kind is Kind.NUMERAL:
        return _joins(done, current, following.value, joined=True)
    return following.kind is Kind.HUNDRED and bool(done) and not current


def _magnified(items: list[Item], at: int) -> tuple[Item, int]:
    value, at = items[at].value, at + 1
    while at < len(items) and value.is_finite() and value.adjusted() < 40:
        word = items[at]
        following = items[at + 1].kind if at + 1 < len(items) else None
        if word.kind is Kind.SCALE:
            value = multiply(value, word.value)
        elif word.kind is Kind.TIME and word.position and following in _COUNTED:  # "124m parameters"
            value = multiply(value, Decimal(10) ** 6)
        else:
            break
        at += 1
    return Item(Kind.NUMBER, value), at


def _percents(items: list[Item]) -> list[Item]:
    folded: list[Item] = []
    for item in items:
        before = folded[-1] if folded else None
        if item.kind is Kind.PERCENT_SIGN:
            if before is not None and before.kind is Kind.NUMBER:
                folded[-1] = Item(Kind.PERCENT, before.value)
            elif before is not None and before.kind is Kind.PER:
                folded.append(Item(Kind.PERCENT, Decimal(1)))  # "3 minutes per percent"
        elif item.kind is Kind.SHARE and item.plural and before is not None and before.kind is Kind.NUMBER:
            folded[-1] = Item(Kind.SHARE, before.value, total=item.total)
        elif item.kind is Kind.SHARE and before is not None and before.kind is Kind.ARTICLE:
            folded[-1] = item
        else:
            folded.append(item)
    return folded


def share(item: Item) -> Decimal:
    """Return the value of a share between 0 and 1, to 28 digits."""
    return divide(item.value, item.total or Decimal(1))


def as_percent(item: Item) -> Item:
    """Turn a share into a percentage; ``total`` keeps all digits of one that is no finite decimal (two thirds)."""
    value = divide(item.value * 100, item.total or Decimal(1))
    if value > LIMIT:
        return Item(Kind.PERCENT, value)
    rounded = value.quantize(_PLACES)
    return Item(Kind.PERCENT, value) if value == rounded else Item(Kind.PERCENT, rounded, total=value)
