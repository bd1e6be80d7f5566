"""Text -> items: numbers, words looked up, signs. Linear in the text."""

from __future__ import annotations

import re
from decimal import Decimal

from estimators.units.items import Item, Kind
from estimators.units.lexicon import Lexicon
from estimators.units.limits import multiply, number
from estimators.units.script import fold

_TOKEN = re.compile(
    r"""
      (?P<word> [^\W\d_]++(?:['_][^\W\d_]++)*+ )
    | (?P<skip> [0-9]{4}-[0-9]{2}-[0-9]{2} | [0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}(?![0-9]) | [0-9]++(?:\.[0-9]++){2,}+
        | [0-9]{1,2}(?::[0-9]{2})?[ ]?(?:am|pm)\b | <[@#][^>\n]{1,40}> )
    | (?P<clock> [0-9]{1,4}(?::[0-5][0-9]){1,2}(?:\.[0-9]{1,9})?(?![0-9:]) )
    | (?P<number> (?:(?<![\w)\]%])-)?
        (?: (?!0)[0-9]{1,3}(?:[,_][0-9]{3})++(?![0-9])(?:\.[0-9]++)? | [0-9]++,[0-9]{1,3}(?![0-9,_])
          | [0-9]++(?:\.[0-9]++)? | \.[0-9]++ )
        (?:e[+-]?[0-9]{1,9}+(?![0-9]))? ) (?P<magnitude>(?-i:[kKMBTb])(?![^\W\d_]))?
    | (?P<end> [.!?;\n]++ )
    | (?P<sign> [^\s\w] | _ )
    """,
    re.VERBOSE | re.IGNORECASE,
)

_MAGNITUDE = {"k": Decimal(1000), "m": Decimal(10) ** 6, "b": Decimal(10) ** 9, "t": Decimal(10) ** 12}
_SIGNS = {
    "%": Kind.PERCENT_SIGN,
    "/": Kind.SLASH,
    ",": Kind.COMMA,
    "-": Kind.MINUS,
    "@": Kind.AT,
    "=": Kind.IS,
    ":": Kind.IS,
    "*": Kind.TIMES,
    "(": Kind.COMMA,
    ")": Kind.COMMA,
    "|": Kind.END,
}


def lex(text: str, lexicon: Lexicon) -> list[Item]:
    """Turn ``text`` into items; words that no vocabulary knows become ``Kind.UNKNOWN``."""
    items: list[Item] = []
    words: list[str] = []
    for match in _TOKEN.finditer(fold(text)):
        if match.lastgroup == "word":
            words.append(match["word"].lower())
            continue
        if words:
            _look_up(words, lexicon, items)
            words = []
        item = _sign_or_number(match)
        if item is not None:
            items.append(item)
    if words:
        _look_up(words, lexicon, items)
    return items


def _look_up(words: list[str], lexicon: Lexicon, items: list[Item]) -> None:
    at = 0
    while at < len(words):
        found = lexicon.longest(words, at)
        if found is None:
            items.append(Item(Kind.UNKNOWN))
            at += 1
        else:
            items.extend(item.copy() for item in found[0])
            at += found[1]


def _sign_or_number(match: re.Match[str]) -> Item | None:
    kind = match.lastgroup
    if kind in {"number", "magnitude"}:
        return Item(Kind.NUMBER, read_number(match["number"], match["magnitude"]))
    if kind == "clock":
        return Item(Kind.CLOCK, clock(match["clock"]), everyday=match["clock"].count(":") == 1)
    if kind == "end":
        return Item(Kind.END)
    if kind == "skip":
        return Item(Kind.UNKNOWN)
    found = _SIGNS.get(match["sign"])
    if found is None:
        return None
    return Item(found, definite=found is Kind.IS and _is_key(match))


def _is_key(match: re.Match[str]) -> bool:
    """Say whether ``=`` or ``:`` makes what stands before it a key: ``total=6000``, ``ms:3995``, not ``s: 100``."""
    return match["sign"] == "=" or not match.string[match.end() : match.end() + 1].isspace()


def read_number(digits: str, magnitude: str | None = None) -> Decimal:
    """Read a written number: separators, a decimal comma, an exponent, a magnitude (k, M, B, T)."""
    digits = digits.replace("_", "")
    head, comma, tail = digits.partition(",")
    if comma and "," not in tail and (len(tail) != 3 or head in {"0", "-0"}) and "." not in tail:
        digits = f"{head}.{tail}"
    value = number(digits.replace(",", ""))
    if magnitude is None or not value.is_finite() or abs(value.adjusted()) > 40:
        return value
    value = multiply(value, _MAGNITUDE[magnitude.lower()])
    whole = value.to_integral_value()
    return Decimal(int(whole)) if whole == value else value


def clock(text: str) -> Decimal:
    """Read ``1:02:03`` or ``02:03`` as seconds."""
    seconds = Decimal(0)
    for part in text.split(":"):
        seconds = seconds * 60 + Decimal(part)
    return seconds
