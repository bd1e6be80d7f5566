"""One count, one duration or one rate, as somebody typed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from estimators.outcome import Impossible
from estimators.run import Unit
from estimators.units.durations import fold_durations
from estimators.units.items import Item, Kind
from estimators.units.lexer import lex
from estimators.units.limits import checked, divide, rounded_count
from estimators.units.numerals import fold_numbers
from estimators.units.vocabulary import quantities

#: One quantity is short; more is not read (characters).
LONGEST = 600
_ODD = re.compile(r"\s*[+-]?(?:nan|inf(?:inity)?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rate:
    """``pace`` in seconds per ``unit``; ``unit`` is ``None`` where the text names none."""

    pace: Decimal
    unit: Unit | None = None


def _items(text: str) -> list[Item]:
    items = lex(text[: LONGEST + 1], quantities()) if len(text) <= LONGEST else []
    return fold_durations(fold_numbers(items))


def parse_count(text: str) -> Decimal | Impossible | None:
    """Read a count: digits of any script, separators, magnitudes, number words; ``None`` if it is none.

    >>> [str(parse_count(text)) for text in ("6000", "12k", "1,200", "1.2M", "300B", "٣٩٩٥", "six thousand")]
    ['6000', '12000', '1200', '1200000', '300000000000', '3995', '6000']
    >>> parse_count("-5").id, parse_count("1e400").id, parse_count("nan").id, parse_count("soon")
    ('negative', 'too-large', 'not-finite', None)
    """
    if _ODD.match(text):
        return Impossible("not-finite", {"name": "count"})
    items = [item for item in _items(text) if item.kind is not Kind.UNIT]
    if len(items) != 1 or items[0].kind is not Kind.NUMBER:
        return None
    value = checked(items[0].value, "count")
    return value if isinstance(value, Impossible) else _plain(rounded_count(value))


def parse_duration(text: str) -> Decimal | Impossible | None:
    """Read a duration in seconds, exact to the digits that were written; ``None`` if it is none.

    >>> [str(parse_duration(text)) for text in ("3995.11ms", "6 min 40 s", "1 day, 2:03:04", "half an hour")]
    ['3.99511', '400', '93784', '1800.0']
    >>> str(parse_duration("ساعتان و10 دقائق"))
    '7800'
    """
    if _ODD.match(text):
        return Impossible("not-finite", {"name": "duration"})
    items = _items(text)
    if items and items[0].kind is Kind.NUMBER and len(items) == 2 and items[1].kind is Kind.TIME:
        problem = checked(items[0].value, "duration")
        return problem if isinstance(problem, Impossible) else None
    if len(items) != 1 or items[0].kind is not Kind.DURATION:
        return None
    value = checked(items[0].value, "duration")
    return value if isinstance(value, Impossible) else _plain(value)


def parse_rate(text: str) -> Rate | Impossible | None:
    """Read a pace or a throughput as seconds per unit; ``None`` if it is none.

    >>> parse_rate("2.31s/it").pace, parse_rate("2.5 it/s").pace
    (Decimal('2.31'), Decimal('0.4'))
    >>> rate = parse_rate("100 steps per minute")
    >>> str(rate.pace), rate.unit.value
    ('0.6', 'step')
    """
    if _ODD.match(text):
        return Impossible("not-finite", {"name": "pace"})
    from_rates = _rate(_items(text))
    if from_rates is None:
        return None
    numerator, denominator, unit = from_rates
    for value in (numerator, denominator):
        problem = checked(value, "pace")
        if isinstance(problem, Impossible):
            return problem
    if not numerator or not denominator:
        return Impossible("zero-pace", {})
    return Rate(_plain(divide(numerator, denominator)), unit)


def _rate(items: list[Item]) -> tuple[Decimal, Decimal, Unit | None] | None:
    """Seconds, units and the unit of "D per U", "D per N U", "N U per D"."""
    items = [item for item in items if item.kind is not Kind.ARTICLE]
    cut = next((at for at, item in enumerate(items) if item.kind in {Kind.SLASH, Kind.PER, Kind.IN, Kind.TO}), None)
    if cut is None:
        return None
    above, below = items[:cut], items[cut + 1 :]
    if len(above) == 1 and above[0].kind is Kind.DURATION:
        unit = _units(below)
        return None if unit is None else (above[0].value, *unit)
    units, time = _units(above), below[0] if len(below) == 1 else None
    if units is None or time is None or time.kind not in {Kind.TIME, Kind.DURATION} or above[0].kind is Kind.UNIT:
        return None
    return (time.value, *units)


def _units(items: list[Item]) -> tuple[Decimal, Unit | None] | None:
    kinds = [item.kind for item in items]
    if kinds == [Kind.UNIT]:
        return Decimal(1), items[0].unit
    if kinds == [Kind.NUMBER, Kind.UNIT]:
        return items[0].value, items[1].unit
    return (items[0].value, None) if kinds == [Kind.NUMBER] else None


def _plain(value: Decimal) -> Decimal:
    """Write 1.2E+6 as 1200000: an exponent would show in answers."""
    exponent = value.as_tuple().exponent
    return Decimal(int(value)) if isinstance(exponent, int) and exponent > 0 else value


_CLOCK = re.compile(r"(?:(-?[0-9]{1,6}) days?,? *)?([0-9]{1,6}):([0-9]{1,2})(?::([0-9]{1,2}(?:\.[0-9]*)?))?")


def clock_seconds(text: str) -> float:
    """Read ``H:MM:SS``, ``MM:SS`` or a printed timedelta (``1 day, 0:08:23``) as seconds; nan if it is none.

    >>> clock_seconds("1 day, 0:08:23"), clock_seconds("02:30"), clock_seconds("38:51:02.5")
    (86903.0, 150.0, 139862.5)
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        return float("nan")
    days, first, second, third = match.groups()
    seconds = int(first) * 60 + int(second) if third is None else int(first) * 3600 + int(second) * 60 + float(third)
    return 86400.0 * int(days or 0) + seconds
