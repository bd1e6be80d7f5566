"""Vocabularies: word or phrase -> items, for every language at once."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from estimators.units.items import Item, Kind
from estimators.units.script import fold

#: Longest phrase in words.
LONGEST = 5

Senses = tuple[Item, ...]


class Lexicon:
    """Words and phrases of all languages; ``split`` takes a word apart that is not in it (clitics)."""

    def __init__(self) -> None:
        self._phrases: dict[tuple[str, ...], Senses] = {}
        self._starts: set[str] = set()
        self._joined: dict[str, Item] = {}
        self._splits: list[Callable[[str, Callable[[str], Senses | None]], Senses | None]] = []

    def add(self, phrases: Iterable[str], *items: Item) -> None:
        """Give every phrase (``"so far"``) this meaning."""
        for phrase in phrases:
            words = tuple(fold(phrase).lower().split())
            self._phrases[words] = items
            if len(words) > 1:
                self._starts.add(words[0])

    def add_cues(self, cues: Mapping[Kind, str]) -> None:
        """Add words that only have a kind, written as ``"one | another | so far"``."""
        for kind, phrases in cues.items():
            self.add((phrase for phrase in phrases.split("|") if phrase.strip()), Item(kind))

    def add_split(self, split: Callable[[str, Callable[[str], Senses | None]], Senses | None]) -> None:
        """Let ``split(word, lookup)`` try words that are unknown as they stand."""
        self._splits.append(split)

    def add_joined(self, prefix: str, item: Item) -> None:
        """Let ``prefix`` stand before the first word of any phrase (Arabic "and", written together)."""
        self._joined[fold(prefix)] = item

    def word(self, word: str) -> Senses | None:
        """Look one folded, lower-case word up as it stands."""
        return self._phrases.get((word,))

    def words_of(self, kinds: Container[Kind]) -> frozenset[str]:
        """Return the first words of all phrases that mean one of ``kinds``."""
        return frozenset(words[0] for words, items in self._phrases.items() if any(i.kind in kinds for i in items))

    def longest(self, words: list[str], at: int) -> tuple[Senses, int] | None:
        """Find the longest phrase that starts at ``at``: its meaning, and how many words it takes."""
        phrase = self._phrase(words[at], words, at)
        if phrase is not None:
            return phrase
        joined = self._joined.get(words[at][:1])
        if joined is not None and (words[at],) not in self._phrases:
            phrase = self._phrase(words[at][1:], words, at)
            if phrase is not None:
                return (joined, *phrase[0]), phrase[1]
        found = self._phrases.get((words[at],))
        if found is None:
            found = next(self._parts(words[at]), None)
        return None if found is None else (found, 1)

    def _phrase(self, first: str, words: list[str], at: int) -> tuple[Senses, int] | None:
        if first in self._starts:
            for length in range(min(LONGEST, len(words) - at), 1, -1):
                found = self._phrases.get((first, *words[at + 1 : at + length]))
                if found is not None:
                    return found, length
        return None

    def _parts(self, word: str) -> Iterator[Senses]:
        for split in self._splits:
            found = split(word, self.word)
            if found is not None:
                yield found
