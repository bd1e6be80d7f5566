"""Arabic numbers, units of time and counted nouns, standard and spoken, and the clitics that hang on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from estimators.run import Unit
from estimators.units.items import Item, Kind
from estimators.units.lexicon import Lexicon, Senses

_NUMERALS = {
    0: "صفر",
    1: "واحد | واحدة | وحدة",
    2: "اثنان | اثنين | اثنتان | اثنتين | اتنين | تنين | ثنتين | ثنين | جوج | زوج",
    3: "ثلاث | ثلاثة | تلات | تلاتة | تلاته | ثلاثه",
    4: "أربع | أربعة",
    5: "خمس | خمسة",
    6: "ست | ستة",
    7: "سبع | سبعة",
    8: "ثمان | ثماني | ثمانية | تمن | تمان | تماني | تمانية | تمنية",
    9: "تسع | تسعة",
    10: "عشر | عشرة",
    11: "أحد عشر | إحدى عشرة | احدى عشر | حداشر | احداشر | حدعش | احدعش | حداعش",
    12: "اثنا عشر | اثني عشر | اثنتا عشرة | اثنتي عشرة | اتناشر | اطناشر | طناشر | اثنعش | اطنعش | تنعش | طنعش",
    13: "ثلاثة عشر | ثلاث عشرة | تلتاشر | تلطاشر | ثلطعش | تلطعش",
    14: "أربعة عشر | أربع عشرة | اربعتاشر | اربعطاشر | اربعطعش",
    15: "خمسة عشر | خمس عشرة | خمستاشر | خمسطاشر | خمسطعش",
    16: "ستة عشر | ست عشرة | ستاشر | سطاشر | سطعش",
    17: "سبعة عشر | سبع عشرة | سبعتاشر | سبعطاشر | سبعطعش",
    18: "ثمانية عشر | ثماني عشرة | تمنتاشر | تمنطاشر | ثمنطعش | تمنطعش",
    19: "تسعة عشر | تسع عشرة | تسعتاشر | تسعطاشر | تسعطعش",
    20: "عشرون | عشرين",
    30: "ثلاثون | ثلاثين | تلاتين",
    40: "أربعون | أربعين",
    50: "خمسون | خمسين",
    60: "ستون | ستين",
    70: "سبعون | سبعين",
    80: "ثمانون | ثمانين | تمانين",
    90: "تسعون | تسعين",
    200: "مئتان | مئتين | مائتان | مائتين | ميتين | مئتا | مئتي | مائتا | مائتي",
    2000: "ألفان | ألفين | ألفا | ألفي",
    2000000: "مليونان | مليونين | مليونا | مليوني",
}
_HUNDREDS = {3: "ثلاث | تلت", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان | ثماني | تمن", 9: "تسع"}
_SCALES = {3: "ألف | آلاف | الف", 6: "مليون | ملايين", 9: "مليار | مليارات | بليون | بلايين", 12: "تريليون | ترليون"}
_SHARES = {2: "نصف | نص", 3: "ثلث | تلت", 4: "ربع"}
_TIMES = {
    "1e-6": "ميكروثانية | ميكرو ثانية | مايكروثانية | مايكرو ثانية",
    "0.001": "مللي ثانية | ملي ثانية | ملليثانية | مليثانية | مللي | ملي | ميلي ثانية | ميلي | ملي ثواني | مللي ثواني"
    " | ميلي ثواني | مل ثانية | ملي سكند",
    "1": "ثانية | ث",
    "60": "دقيقة | د | دقيقه",
    "3600": "ساعة | س | سوايع",
    "86400": "يوم | نهار",
    "604800": "أسبوع",
}
_TIMES_MANY = {
    "1": "ثواني | ثوان | ثانيات | سكند | ثواني",
    "60": "دقائق | دقايق | دقيقات",
    "3600": "ساعات",
    "86400": "أيام | يام",
    "604800": "أسابيع",
}
_TIMES_TWO = {
    "1": "ثانيتان | ثانيتين | ثانيتا | ثانيتي",
    "60": "دقيقتان | دقيقتين | دقيقتا | دقيقتي",
    "3600": "ساعتان | ساعتين | ساعتا | ساعتي",
    "86400": "يومان | يومين | يوما",
    "604800": "أسبوعان | أسبوعين",
}
#: unit -> singular, plural, dual
_UNITS = {
    Unit.ITERATION: (
        "تكرار | تكرارا | إيتر | ايتريشن | ايتيريشن",
        "تكرارات | ايتريشنات | ايترات",
        "تكراران | تكرارين",
    ),
    Unit.STEP: ("خطوة | ستيب | تحديث", "خطوات | ستيبات | ستبس | ستيبس | خطاوي | تحديثات", "خطوتان | خطوتين"),
    Unit.EPOCH: (
        "حقبة | إيبوك | ابوك | إيبوخ | إبوك | حقبه تدريب",
        "حقب | حقبات | أحقاب | إيبوكات | ابوكات | ايبوكس | إيبوخات",
        "حقبتان | حقبتين",
    ),
    Unit.BATCH: ("دفعة | باتش", "دفعات | باتشات | باتشز", "دفعتان | دفعتين"),
    Unit.TOKEN: ("توكن | رمز | وحدة نصية", "توكنز | توكنات | رموز | توكينز | وحدات نصية", "رمزان | رمزين"),
    Unit.SAMPLE: ("عينة | صورة | مثال", "عينات | صور | أمثلة", "عينتان | عينتين | صورتان | صورتين"),
    Unit.TRIAL: ("تجربة | محاولة", "تجارب | محاولات", "تجربتان | تجربتين"),
    Unit.TREE: ("شجرة", "أشجار | شجرات", "شجرتان | شجرتين"),
}
_ORDINALS = {
    1: "أولى | أول",
    3: "ثالثة | ثالث | تالتة",
    4: "رابعة | رابع",
    5: "خامسة | خامس",
    6: "سادسة | سادس",
    7: "سابعة | سابع",
    8: "ثامنة | ثامن",
    9: "تاسعة | تاسع",
    10: "عاشرة | عاشر",
}


def add(lexicon: Lexicon) -> None:
    """Add the words to ``lexicon``, and how to take a word apart that carries clitics."""
    _add_numbers(lexicon)
    for seconds, words in _TIMES.items():
        for word in words.split("|"):
            lexicon.add([word], Item(Kind.TIME, Decimal(seconds), alone=len(word.strip()) > 1))
    for seconds, words in _TIMES_MANY.items():
        lexicon.add(words.split("|"), Item(Kind.TIME, Decimal(seconds), plural=True))
    for seconds, words in _TIMES_TWO.items():
        lexicon.add(words.split("|"), Item(Kind.TIME, Decimal(seconds), plural=True, total=Decimal(2)))
    for unit, (one, many, two) in _UNITS.items():
        lexicon.add(one.split("|"), Item(Kind.UNIT, unit=unit))
        lexicon.add(many.split("|"), Item(Kind.UNIT, unit=unit, plural=True))
        lexicon.add(two.split("|"), Item(Kind.NUMBER, Decimal(2)), Item(Kind.UNIT, unit=unit))
    lexicon.add(["دورة", "لفة", "جولة"], Item(Kind.UNIT, unit=Unit.ITERATION, everyday=True))
    lexicon.add(["دورات", "لفات", "جولات"], Item(Kind.UNIT, unit=Unit.ITERATION, plural=True, everyday=True))
    lexicon.add(["بالمئة", "بالمائة", "بالمية", "في المئة", "في المائة", "في المية", "فالمية", "بالميه"],
                Item(Kind.PERCENT_SIGN))  # fmt: skip
    lexicon.add_cues(
        {
            Kind.AND: "و",
            Kind.OF: "من | من أصل | من مجموع | من اجمالي | من إجمالي",
            Kind.PER: "كل | لكل | بكل | في كل | فكل | لكل من",
            Kind.IN: "ب | في | خلال | ف | بخلال | في خلال | فى | جوا",
            Kind.TO: "ل | لـ",
            Kind.MINUS: "إلا",
        }
    )
    lexicon.add_joined("و", Item(Kind.AND))
    lexicon.add_joined("ف", Item(Kind.AND))
    lexicon.add_split(split)


def _add_numbers(lexicon: Lexicon) -> None:
    for value, words in _NUMERALS.items():
        lexicon.add(words.split("|"), Item(Kind.NUMERAL, Decimal(value)))
    lexicon.add(["واحد عشر"], Item(Kind.AND), Item(Kind.NUMERAL, Decimal(11)))  # "and eleven", folded
    lexicon.add(["مئة", "مائة", "مية"], Item(Kind.HUNDRED, Decimal(100)))
    for value, stems in _HUNDREDS.items():
        for stem in stems.split("|"):
            together = [stem.strip() + hundred for hundred in ("مئة", "مائة", "مية")]
            lexicon.add(together, Item(Kind.NUMERAL, Decimal(100 * value)))
    for power, scales in _SCALES.items():
        lexicon.add(scales.split("|"), Item(Kind.SCALE, Decimal(10) ** power))
    for parts, shares in _SHARES.items():
        lexicon.add(shares.split("|"), Item(Kind.SHARE, Decimal(1), total=Decimal(parts)))
    lexicon.add(["ثلثين", "ثلثان", "ثلثي", "ثلثا", "تلتين"], Item(Kind.SHARE, Decimal(2), total=Decimal(3)))
    lexicon.add(["أرباع", "ارباع"], Item(Kind.SHARE, Decimal(1), total=Decimal(4), plural=True))
    for value, ordinals in _ORDINALS.items():
        lexicon.add(ordinals.split("|"), Item(Kind.ORDINAL, Decimal(value)))


_CLITICS: tuple[tuple[str, Kind | None], ...] = (
    ("لل", Kind.TO),
    ("ال", None),
    ("هال", None),
    ("و", Kind.AND),
    ("ف", Kind.AND),
    ("ب", Kind.IN),
    ("ل", Kind.TO),
    ("ع", Kind.AT),
)
_SHORTEST = 2


def split(word: str, look_up: Callable[[str], Senses | None], depth: int = 3) -> Senses | None:
    """Take ``وبالدقيقة`` apart into and, in, the minute; ``None`` where no known word remains."""
    if not "\u0600" <= word[0] <= "\u06ff":
        return None
    for clitic, kind in _CLITICS:
        if not word.startswith(clitic) or len(word) - len(clitic) < _SHORTEST:
            continue
        rest = word[len(clitic) :]
        found = look_up(rest)
        if found is None and depth > 1:
            found = split(rest, look_up, depth - 1)
        if found is None:
            continue
        if clitic in {"لل", "ال", "هال"}:
            found = tuple(replace(item, definite=True, alone=False) for item in found)
        return found if kind is None else (Item(kind), *found)
    return None
