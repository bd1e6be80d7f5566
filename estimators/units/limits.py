"""What a number may be: finite, not negative, not beyond any run. A breach is a value, not an exception."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

from estimators.outcome import Impossible

#: Nothing that a run counts or takes is larger (a trillion tokens is 10^12, thirty million years are 10^15 s).
LIMIT = Decimal(10) ** 15
#: Digits kept of a number or a quotient; with counts of at most 27 digits every product stays exact (exact.py).
DIGITS_KEPT = 28
_CONTEXT = Context(prec=DIGITS_KEPT, rounding=ROUND_HALF_EVEN)
_COUNT_EXPONENT = -12
_FARTHEST = 1000  # powers of ten: nothing overflows when two such numbers meet
_LONGEST = 60  # characters of one written number


def number(text: str) -> Decimal:
    """Read ASCII digits as they stand; what is beyond reason becomes Infinity, to be refused by ``checked``."""
    if len(text) > _LONGEST:
        head, point, _ = text.partition(".")
        text = text[:_LONGEST] if point and len(head) < 20 else "Infinity"
    value = Decimal(text)
    if value and abs(value.adjusted()) > _FARTHEST:
        return Decimal("Infinity").copy_sign(value) if value.adjusted() > 0 else Decimal(0)
    return value


def checked(value: Decimal, name: str = "number") -> Decimal | Impossible:
    """Return ``value`` if it can be a count or a time, else why not; ``name`` is a word of ours."""
    if value.is_nan():
        return Impossible("not-finite", {"name": name})
    if value.is_signed() and value:
        return Impossible("negative", {"name": name})
    if value.is_infinite() or value.adjusted() > 15 or value > LIMIT:
        return Impossible("too-large", {"name": name})
    if value.adjusted() < -30:
        return Decimal(0)
    return _CONTEXT.plus(value)


def rounded_count(value: Decimal) -> Decimal:
    """Keep at most 12 decimal places of a count: more has no meaning and would cost exactness elsewhere."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < _COUNT_EXPONENT:
        return value.quantize(Decimal(1).scaleb(_COUNT_EXPONENT), context=_CONTEXT)
    return value


def divide(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide exactly where the quotient is finite in 28 digits, else to 28 digits.

    >>> divide(Decimal(400), Decimal(100))
    Decimal('4')
    """
    return _CONTEXT.divide(dividend, divisor)


def multiply(a: Decimal, b: Decimal) -> Decimal:
    """Multiply to 28 digits."""
    return _CONTEXT.multiply(a, b)
