"""What a number may be: the last that is taken and the first that is not, on every side."""

from __future__ import annotations

from decimal import Decimal

import pytest

from estimators import Impossible
from estimators.units.limits import LIMIT, checked, divide, multiply, number, rounded_count

INFINITE = Decimal("Infinity")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1" * 60, Decimal("1" * 60)),
        ("1" * 61, INFINITE),
        ("0." + "3" * 80, Decimal("0." + "3" * 58)),
        ("1" * 19 + "." + "5" * 60, Decimal("1" * 19 + "." + "5" * 40)),
        ("1" * 20 + "." + "5" * 60, INFINITE),
        ("1e1000", Decimal("1e1000")),
        ("1e1001", INFINITE),
        ("-1e1001", -INFINITE),
        ("1e-1000", Decimal("1e-1000")),
        ("1e-1001", Decimal(0)),
        ("0e5000", Decimal(0)),
    ],
)
def test_written_numbers(text: str, value: Decimal) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (LIMIT, LIMIT),
        (Decimal("1e-30"), Decimal("1e-30")),
        (Decimal("9.9e-31"), Decimal(0)),
        (Decimal("-0"), Decimal(0)),
        (Decimal("1." + "1" * 40), Decimal("1." + "1" * 27)),
        (Decimal("0." + "6" * 40), Decimal("0." + "6" * 27 + "7")),
    ],
)
def test_numbers_that_can_be(value: Decimal, kept: Decimal) -> None:
    assert checked(value) == kept


@pytest.mark.parametrize(
    ("value", "identity"),
    [
        (Decimal("NaN"), "not-finite"),
        (Decimal("-1e-40"), "negative"),
        (Decimal("-Infinity"), "negative"),
        (LIMIT + Decimal("1e-9"), "too-large"),
        (Decimal("1e16"), "too-large"),
        (INFINITE, "too-large"),
    ],
)
def test_numbers_that_cannot_be_are_named(value: Decimal, identity: str) -> None:
    assert checked(value) == Impossible(identity, {"name": "number"})
    assert checked(value, "pace") == Impossible(identity, {"name": "pace"})


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        ("0.123456789012", "0.123456789012"),
        ("0.1234567890125", "0.123456789012"),
        ("0.1234567890135", "0.123456789014"),
        ("0.1234567890136", "0.123456789014"),
        ("6E+3", "6000"),
    ],
)
def test_counts_have_twelve_places(value: str, rounded: str) -> None:
    assert rounded_count(Decimal(value)) == Decimal(rounded)
    assert rounded_count(Decimal("NaN")).is_nan()


def test_quotients_and_products_have_28_digits() -> None:
    assert divide(Decimal(2), Decimal(3)) == Decimal("0." + "6" * 27 + "7")
    assert divide(Decimal(1), Decimal(8)) == Decimal("0.125")
    assert multiply(Decimal("3." + "3" * 27), Decimal(3)) == Decimal("9." + "9" * 27)
    assert multiply(Decimal("1." + "0" * 26 + "1"), Decimal("1.1")) == Decimal("1.1" + "0" * 25 + "1")
