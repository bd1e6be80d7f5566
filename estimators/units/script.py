"""One spelling for what people type: digits, separators, Arabic letters, invisible marks."""

from __future__ import annotations

import re
import unicodedata

_ZEROS = "٠۰०০０"  # Arabic, Persian, Devanagari, Bengali, full width

#: ``str.translate`` table: every digit to 0-9, Arabic separators and signs to their Latin ones. Letters are kept.
DIGITS: dict[int, str | None] = {ord(zero) + n: str(n) for zero in _ZEROS for n in range(10)}
DIGITS |= {ord(a): b for a, b in zip("٫٬،٪؟؛۔−", ".,,%?;.-", strict=True)}

_LETTERS = dict(zip("أإآٱؤئىیۍةۀکگچپڤ", "ااااوييييههكككبف", strict=True))
_SIGNS = dict(zip("‐‑–—×’‘‛`“”«»µμ", "----x''''" + '""""' + "uu", strict=True))
_INVISIBLE = (
    *range(0x064B, 0x0653),  # harakat and tanwin
    *range(0x0610, 0x061D),
    *range(0x200B, 0x2010),  # zero width and direction marks
    *range(0x202A, 0x202F),
    *range(0x2060, 0x2070),
    0x00AD, 0x0640, 0x0670, 0xFEFF, 0x0621,  # soft hyphen, tatweel, dagger alif, byte order mark, lone hamza
)  # fmt: skip

_FOLD: dict[int, str | None] = dict(DIGITS)
_FOLD |= {ord(a): b for a, b in (*_LETTERS.items(), *_SIGNS.items())}
_FOLD |= dict.fromkeys(_INVISIBLE)
_FOLD |= dict.fromkeys((0x00A0, 0x202F, 0x2007, 0x2009), " ")

_COMPATIBILITY = re.compile("[\ufb50-\ufdff\ufe70-\ufefc\uff01-\uff5e]")


def plain_digits(text: str) -> str:
    """Write every digit, decimal point and separator of ``text`` the Latin way; letters are kept.

    >>> plain_digits("٣٩٩٥٫١١ و ۱۲٪")
    '3995.11 و 12%'
    """
    return text if text.isascii() else text.translate(DIGITS)


def fold(text: str) -> str:
    """Give all spellings of a word one spelling: digits, hamza, ta marbuta, diacritics, invisible marks.

    For comparing, never for showing.

    >>> fold("ثَوانٍ") == fold("ثوان"), fold("مئة") == fold("ميه")
    (True, True)
    """
    if text.isascii():
        return text
    if _COMPATIBILITY.search(text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLD)
