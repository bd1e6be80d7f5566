"""Messages, durations, counts and the choice of a language."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from babel.core import Locale
from babel.units import format_unit

from bot.language import BrokenMessageError, Catalogue, UnknownMessageError, catalogue, choose, duration, say

NUMBERS = (0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 1000)
SIZES = {"second": 1, "minute": 60, "hour": 3600}


@pytest.mark.parametrize(
    ("seconds", "english", "arabic"),
    [
        (Decimal("23571.149"), "6 h 32 min 51 s", "6 ساعات 32 دقيقة 51 ثانية"),
        (0, "0 s", "0 ثانية"),
        (1, "1 s", "ثانية"),
        (2, "2 s", "ثانيتان"),
        (0.25, "0.25 s", "0.25 ثانية"),
        (12.345, "12.3 s", "12.3 ثانية"),
        (59.99, "1 min", "دقيقة"),
        (3599.6, "1 h", "ساعة"),
        (7200, "2 h", "ساعتان"),
        (86400 + 2 * 3600 + 180, "1 day 2 h 3 min", "يوم ساعتان 3 دقائق"),
        (11 * 604800 + 86400, "11 weeks 1 day", "11 أسبوعًا يوم"),
        (-90, "1 min 30 s", "دقيقة 30 ثانية"),
    ],
)
def test_durations_in_words(seconds: Decimal | float, english: str, arabic: str) -> None:
    assert duration("en", seconds) == english
    assert duration("ar", seconds) == arabic


def test_a_duration_can_be_coarse() -> None:
    assert duration("en", 29935, parts=2) == "8 h 19 min"
    assert duration("en", 3599, parts=1) == "1 h"


@pytest.mark.parametrize("unit", ["hour", "minute", "second"])
@pytest.mark.parametrize("number", NUMBERS)
def test_arabic_forms_are_those_of_cldr(number: int, unit: str) -> None:
    assert say("ar", f"duration-{unit}", count=number, case="nominative") == format_unit(
        number, f"duration-{unit}", locale="ar"
    )


@pytest.mark.parametrize(
    ("number", "day", "step"),
    [
        (0, "0 يوم", "0 خطوة"),
        (1, "يوم", "خطوة واحدة"),
        (2, "يومان", "خطوتان"),
        (3, "3 أيام", "3 خطوات"),
        (10, "10 أيام", "10 خطوات"),
        (11, "11 يومًا", "11 خطوة"),
        (99, "99 يومًا", "99 خطوة"),
        (100, "100 يوم", "100 خطوة"),
        (101, "101 يوم", "101 خطوة"),
        (102, "102 يوم", "102 خطوة"),
        (103, "103 أيام", "103 خطوات"),
        (1000, "1,000 يوم", "1,000 خطوة"),
    ],
)
def test_arabic_singular_dual_and_plural(number: int, day: str, step: str) -> None:
    arabic = catalogue()["ar"]
    assert arabic.say("duration-day", count=number, case="nominative") == day
    assert arabic.count(number, "step") == step


def test_the_dual_bends_after_a_preposition() -> None:
    arabic = catalogue()["ar"]
    assert arabic.duration(7200, case="genitive") == "ساعتين"
    assert arabic.count(2, "iteration", "genitive") == "تكرارين"
    assert arabic.duration(3 * 3600, case="genitive") == "3 ساعات"


def test_digits_are_latin_and_percentages_are_the_languages_own() -> None:
    assert [catalogue()[code].number(Decimal("5900.5")) for code in ("en", "ar")] == ["5,900.5", "5,900.5"]
    assert catalogue()["ar"].percent(0.123, 1) == "12.3%"


def test_moments_name_the_year_only_when_it_is_another() -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    later = datetime(2026, 11, 24, 4, 5, tzinfo=UTC)
    assert catalogue()["en"].moment(later, now) == "Tue, Nov 24, 04:05 UTC"
    assert catalogue()["ar"].moment(later, now) == "الثلاثاء، 24 نوفمبر، 04:05 UTC"
    assert "2027" in catalogue()["en"].moment(later.replace(year=2027), now)


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ((), "en"),
        ((None, "ar", "en-US", None), "ar"),
        (("en", "ar"), "en"),
        ((None, None, "ar-SA", "en"), "ar"),
        (("ar_EG.UTF-8",), "ar"),
        (("C", "POSIX"), "en"),
        (("tlh", None, "de", "ar"), "ar"),
    ],
)
def test_the_first_wish_that_can_be_served(wishes: tuple[str | None, ...], language: str) -> None:
    assert choose(*wishes) == language


def test_what_is_missing_is_a_bug_and_says_where() -> None:
    with pytest.raises(UnknownMessageError, match="en: no-such-message"):
        say("en", "no-such-message")
    with pytest.raises(BrokenMessageError, match="reply-headline"):
        say("en", "reply-headline")
    assert say("xx", "unit-step") == "step"


@pytest.fixture
def with_a_third(tmp_path: Path) -> Catalogue:
    """Both languages and a small third one, added by nothing but a folder."""
    for code in catalogue().codes:
        (tmp_path / code).symlink_to(catalogue()[code].folder)
    third = tmp_path / "de"
    third.mkdir()
    (third / "alles.ftl").write_text(
        "duration-hour = { $count } Std.\n"
        "duration-minute = { $count } Min.\n"
        "duration-second = { $count } s\n"
        "count-step = { $count ->\n    [one] { $count } Schritt\n   *[other] { $count } Schritte\n}\n"
        "greeting = Noch { DURATION($seconds) }, also { COUNT($n, $unit) }: { PERCENT($share, digits: 1) }\n",
        encoding="utf-8",
    )
    return Catalogue(tmp_path)


def test_a_third_language_is_one_folder(with_a_third: Catalogue) -> None:
    german = with_a_third["de-AT"]
    assert with_a_third.codes == ("en", "ar", "de")
    assert with_a_third.choose("de_DE.UTF-8") == "de"
    assert german.say("greeting", seconds=Decimal("23571.149"), n=5900, unit="step", share=0.123) == (
        "Noch 6 Std. 32 Min. 51 s, also 5.900 Schritte: 12,3\xa0%"
    )
    assert Locale.parse(german.babel).language == "de"


def test_a_language_that_babel_does_not_know_counts_as_english(tmp_path: Path) -> None:
    (tmp_path / "en").symlink_to(catalogue()["en"].folder)
    (tmp_path / "zxq").mkdir()
    (tmp_path / "zxq" / "words.ftl").write_text("hello = { NUMBER($n) } hello\n", encoding="utf-8")
    assert Catalogue(tmp_path)["zxq"].number(1234) == "1,234"
