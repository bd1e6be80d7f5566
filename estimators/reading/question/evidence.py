"""Enough evidence? Small talk has numbers and times too, and deserves no answer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from estimators.reading.question.facts import Facts
from estimators.reading.question.vocabulary import questions
from estimators.run import Unit, WhatIf
from estimators.units.items import Item, Kind
from estimators.units.script import fold

_STRONG = frozenset({Unit.ITERATION, Unit.EPOCH})
_TRIGGERS = frozenset({
    Kind.UNIT, Kind.ASK, Kind.LEFT, Kind.DONE, Kind.TRAINING, Kind.WHAT_IF, Kind.NOW, Kind.TOTAL, Kind.PERCENT_SIGN,
    Kind.SHARE, Kind.AGO, Kind.EACH, Kind.TAKES,
})  # fmt: skip
#: Words that no vocabulary knows: most with a noun of training, with an everyday one, and more if it asks.
_MOST, _UNKNOWN, _UNKNOWN_ASKED = 12, 3, 3
#: Everyday steps are few.
_MANY = 100
_WORDS = re.compile(r"[a-z_]++")
_FILLED = re.compile(r"[0-9%?=/]")
_ARABIC = re.compile("[\u0621-\u064a]")
_KEYS = frozenset({Kind.UNIT, Kind.TIME, Kind.TOTAL, Kind.LEFT, Kind.DONE, Kind.ELAPSED, Kind.TAKES})


@cache
def _triggers() -> frozenset[str]:
    return questions().words_of(_TRIGGERS)


def weigh(text: str, *, command: bool) -> Evidence | None:
    """Look at a text quickly; ``None`` says that it cannot be a question about a run."""
    if command:
        return Evidence(command=True)
    if not text.strip():
        return None
    plain = fold(text[:6000]).lower()
    if len(plain) > 1500:
        return None
    if _ARABIC.search(plain):
        return Evidence(marked="?" in plain)
    words = set(_WORDS.findall(plain))
    if not words & _triggers() and "%" not in plain and "=" not in plain and "/" not in plain:
        return None
    return Evidence(marked="?" in plain)


@dataclass(slots=True)
class Evidence:
    """What speaks for and against a question."""

    command: bool = False
    keys: int = 0
    strong_key: bool = False
    strong: int = 0
    weak: int = 0
    asked: int = 0
    now: int = 0
    unknown: int = 0
    foreign: int = 0
    length: int = 0
    progress: int = 0
    totals: int = 0
    noise: int = 0
    conditions: int = 0
    stops: int = 0
    marked: bool = False

    def count(self, items: list[Item]) -> None:
        """Count the kinds of words."""
        self.length = len(items)
        for at, item in enumerate(items):
            before = items[at - 1].kind if at else Kind.END
            sign = items[at + 1] if at + 1 < len(items) else item
            number = items[at + 2].kind if at + 2 < len(items) else Kind.END
            keyed = sign.kind is Kind.IS and sign.definite and number is Kind.NUMBER and item.kind in _KEYS
            self.keys += keyed
            self.strong_key |= keyed and item.unit in {Unit.ITERATION, Unit.STEP, Unit.EPOCH}
            if item.kind is Kind.UNIT:
                pronoun = item.position and before is not Kind.SLASH and sign.kind is not Kind.SLASH
                self.strong += item.unit in _STRONG and not pronoun and not item.everyday
                self.weak += item.unit not in _STRONG or item.everyday
            self.weak += item.kind in {Kind.TRAINING, Kind.DEVICE, Kind.BATCH_SIZE}
            self.asked += item.kind is Kind.ASK
            self.now += item.kind is Kind.NOW
            self.unknown += item.kind is Kind.UNKNOWN
            self.foreign += item.kind is Kind.FOREIGN
            self.progress += item.kind in {Kind.DONE, Kind.LEFT, Kind.AGO, Kind.EACH, Kind.OF, Kind.SLASH}
            self.noise += item.kind is Kind.NOISE
            self.conditions += item.kind is Kind.WHAT_IF
            self.stops += item.kind is Kind.STOP
            self.totals += item.kind is Kind.TOTAL

    @property
    def hopeless(self) -> bool:
        """Whether no number could make this a question."""
        if self.command or self.keyed:
            return False
        if self.foreign > self.strong:
            return True
        if not self.strong and not self.weak and self.unknown > bool(self.asked):
            return True
        return (
            not self.strong and (self.foreign > 0 or self.unknown > _UNKNOWN + _UNKNOWN_ASKED)
        ) or self.unknown > _MOST

    def enough(self, facts: Facts, what_if: tuple[WhatIf, ...]) -> bool:
        """Say whether this is a question about a run."""
        if self.command:
            return True
        known = facts.number + (facts.guessed_pace is not None)
        return self.keyed or (self._known(facts, known) if known else self._bare(what_if))

    @property
    def keyed(self) -> bool:
        """``iter=100 ms=3995``: nobody writes so in small talk."""
        return self.keys > 1 or self.strong_key or (self.keys > 0 and 3 * self.keys == self.length)

    def _known(self, facts: Facts, known: int) -> bool:
        if self.totals and not self.unknown and self._only_total(facts):
            return True
        if self.strong:
            return self._with_noun(facts, known, unknown=_MOST)
        if self.weak:
            return self._with_noun(facts, known, unknown=_UNKNOWN + _UNKNOWN_ASKED * bool(self.asked))
        return facts.complete and self._without_noun(facts)

    def _with_noun(self, facts: Facts, known: int, *, unknown: int) -> bool:
        if self.unknown > unknown:
            return False
        timed = bool(facts.paces) or facts.elapsed is not None or facts.guessed_pace is not None
        if self.asked or (known > 1 and (timed or self._counts_alone(facts))):
            return True
        return self.unknown == 0 and (self.totals > 0 or self._named_pace(facts) or self._only_total(facts))

    def _counts_alone(self, facts: Facts) -> bool:
        """ "Step 1200 of 10000" and not another word is about a run; "step 5 of 6 in the tutorial" is not."""
        large = any((counter.total or 0) >= _MANY for counter in facts.counters.values())
        return self.unknown == 0 and (self.strong > 0 or large)

    def _only_total(self, facts: Facts) -> bool:
        return any(counter.total is not None and counter.total > 1 for counter in facts.counters.values())

    def _named_pace(self, facts: Facts) -> bool:
        return any(unit is not None for _, unit in facts.paces)

    def _without_noun(self, facts: Facts) -> bool:
        if self.asked:
            return self.unknown <= 1
        by_percent = any(unit is Unit.PERCENT for _, unit in facts.paces)
        return self.unknown == 0 and (self.progress > 0 or by_percent)

    def _bare(self, what_if: tuple[WhatIf, ...]) -> bool:
        """A question without a number of its own: it follows up an earlier one."""
        if self.unknown or self.length > 14 or (self.stops and not what_if):
            return False
        now = self.now and not self.noise and (self.marked or self.length > 1)
        return bool(self.asked or now or what_if)

    def follows_up(self, facts: Facts, stated: frozenset[str]) -> bool:
        """Say whether it only makes sense beside an earlier run."""
        return not facts.number or (stated <= {"total"} and not self.asked) or (stated == {"pace"} and not self.asked)
