"""What if: the conditions in a question, taken apart from what is."""

from __future__ import annotations

from decimal import Decimal

from estimators.reading.question.counts import fold_counts, prune
from estimators.reading.question.paces import fold_paces
from estimators.run import WhatIf
from estimators.units.durations import fold_durations
from estimators.units.items import Item, Kind
from estimators.units.limits import LIMIT, divide

_COUNTS = frozenset({Kind.COUNT, Kind.NUMBER, Kind.FRACTION})
_MOST_DEVICES = 1_000_000


def split(items: list[Item]) -> tuple[list[Item], list[list[Item]]]:
    """Take the clauses that begin with "what if" out of the sentence; a clause ends with its sentence."""
    main: list[Item] = []
    conditions: list[list[Item]] = []
    inside = False
    for item in items:
        if item.kind is Kind.WHAT_IF:
            inside = True
            conditions.append([])
        elif inside and item.kind is Kind.END:
            inside = False
            main.append(item)
        elif inside:
            conditions[-1].append(item)
        else:
            main.append(item)
    return main, conditions


def wishes(conditions: list[list[Item]]) -> tuple[WhatIf, ...]:
    """Return one ``WhatIf`` for each condition that says something."""
    found = (wish(condition) for condition in conditions[:8])
    return tuple(one for one in found if one is not None)


def wish(items: list[Item]) -> WhatIf | None:
    """Read one condition: a pace, an earlier end, a number of devices, a speed-up; ``None`` if it has none."""
    gpus, items = _devices([item for item in items if item.kind is not Kind.NOISE])
    speedup = _speedup(items)
    stops = any(item.kind in {Kind.STOP, Kind.UNTIL, Kind.TOTAL, Kind.FOR} for item in items)
    folded = fold_paces(fold_counts(prune(fold_durations(items))))
    step_time = next((i.value for i in folded if i.kind in {Kind.PACE, Kind.DURATION} and 0 < i.value <= LIMIT), None)
    total = None
    if step_time is None and speedup is None and gpus is None:
        total = next((_end(i) for i in folded if i.kind in _COUNTS and (stops or i.unit is not None)), None)
    if total is not None and not 0 < total <= LIMIT:
        total = None
    if step_time is None and total is None and gpus is None and speedup is None:
        return None
    return WhatIf(step_time=step_time, total=total, gpus=gpus, speedup=speedup)


def _end(item: Item) -> Decimal:
    return item.total if item.kind is Kind.FRACTION and item.total is not None else item.value


def _devices(items: list[Item]) -> tuple[Decimal | None, list[Item]]:
    for at, item in enumerate(items):
        if item.kind is not Kind.DEVICE:
            continue
        before = at - 1
        while before >= 0 and items[before].kind is Kind.TIMES:
            before -= 1
        if before >= 0 and items[before].kind is Kind.NUMBER and 0 < items[before].value <= _MOST_DEVICES:
            return items[before].value, items[:before] + items[at + 1 :]
    return None, items


def _speedup(items: list[Item]) -> Decimal | None:
    """Twice as fast, 3x faster, 20 % faster, half the time."""
    for at, item in enumerate(items):
        if item.kind is Kind.FASTER and item.value:
            return item.value
        if item.kind is Kind.FASTER:
            before = [one for one in items[max(0, at - 3) : at] if one.kind in {Kind.NUMBER, Kind.PERCENT}]
            after = [one for one in items[at + 1 : at + 4] if one.kind in {Kind.NUMBER, Kind.PERCENT}]
            for near in (*reversed(before), *after):
                value = near.value if near.kind is Kind.NUMBER else 1 + divide(near.value, Decimal(100))
                return value if 0 < value < LIMIT else None
    kinds = {item.kind for item in items}
    if Kind.SHARE in kinds and Kind.PER in kinds:
        kinds.discard(Kind.UNIT)
    if Kind.SHARE in kinds and not kinds & {Kind.NUMBER, Kind.TIME, Kind.UNIT, Kind.STOP}:
        part = next(item for item in items if item.kind is Kind.SHARE)
        return divide(part.total or Decimal(1), part.value) if 0 < part.value < LIMIT else None
    return None
