"""Texts to fuzz with: the examples of every format, what people write all day, pieces of real logs; and their mutations.

A mutation is a function of a text and a source of chance, so that Hypothesis and a coverage-guided run share them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from estimators.reading.formats import all_formats
from tests.contracts import everyday
from tests.fuzz.instrumented import MOST

PIECE = 800  # characters of a real log that one seed holds
QUESTIONS = (
    "/eta iter=100 ms=3995.11 total=6000",
    "iter:100 ms:3995.11 total:6000 what if it improves to 200 ms",
    "epoch 3 of 10 finished, 12 min per epoch, 40% done after 2h 10m",
    "وصلت ١٠٠ من ٦٠٠٠ وكل تكرار يأخذ ٣٩٩٥٫١١ مللي ثانية",
    "بقي 5900 تكرار بمعدل 4 ثوان لكل تكرار على 8 A100",
    "how long will 6,000 iterations of a 124M model at 491,520 tokens per step take on 8 A100?",
)
_NUMBER = re.compile(r"\d+")
_NUMBERS = (
    "0", "-1", "00", "1e308", "1e-308", "1e999", "nan", "NaN", "inf", "-inf", "9" * 19, "9" * 400, "1" + "0" * 4000,
    "0.0000000001", "1.7976931348623157e308", "١٢٣", "۱۲۳", "²", "½", "0x10", "1_000", "1,000", "1.2.3", "99:99:99",
    "2147483648", "18446744073709551616", "1-1", "--5", "1d 99h", "10000000000000000000000000 years",
)  # fmt: skip
_SIGNS = (
    "\0", "\x1b[31m", "\x1b[2K\x1b[1A", "\x1b]0;title\x07", "\x1b[", "\u202e", "\u2066", "\u200f", "\ufeff", "\u200b", "\r", "\r\n",
    "\b\b\b", "\x0b", "\x0c", "\x85", "\u2028", "\ud800", "```", "> ", "~~~", "[rank0]: ", "|", "%", "[", "]", "{", "\"", "\\", "<", "s/it",
    "\t" * 40, " " * 400, "/" * 300, "█" * 60, "e\u0301" * 20, "😀", "e", ":", "=", "max_steps=", "epoch ", "total ", "what if ",
)  # fmt: skip

Mutation = Callable[[str, str, Random], str]


def examples() -> list[str]:
    """The examples of every format in the folder."""
    return [example.text for fmt in all_formats() for example in fmt.examples]


def seeds(corpus: Path | None = None) -> list[str]:
    """Everything that a run begins with; of every real log its head, a piece of its middle and its tail."""
    found = [*examples(), *everyday.TEXTS, *QUESTIONS]
    for path in sorted(corpus.glob("*/*/log.txt")) if corpus else ():
        log = path.read_bytes().decode("utf-8", "replace")
        middle = len(log) // 2
        found += [log[:PIECE], log[middle : middle + PIECE], log[-PIECE:]]
    return found


def mutated(text: str, other: str, chance: Random, most: int = MOST) -> str:
    """Return ``text`` after one to four mutations, some of which take pieces of ``other``."""
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(MUTATIONS)(text, other, chance)[:most]
    return text


def _cut(text: str, _: str, chance: Random) -> str:
    a, b = sorted((chance.randint(0, len(text)), chance.randint(0, len(text))))
    return chance.choice((text[:a], text[a:], text[:a] + text[b:]))


def _repeated(text: str, _: str, chance: Random) -> str:
    a = chance.randint(0, len(text))
    piece = text[a : a + chance.choice((1, 3, 20, 200))]
    return text[:a] + piece * chance.choice((2, 10, 100, 1000)) + text[a:]


def _lines(text: str, other: str, chance: Random) -> str:
    """Splice, shuffle, double or drop lines."""
    mine, theirs = text.splitlines(), other.splitlines()
    kind = chance.randint(0, 3)
    if kind == 0 and theirs:
        mine.insert(chance.randint(0, len(mine)), chance.choice(theirs))
    elif kind == 1:
        chance.shuffle(mine)
    elif kind == 2 and mine:
        mine.append(chance.choice(mine))
    elif mine:
        del mine[chance.randrange(len(mine))]
    return "\n".join(mine)


def _crossed(text: str, other: str, chance: Random) -> str:
    return text[: chance.randint(0, len(text))] + other[chance.randint(0, len(other)) :]


def _numbers(text: str, _: str, chance: Random) -> str:
    """Replace some of the numbers."""
    share = chance.choice((0.05, 0.3, 1.0))
    return _NUMBER.sub(lambda found: chance.choice(_NUMBERS) if chance.random() < share else found[0], text)


def _digits(text: str, _: str, chance: Random) -> str:
    return "".join(str(chance.randint(0, 9)) if sign in "0123456789" and chance.random() < 0.2 else sign for sign in text)


def _signs(text: str, _: str, chance: Random) -> str:
    for _again in range(chance.randint(1, 6)):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_SIGNS) + text[at:]
    return text


def _one_line(text: str, _: str, chance: Random) -> str:
    return chance.choice(("", " ", "\r", "\t", ",")).join(text.splitlines()) * chance.choice((1, 1, 4, 40))


def _other_signs(text: str, _: str, chance: Random) -> str:
    """Replace characters by others of the same text or by any at all."""
    if not text:
        return chr(chance.randint(0, 0x2FFF))
    signs = list(text)
    for _again in range(chance.randint(1, 8)):
        signs[chance.randrange(len(signs))] = chance.choice((chance.choice(signs), chr(chance.randint(0, 0x2FFF))))
    return "".join(signs)


MUTATIONS: Sequence[Mutation] = (
    _cut, _repeated, _lines, _lines, _crossed, _numbers, _numbers, _digits, _signs, _one_line, _other_signs,
)  # fmt: skip
