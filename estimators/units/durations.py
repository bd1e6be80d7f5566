"""Durations folded out of items: ``2 h 10 min``, ``half an hour``, ``1 day, 2:03:04``, ``ساعتان و10 دقائق``."""

from __future__ import annotations

from decimal import Decimal

from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT, multiply
from estimators.units.numerals import share

_JOINTS = frozenset({Kind.AND, Kind.COMMA})
_DAY = Decimal(86400)


def fold_durations(items: list[Item]) -> list[Item]:
    """Replace numbers with units of time by durations in seconds; descending parts become one.

    ``definite`` marks "a second", which after a count means "per second".
    """
    folded: list[Item] = []
    at = 0
    while at < len(items):
        found = _duration(items, at)
        if found is None:
            folded.append(items[at])
            at += 1
        else:
            seconds, end = found
            folded.append(
                Item(
                    Kind.DURATION,
                    seconds,
                    definite=items[at].kind is Kind.ARTICLE,
                    everyday=end == at + 1 and items[at].everyday,
                )
            )
            at = end
    return folded


def _duration(items: list[Item], at: int) -> tuple[Decimal, int] | None:
    found = _part(items, at)
    if found is None:
        return None
    seconds, smallest, at = found
    while True:
        joint = at
        while joint < len(items) and items[joint].kind in _JOINTS:
            joint += 1
        if joint - at > 2 or joint >= len(items):
            return seconds, at
        half = _half(items, at, joint, smallest)
        if half is not None:
            seconds, at = seconds + half[0], half[1]
            continue
        found = _part(items, joint)
        if found is None or found[1] >= smallest or not _may_follow(items[joint], joint > at, smallest):
            return seconds, at
        seconds, smallest, at = seconds + found[0], found[1], found[2]


def _may_follow(item: Item, joined: bool, before: Decimal) -> bool:
    """Parts without a number ("an hour, a second ...") do not continue a duration; a clock follows only days."""
    if item.kind is Kind.TIME:
        return joined and (item.alone or item.total is not None)
    return item.kind is Kind.NUMBER or (item.kind is Kind.CLOCK and before >= _DAY)


def _half(items: list[Item], at: int, joint: int, smallest: Decimal) -> tuple[Decimal, int] | None:
    """Read "and a half", "ونصف", "إلا ربع", "ونصف ساعة" after a duration: seconds, and where it ends."""
    sign, named = 1, joint > at and items[joint - 1].kind is Kind.AND
    if joint == at:
        if items[at].kind is not Kind.MINUS:
            return None
        sign, named, joint = -1, True, at + 1
    if joint >= len(items) or items[joint].kind is not Kind.SHARE:
        return None
    part = _part(items, joint)
    if part is not None:
        return (sign * part[0], part[2]) if named and part[1] <= smallest else None
    following = items[joint + 1].kind if joint + 1 < len(items) else None
    if following in {Kind.TIME, Kind.OF}:
        return None
    return sign * multiply(share(items[joint]), smallest), joint + 1


def _part(items: list[Item], at: int) -> tuple[Decimal, Decimal, int] | None:
    """Read one part: seconds, its unit in seconds, and where it ends."""
    item = items[at]
    if item.kind is Kind.CLOCK:
        return item.value, Decimal(1), at + 1
    if item.kind is Kind.TIME and item.total is not None:  # Arabic dual: two of them
        return multiply(item.value, item.total), item.value, at + 1
    if item.kind is Kind.TIME and item.alone and not _heads(items, at):
        return item.value, item.value, at + 1
    count, end = _amount(items, at)
    if count is None or end >= len(items) or items[end].kind is not Kind.TIME or items[end].total is not None:
        return None
    return multiply(count, items[end].value), items[end].value, end + 1


def _heads(items: list[Item], at: int) -> bool:
    """Say whether a unit of time names what follows: ``ثانية=0.5``, ``ثانية/تكرار: 0.5``."""
    end = at + 1
    if end + 1 < len(items) and items[end].kind in {Kind.PER, Kind.SLASH} and items[end + 1].kind is Kind.UNIT:
        end += 2
    if end < len(items) and items[end].kind is Kind.IS:
        end += 1
    return end > at + 1 and end < len(items) and items[end].kind is Kind.NUMBER


def _amount(items: list[Item], at: int) -> tuple[Decimal | None, int]:
    """How many of the unit that follows: a number, a share ("half an"), an article; and where that ends."""
    item = items[at]
    if item.kind is Kind.NUMBER and item.value.is_finite() and abs(item.value) <= LIMIT:
        return _with_half(items, item.value, at + 1)
    if item.kind is Kind.SHARE:
        end = at + 1
        while end < min(len(items), at + 3) and items[end].kind in {Kind.ARTICLE, Kind.OF}:
            end += 1
        plural = end < len(items) and items[end].plural
        return (None if plural else share(item)), end
    return (Decimal(1) if item.kind is Kind.ARTICLE else None), at + 1


def _with_half(items: list[Item], value: Decimal, at: int) -> tuple[Decimal, int]:
    """Read "two and a half" before the unit."""
    kinds = [item.kind for item in items[at : at + 3]]
    if kinds[:2] == [Kind.AND, Kind.SHARE] and kinds[2:] == [Kind.TIME]:
        return value + share(items[at + 1]), at + 2
    return value, at
