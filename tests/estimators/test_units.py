"""Counts, durations and rates as people write them."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estimators.outcome import Impossible
from estimators.run import Unit
from estimators.units import Rate, clock_seconds, fold, parse_count, parse_duration, parse_rate, plain_digits

ARABIC = str.maketrans("0123456789.,", "٠١٢٣٤٥٦٧٨٩٫٬")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")

COUNTS = {
    "6000": "6000",
    "1,200": "1200",
    "1_200_000": "1200000",
    "12k": "12000",
    "12K": "12000",
    "1.2M": "1200000",
    "300B": "300000000000",
    "1.5T": "1500000000000",
    "1e6": "1000000",
    "2.5e3": "2500",
    "10 thousand": "10000",
    "six thousand": "6000",
    "twenty-five": "25",
    "one hundred and twenty": "120",
    "3.5 million": "3500000",
    "a hundred": "100",
    "٣٩٩٥": "3995",
    "١٬٢٠٠": "1200",
    "۶۰۰۰": "6000",
    "６０００": "6000",
    "خمسة وعشرون": "25",
    "مئة": "100",
    "مئة وعشرون": "120",
    "مائتان وخمسون": "250",
    "ستة آلاف": "6000",
    "ألف ومئتان": "1200",
    "ألفان وخمسمئة": "2500",
    "تسع وتسعون": "99",
    "ثلاثة عشر": "13",
    "10 آلاف": "10000",
    "3 ملايين": "3000000",
}

DURATIONS = {
    "3995 ms": "3.995",
    "3995.11ms": "3.99511",
    "3.99 s": "3.99",
    ".5s": "0.5",
    "0,5 s": "0.5",
    "250us": "0.000250",
    "12µs": "0.000012",
    "6 min 40 s": "400",
    "6m40s": "400",
    "2h10m": "7800",
    "2h 10m": "7800",
    "2 hours and 10 minutes": "7800",
    "2 hours, 10 minutes": "7800",
    "1:02:03": "3723",
    "02:30": "150",
    "1:02:03.5": "3723.5",
    "1 day, 2:03:04": "93784",
    "2 days": "172800",
    "a week": "604800",
    "an hour": "3600",
    "half an hour": "1800",
    "a quarter of an hour": "900",
    "three quarters of an hour": "2700",
    "an hour and a half": "5400",
    "two and a half hours": "9000",
    "2.5 hours": "9000",
    "ninety seconds": "90",
    "ساعة": "3600",
    "ساعة ونصف": "5400",
    "ساعة وربع": "4500",
    "ساعتان إلا ربع": "6300",
    "نصف ساعة": "1800",
    "ربع ساعة": "900",
    "ثلث ساعة": "1200",
    "ساعتان": "7200",
    "ساعتين": "7200",
    "دقيقتان": "120",
    "ثانيتين": "2",
    "يومان": "172800",
    "أسبوعين": "1209600",
    "4 ثوان": "4",
    "4 ثوانٍ": "4",
    "٤ ثَواني": "4",
    "ساعتان و10 دقائق": "7800",
    "ساعتين وعشر دقائق": "7800",
    "٣٩٩٥٫١١ مللي ثانية": "3.99511",
    "ثلاث ساعات وخمس دقائق": "11100",
    "يوم و3 ساعات": "97200",
}

RATES = {
    "2.31s/it": ("2.31", Unit.ITERATION),
    "2.5 it/s": ("0.4", Unit.ITERATION),
    "3995.11ms/iter": ("3.99511", Unit.ITERATION),
    "12 min per epoch": ("720", Unit.EPOCH),
    "100 steps per minute": ("0.6", Unit.STEP),
    "100 steps every 5 minutes": ("3", Unit.STEP),
    "5 minutes per 100 steps": ("3", Unit.STEP),
    "1.25M tokens/s": ("8E-7", Unit.TOKEN),
    "20 samples/sec": ("0.05", Unit.SAMPLE),
    "4 ثوان لكل تكرار": ("4", Unit.ITERATION),
    "15 خطوة في الدقيقة": ("4", Unit.STEP),
    "100 خطوة كل 5 دقائق": ("3", Unit.STEP),
    "٢٫٥ تكرار/ثانية": ("0.4", Unit.ITERATION),
}


@pytest.mark.parametrize(("text", "value"), COUNTS.items())
def test_count(text: str, value: str) -> None:
    assert parse_count(text) == Decimal(value)


@pytest.mark.parametrize(("text", "seconds"), DURATIONS.items())
def test_duration(text: str, seconds: str) -> None:
    assert parse_duration(text) == Decimal(seconds)


@pytest.mark.parametrize(("text", "rate"), RATES.items())
def test_rate(text: str, rate: tuple[str, Unit]) -> None:
    assert parse_rate(text) == Rate(Decimal(rate[0]), rate[1])


def test_digits_are_kept_as_given() -> None:
    assert str(parse_duration("3995.110 ms")) == "3.995110"
    assert str(parse_count("1.50k")) == "1500"


@pytest.mark.parametrize(
    ("text", "identity"),
    [
        ("-5", "negative"),
        ("nan", "not-finite"),
        ("inf", "not-finite"),
        ("1e400", "too-large"),
        ("9" * 500, "too-large"),
    ],
)
def test_a_number_that_cannot_be_is_a_value(text: str, identity: str) -> None:
    for parse, suffix in ((parse_count, ""), (parse_duration, " s")):
        found = parse(text + suffix)
        assert isinstance(found, Impossible)
        assert found.id == identity


@pytest.mark.parametrize("text", ["0 s/it", "0 it/s"])
def test_a_rate_of_nothing_is_a_value(text: str) -> None:
    found = parse_rate(text)
    assert isinstance(found, Impossible)
    assert found.id == "zero-pace"


@pytest.mark.parametrize("text", ["", "soon", "abc", "12 apples", "s", "per", "1.2.3", "2024-05-01", "x" * 5000])
def test_what_is_no_quantity_is_none(text: str) -> None:
    assert parse_count(text) is None
    assert parse_duration(text) is None
    assert parse_rate(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("00:10", 10.0),
        ("1:02:03", 3723.0),
        ("38:51:02", 139862.0),
        ("1 day, 0:08:23", 86903.0),
        ("2 days, 1:00:00.5", 176400.5),
    ],
)
def test_clock(text: str, seconds: float) -> None:
    assert clock_seconds(text) == seconds


def test_clock_of_something_else_is_nan() -> None:
    assert math.isnan(clock_seconds("soon"))


@given(st.decimals(min_value=0, max_value=10**12, places=6))
def test_any_script_of_digits_gives_the_same_count(value: Decimal) -> None:
    text = f"{value:,f}"
    expected = parse_count(text)
    assert expected == value
    assert parse_count(text.translate(ARABIC)) == expected
    assert parse_count(text.translate(PERSIAN)) == expected


def _words(text: str) -> list[str]:
    return text.split()


_ARABIC_ONES = _words("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة")
_ARABIC_TENS = {
    "nominative": _words("عشرون ثلاثون أربعون خمسون ستون سبعون ثمانون تسعون"),
    "genitive": _words("عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين"),
}
_ARABIC_HUNDREDS = _words("مئة مئتان ثلاثمئة أربعمئة خمسمئة ستمئة سبعمئة ثمانمئة تسعمئة")
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_ONES = _words(f"zero one two three four five six seven eight nine {_TEENS}")
_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")


def _in_arabic(number: int, case: str) -> str:
    if number > 10_000:
        raise ValueError(number)
    if number >= 1000:
        thousands = {1: "ألف", 2: "ألفان"}.get(number // 1000) or f"{_ARABIC_ONES[number // 1000]} آلاف"
        return thousands + (f" و{_in_arabic(number % 1000, case)}" if number % 1000 else "")
    if number >= 100:
        hundreds = _ARABIC_HUNDREDS[number // 100 - 1]
        return hundreds + (f" و{_in_arabic(number % 100, case)}" if number % 100 else "")
    if number >= 20:
        tens = _ARABIC_TENS[case][number // 10 - 2]
        return f"{_ARABIC_ONES[number % 10]} و{tens}" if number % 10 else tens
    if number > 10:
        return {11: "أحد عشر", 12: "اثنا عشر"}.get(number) or f"{_ARABIC_ONES[number - 10]} عشر"
    return _ARABIC_ONES[number]


def _in_english(number: int) -> str:
    if number >= 1000:
        return f"{_in_english(number // 1000)} thousand" + (f" {_in_english(number % 1000)}" if number % 1000 else "")
    if number >= 100:
        return f"{_ONES[number // 100]} hundred" + (f" and {_in_english(number % 100)}" if number % 100 else "")
    if number >= 20:
        return _TENS[number // 10 - 2] + (f"-{_ONES[number % 10]}" if number % 10 else "")
    return _ONES[number]


@pytest.mark.parametrize("case", ["nominative", "genitive"])
def test_arabic_number_words(case: str) -> None:
    wrong = [words for n in range(10_000) if parse_count(words := _in_arabic(n, case)) != n]
    assert wrong == []


def test_english_number_words() -> None:
    wrong = [words for n in range(20_000) if parse_count(words := _in_english(n)) != n]
    assert wrong == []


@given(st.integers(0, 400), st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), st.integers(0, 999))
def test_durations_come_back(days: int, hours: int, minutes: int, seconds: int, thousandths: int) -> None:
    expected = Decimal(86400 * days + 3600 * hours + 60 * minutes + seconds) + Decimal(thousandths) / 1000
    assert parse_duration(f"{days} days {hours} h {minutes} min {seconds}.{thousandths:03} s") == expected
    assert parse_duration(f"{days} أيام و{hours} ساعات و{minutes} دقيقة و{seconds}.{thousandths:03} ثانية") == expected
    assert parse_duration(f"{days} days, {hours}:{minutes:02}:{seconds:02}.{thousandths:03}") == expected
    printed = f"{days} days, {hours}:{minutes:02}:{seconds:02}.{thousandths:03}"
    assert clock_seconds(printed) == pytest.approx(float(expected), rel=1e-12)


@given(st.integers(1, 10**9), st.sampled_from(["it", "step", "epoch", "token"]))
def test_a_rate_and_its_inverse_agree(count: int, unit: str) -> None:
    pace, throughput = parse_rate(f"{count} s/{unit}"), parse_rate(f"{count} {unit}/s")
    assert isinstance(pace, Rate)
    assert isinstance(throughput, Rate)
    assert pace.pace == count
    assert float(throughput.pace) == pytest.approx(1 / count, rel=1e-15)


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    for parse in (parse_count, parse_duration, parse_rate):
        found = parse(text)
        value = found.pace if isinstance(found, Rate) else found
        assert value is None or isinstance(value, Impossible) or (value.is_finite() and value >= 0)


@pytest.mark.parametrize(
    "variants", [("ثوانٍ", "ثوان"), ("مِئَة", "مئة"), ("أربعة", "اربعه"), ("إلى", "الي"), ("تكـــرار", "تكرار")]
)
def test_spellings_fold_to_one(variants: tuple[str, str]) -> None:
    assert fold(variants[0]) == fold(variants[1])


def test_plain_digits_keep_letters() -> None:
    assert plain_digits("الخطوة ٣٫٥") == "الخطوة 3.5"


@pytest.mark.parametrize(
    ("parse", "text", "name"),
    [(parse_count, "-5", "count"), (parse_duration, "-5 s", "duration"), (parse_rate, "-5 it/s", "pace")],
)
@pytest.mark.parametrize(("number", "identity"), [("-5", "negative"), ("2e15", "too-large"), ("nan", "not-finite")])
def test_what_cannot_be_is_named(
    parse: Callable[[str], object], text: str, name: str, number: str, identity: str
) -> None:
    assert parse(text.replace("-5", number)) == Impossible(identity, {"name": name})


def test_the_largest_number_is_allowed() -> None:
    assert parse_count("1e15") == Decimal(10) ** 15


def test_a_number_too_small_to_matter_is_nothing() -> None:
    assert parse_duration("1e-30 s") == Decimal("1e-30")
    assert parse_duration("1e-31 s") == 0
    assert parse_count("1e-2000") == 0


def test_a_count_keeps_twelve_places_a_duration_28_digits() -> None:
    assert str(parse_count("0.1234567890125")) == "0.123456789012"
    assert str(parse_count("0.123456789012")) == "0.123456789012"
    assert str(parse_duration("0." + "3" * 70 + " s")) == "0." + "3" * 28


@pytest.mark.parametrize("text", ["100 steps", "5 s per apple", "steps per minute", "3 apples per minute"])
def test_half_a_rate_is_none(text: str) -> None:
    assert parse_rate(text) is None


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("2 hours and half an hour", 9000),
        ("2 hours and half of an hour", 9000),
        ("3 days and a quarter day", 3.25 * 86400),
        ("ساعتان ونصف ساعة", 9000),
        ("ساعتان إلا ربع ساعة", 6300),
        ("يوم ونصف ساعة", 86400 + 1800),
        ("دقيقتان ونصف الدقيقة", 150),
    ],
)
def test_a_share_of_a_named_unit_belongs_to_the_duration(text: str, seconds: float) -> None:
    assert parse_duration(text) == Decimal(str(seconds))


@pytest.mark.parametrize(
    "text", ["2 hours and half hours", "3 hours and half a day", "2 hours, half an hour", "2 hours and half of"]
)
def test_a_share_of_something_else_does_not(text: str) -> None:
    assert parse_duration(text) is None


@pytest.mark.parametrize("text", ["twenty and", "one hundred and", "ثانية/تكرار: 0.5"])
def test_what_is_not_finished_is_no_count_and_no_duration(text: str) -> None:
    assert parse_count(text) is None
    assert parse_duration(text) is None


def test_a_count_named_before_it_turns_out_to_be_no_number() -> None:
    assert parse_count("steps nan") == Impossible("not-finite", {"name": "count"})
