"""``remaining = (total - done) x step time``, in exact decimals."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact

#: Far more digits than any input of at most 15 digits a factor can produce: a product is never rounded.
_EXACT = Context(prec=60, traps=[Inexact])


def remaining(done: Decimal, total: Decimal, step_time: Decimal) -> Decimal:
    """Seconds left at a constant pace.

    ``done`` and ``total`` in units, ``step_time`` in seconds per unit; raises ``decimal.Inexact`` rather
    than rounding.

    >>> remaining(Decimal(100), Decimal(6000), Decimal("3.99511"))
    Decimal('23571.14900')
    """
    return _EXACT.multiply(_EXACT.subtract(total, done), step_time)
