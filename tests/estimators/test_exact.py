"""The exact sum: nothing is ever rounded."""

from __future__ import annotations

from decimal import Decimal, Inexact
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estimators.exact import remaining

numbers = st.decimals(0, 10**12, places=9)


@given(numbers, numbers, numbers)
def test_the_sum_is_that_of_fractions(done: Decimal, left: Decimal, step_time: Decimal) -> None:
    assert Fraction(remaining(done, done + left, step_time)) == Fraction(left) * Fraction(step_time)


def test_it_raises_rather_than_round() -> None:
    with pytest.raises(Inexact):
        remaining(Decimal(0), Decimal("1." + "1" * 50), Decimal("1." + "3" * 50))
