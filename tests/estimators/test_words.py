"""Every word for a number, a share, an ordinal, a percentage and a round means what it means, in both languages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from estimators import Impossible, Unit, read
from estimators.units import Rate, parse_count, parse_duration, parse_rate

HUNDREDS = {
    3: "ثلاث تلت", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان ثماني تمن", 9: "تسع",
}  # fmt: skip
ORDINALS = {
    1: "first", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth", 10: "tenth",
}  # fmt: skip
ARABIC_ORDINALS = {
    1: "الأولى", 3: "الثالثة", 4: "الرابعة", 5: "الخامسة", 6: "السادسة", 7: "السابعة", 8: "الثامنة", 9: "التاسعة", 10: "العاشرة",
}  # fmt: skip


@pytest.mark.parametrize(("value", "stems"), HUNDREDS.items())
@pytest.mark.parametrize("hundred", ["مئة", "مائة", "مية"])
def test_arabic_hundreds_in_one_word(value: int, stems: str, hundred: str) -> None:
    for stem in stems.split():
        assert parse_count(stem + hundred) == 100 * value


@pytest.mark.parametrize("hundred", ["مئة", "مائة", "مية"])
def test_arabic_hundred(hundred: str) -> None:
    assert parse_count(hundred) == 100
    assert parse_count(f"{hundred} ألف") == 100_000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("dozen", 12), ("hundreds", 100), ("five hundred", 500), ("3 hundred", None), ("two thousands", 2000),
        ("four millions", 4_000_000), ("nine billions", 9 * 10**9), ("a trillion", 10**12), ("zero", 0),
    ],
)  # fmt: skip
def test_english_counts(text: str, value: int | None) -> None:
    assert parse_count(text) == value


@pytest.mark.parametrize("odd", ["nan", "inf", "infinity"])
def test_words_for_no_number(odd: str) -> None:
    assert parse_count(f"steps {odd}") == Impossible("not-finite", {"name": "count"})


@pytest.mark.parametrize("word", ["ثلثين", "ثلثان", "ثلثي", "ثلثا", "تلتين"])
def test_two_thirds_in_one_word(word: str) -> None:
    found = parse_duration(f"{word} ساعة")
    assert isinstance(found, Decimal)
    assert float(found) == pytest.approx(2400)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("two thirds of an hour", 2400), ("three halves of a minute", 90), ("three quarters of a day", 64_800),
        ("نصف دقيقة", 30), ("نص ساعة", 1800), ("ثلث ساعة", 1200), ("تلت ساعة", 1200), ("ربع يوم", 21_600),
        ("ثلاثة أرباع الساعة", 2700),
    ],
)  # fmt: skip
def test_shares_of_a_time(text: str, seconds: int) -> None:
    found = parse_duration(text)
    assert isinstance(found, Decimal)
    assert float(found) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "word", ["round", "episode", "generation", "it", "iter", "iteration", "دورة", "لفة", "جولة", "تكرار"]
)
def test_one_word_for_a_round(word: str) -> None:
    per = "لكل" if word > "z" else "per"
    assert parse_rate(f"5 s {per} {word}") == Rate(Decimal(5), Unit.ITERATION)


@pytest.mark.parametrize(
    "word", ["rounds", "episodes", "generations", "its", "iters", "iterations", "دورات", "لفات", "جولات", "تكرارات"]
)
def test_many_rounds(word: str) -> None:
    assert parse_rate(f"30 {word} / minute") == Rate(Decimal(2), Unit.ITERATION)


@pytest.mark.parametrize(
    "word",
    [
        "percent",
        "per cent",
        "pct",
        "%",
        "بالمئة",
        "بالمائة",
        "بالمية",
        "في المئة",
        "في المائة",
        "في المية",
        "فالمية",
        "بالميه",
    ],
)
def test_words_for_a_hundredth(word: str) -> None:
    run = read(f"/eta 40 {word} after 2 hours").run
    assert run is not None
    assert (run.unit, run.done, run.pace) == (Unit.PERCENT, 40, 180)


@pytest.mark.parametrize(("value", "word"), [*ORDINALS.items(), *ARABIC_ORDINALS.items()])
def test_ordinals(value: int, word: str) -> None:
    arabic = word > "z"
    text = f"الحقبة {word} من 20 حقبة، 5 دقائق لكل حقبة" if arabic else f"the {word} epoch of 20, 5 min per epoch"
    run = read(text).run
    assert run is not None
    assert (run.unit, run.done, run.total, run.pace) == (Unit.EPOCH, value, 20, 300)


@pytest.mark.parametrize("ordinal", ["21st", "22nd", "23rd", "24th"])
def test_ordinals_in_digits(ordinal: str) -> None:
    run = read(f"the {ordinal} epoch of 30, 5 min per epoch").run
    assert run is not None
    assert (run.done, run.total) == (int(ordinal[:2]), 30)


def test_m_is_a_minute_or_a_million() -> None:
    assert parse_duration("5 m") == 300
    run = read("a 124m parameters model, step 100 of 6000, 3 s per step").run
    assert run is not None
    assert run.settings.parameters == 124e6
