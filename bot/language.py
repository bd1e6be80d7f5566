"""What Mata can say, in every language: one folder of Fluent files a language, found by walking.

A message may format its own numbers with the functions below, so whoever emits a message passes plain
numbers (seconds, shares, counts) and never a formatted string::

    { DURATION($seconds) }        6 h 32 min 51 s         { DURATION($seconds, parts: 2) }   6 h 33 min
    { COUNT($n, $unit) }          5,900 iterations        { PERCENT($share) }                12%
    { EXACT($value) }             23571.149               { ROUND($value, digits: 3) }       3.995

DURATION and COUNT take ``case: "genitive"`` where a language bends them after a preposition: ساعتين, not ساعتان.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import ROUND_HALF_EVEN, Decimal
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_skeleton
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.resolver import Pattern

from bot.numbers import clock_parts, exact, rounded

LOCALES = Path(__file__).parent / "locales"
DEFAULT = "en"
NOMINATIVE = "nominative"
#: A message of a Fluent file: its first line, and the lines that are indented or close a placeable.
_ENTRY = re.compile(r"^(?P<id>[a-z][a-z0-9_-]*+) *+=.*+\n(?:(?:[ }].*+)?\n)*+", re.MULTILINE)


class UnknownMessageError(KeyError):
    """A message id that no file of the language has: a bug, never a user's mistake."""


class BrokenMessageError(ValueError):
    """A message whose places were not all filled: a bug, never a user's mistake."""


class Language:
    """The messages of one folder, read when first used."""

    def __init__(self, folder: Path) -> None:
        self.code = folder.name
        self.folder = folder

    @cached_property
    def entries(self) -> dict[str, str]:
        """The source of every message, by its id; what is never said is never parsed."""
        found: dict[str, str] = {}
        for file in sorted(self.folder.glob("*.ftl")):
            for entry in _ENTRY.finditer(file.read_text(encoding="utf-8")):
                found.setdefault(entry["id"], entry[0])
        return found

    @cached_property
    def _bundle(self) -> FluentBundle:
        return FluentBundle([self.code], functions=self._functions(), use_isolating=False)

    def knows(self, message_id: str) -> bool:
        """Tell whether there is such a message."""
        return message_id in self.entries

    def _pattern(self, message_id: str) -> Pattern:
        if not self._bundle.has_message(message_id) and self.knows(message_id):
            self._bundle.add_resource(FluentResource(self.entries[message_id]))
        pattern = self._bundle.get_message(message_id).value if self._bundle.has_message(message_id) else None
        if pattern is None:
            raise UnknownMessageError(f"{self.code}: {message_id}")
        return pattern

    def say(self, message_id: str, /, **args: Any) -> str:
        """Return the message with its places filled; raises ``UnknownMessageError`` or ``BrokenMessageError``."""
        given = {name: _plain(value) for name, value in args.items()}
        text, errors = self._bundle.format_pattern(self._pattern(message_id), given)
        if errors:
            raise BrokenMessageError(f"{self.code}: {message_id}: {errors[0]}")
        return str(text)

    def duration(self, seconds: Decimal | float, parts: int = 3, case: str = NOMINATIVE) -> str:
        """Return a duration in words, its largest ``parts`` units joined by a plain space."""
        units = clock_parts(seconds, parts)
        return " ".join(self.say(f"duration-{unit}", count=number, case=case) for unit, number in units)

    def count(self, number: Decimal | float, unit: str, case: str = NOMINATIVE) -> str:
        """Return ``number`` units in words, "5,900 iterations"; a unit is one of ``estimators.Unit``."""
        return self.say(f"count-{unit}", count=_whole(number), case=case)

    def number(self, value: Decimal | float) -> str:
        """Return a number grouped as the language does, to at most three decimals."""
        return str(format_decimal(_whole(value), locale=self.babel, numbering_system="latn"))

    def percent(self, share: Decimal | float, digits: int = 0) -> str:
        """Return a share of 1 as a percentage."""
        near = _decimal(share).quantize(Decimal(1).scaleb(-2 - digits), ROUND_HALF_EVEN)
        return str(format_percent(near, locale=self.babel, decimal_quantization=False, numbering_system="latn"))

    def moment(self, at: datetime, now: datetime) -> str:
        """Return a local date and time; ``at`` and ``now`` carry the reader's zone. The year only if it differs."""
        skeleton = "yMMMEd" if at.year != now.year else "MMMEd"
        day = format_skeleton(skeleton, at, locale=self.babel)
        return self.say("moment", day=str(day), time=at.strftime("%H:%M"), zone=at.tzname() or "UTC")

    @cached_property
    def babel(self) -> str:
        """The locale that Babel knows for this language; English where it knows none."""
        try:
            Locale.parse(self.code, sep="-")
        except (UnknownLocaleError, ValueError):
            return DEFAULT
        return self.code.replace("-", "_")

    def _functions(self) -> dict[str, Callable[..., Any]]:
        return {
            "DURATION": lambda seconds, parts=3, case=NOMINATIVE: self.duration(_decimal(seconds), int(parts), case),
            "COUNT": lambda number, unit, case=NOMINATIVE: self.count(_decimal(number), str(unit), case),
            "UNIT": lambda unit: self.say(f"unit-{unit}"),
            "PERCENT": lambda share, digits=0: self.percent(_decimal(share), int(digits)),
            "EXACT": lambda value: exact(_decimal(value)),
            "ROUND": lambda value, digits=3: rounded(_decimal(value), int(digits)),
        }


