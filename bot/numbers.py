"""Numbers as digits: exact decimals, rounding by significant digits, durations taken apart."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

Parts: TypeAlias = list[tuple[str, int | Decimal]]

_UNITS = (("week", 604_800), ("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))


def exact(value: Decimal) -> str:
    """Return every digit of ``value``, no exponent, no trailing zeros.

    >>> exact(Decimal("23571.14900")), exact(Decimal("6E+3"))
    ('23571.149', '6000')
    """
    digits = f"{value:f}"
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) or "0"


def rounded(value: Decimal, digits: int = 3) -> str:
    """Return ``value`` to so many significant digits, whole numbers in full.

    >>> rounded(Decimal("3.99511"), 4), rounded(Decimal("12345.6"), 3), rounded(Decimal("0.000123456"), 3)
    ('3.995', '12346', '0.000123')
    """
    if value == 0:
        return "0"
    places = max(digits - 1 - value.adjusted(), 0)
    return exact(value.quantize(Decimal(1).scaleb(-places), context=_WIDE))


def clock_parts(seconds: Decimal | float, parts: int = 3) -> Parts:
    """Take a duration apart into its largest ``parts`` units, rounded at the last of them.

    Below a minute the seconds keep three decimals, so that a step time of 0.25 s is not "0 s".

    >>> clock_parts(Decimal("23571.149"))
    [('hour', 6), ('minute', 32), ('second', 51)]
    >>> clock_parts(0.25), clock_parts(3599.6)
    ([('second', Decimal('0.25'))], [('hour', 1)])
    """
    value = abs(seconds if isinstance(seconds, Decimal) else Decimal(repr(float(seconds))))
    if value < 60:
        short = _short(value)
        return [("second", short)] if short < 60 else [("minute", 1)]
    largest = next(index for index, (_, size) in enumerate(_UNITS) if value >= size)
    whole = _to_nearest(value, _UNITS[min(largest + parts - 1, len(_UNITS) - 1)][1])
    found: Parts = []
    for name, size in _UNITS:
        number, whole = divmod(whole, size)
        if number:
            found.append((name, number))
    return found[:parts]


def _short(value: Decimal) -> int | Decimal:
    places = 1 if value >= 10 else max(2 - value.adjusted(), 0) if value and value < 1 else 2
    near = Decimal(exact(value.quantize(Decimal(1).scaleb(-min(places, 12)), context=_WIDE)))
    return int(near) if near == near.to_integral_value() else near


def _to_nearest(value: Decimal, size: int) -> int:
    return int((value / size).quantize(Decimal(1), context=_WIDE)) * size


_WIDE = Context(prec=1000, rounding=ROUND_HALF_UP)