class Catalogue:
    """All languages below one folder."""

    def __init__(self, folder: Path = LOCALES) -> None:
        self._languages = {
            path.name: Language(path) for path in sorted(folder.iterdir()) if path.is_dir() and any(path.glob("*.ftl"))
        }

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, English first."""
        return tuple(sorted(self._languages, key=lambda code: (code != DEFAULT, code)))

    def __getitem__(self, code: str) -> Language:
        """Return the language of a code or of a regional variant of it; English where there is none."""
        return self._languages[self.nearest(code) or DEFAULT]

    def nearest(self, code: str | None) -> str | None:
        """Return the code of the language that serves ``code`` ("ar-SA" -> "ar"), or ``None``."""
        if not code:
            return None
        wanted = code.replace("_", "-").split(".")[0].casefold()
        by_folded = {known.casefold(): known for known in self._languages}
        return by_folded.get(wanted) or by_folded.get(wanted.split("-")[0])

    def choose(self, *wishes: str | None) -> str:
        """Return the first wish that can be served: own setting, script, client's locale, server; else English."""
        return next((code for wish in wishes if (code := self.nearest(wish))), DEFAULT)


@cache
def catalogue() -> Catalogue:
    """Return the languages that come with Mata."""
    return Catalogue()


def languages() -> tuple[str, ...]:
    """Return the codes of all languages, English first."""
    return catalogue().codes


def say(language: str, message_id: str, /, **args: Any) -> str:
    """Return a message in a language; English where the language is not known."""
    return catalogue()[language].say(message_id, **args)


def duration(language: str, seconds: Decimal | float, parts: int = 3) -> str:
    """Return a duration in words: ``6 h 32 min 51 s``."""
    return catalogue()[language].duration(seconds, parts)


def choose(*wishes: str | None) -> str:
    """Return the language to answer in, from wishes in falling order of weight."""
    return catalogue().choose(*wishes)


def _plain(value: Any) -> Any:
    """Fluent takes numbers and exact ``str``; an enum member becomes its value, a numpy number a Python one."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int | Decimal):
        return value
    return float(value)


def _decimal(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(repr(value + 0) if isinstance(value, float) else str(value))


def _whole(value: Decimal | float) -> int | Decimal | float:
    """Return an integer for a whole number, so that plural rules see ``6000`` and not ``6000.0``."""
    return int(value) if value == int(value) else value
