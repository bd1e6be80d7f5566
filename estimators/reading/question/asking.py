"""Is this a question about a run at all, and what does it say?"""

from __future__ import annotations

from dataclasses import dataclass

from estimators.outcome import Impossible, Problem
from estimators.reading.question.counts import fold_counts, prune
from estimators.reading.question.deciding import Known, decide
from estimators.reading.question.evidence import Evidence, weigh
from estimators.reading.question.facts import Facts, collect
from estimators.reading.question.hardware import take_hardware
from estimators.reading.question.paces import bind_keys, fold_paces
from estimators.reading.question.prose import LONGEST, is_command, language, prose, without_command
from estimators.reading.question.settings import Sizes, take_gpu, with_tokens
from estimators.reading.question.vocabulary import questions
from estimators.reading.question.what_if import split, wishes
from estimators.run import Run, WhatIf
from estimators.units.durations import fold_durations
from estimators.units.items import Item, Kind
from estimators.units.lexer import lex
from estimators.units.numerals import as_percent, fold_numbers
from estimators.units.script import fold


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A question about a run.

    ``run`` holds what the text says, ``stated`` which of "done", "total", "pace" it really says; ``missing``
    what is needed for an answer ("total", "pace"). ``kind`` is "command", "sentence" or "follow-up" (it only
    makes sense beside an earlier run). ``language`` is "ar", "en", or ``None`` where no word shows one.
    """

    run: Run
    missing: frozenset[str]
    stated: frozenset[str]
    kind: str = "sentence"
    language: str | None = None
    what_if: tuple[WhatIf, ...] = ()


def ask(text: str) -> Question | Problem | None:
    """Read a command or a free sentence; ``None`` if it is no question about a run.

    >>> question = ask("/eta iter=100 ms=3995.11 total=6000")
    >>> question.run.done, question.run.total, question.run.pace, sorted(question.missing)
    (Decimal('100'), Decimal('6000'), Decimal('3.99511'), [])
    >>> ask("100% agree, see you at 6") is None
    True
    """
    command = is_command(text)
    words = without_command(text)[:LONGEST] if command else prose(without_command(text))
    evidence = weigh(words, command=command)
    if evidence is None:
        return None
    return _Reader(words, evidence, command).read()


class _Reader:
    def __init__(self, text: str, evidence: Evidence, command: bool) -> None:
        self.text = text
        self.evidence = evidence
        self.command = command
        plain, self.hardware = take_hardware(fold(text))
        plain, self.gpu = take_gpu(plain)
        self.items = lex(plain, questions())
        if command:
            self.items = _keyed(self.items)

    def read(self) -> Question | Problem | None:
        self.evidence.count(self.items)
        if self.evidence.hopeless:
            return None
        if any(item.kind is Kind.NUMBER and not item.value.is_finite() for item in self.items):
            return self._not_finite()
        found = self._attempt(conditional=True)
        weak = isinstance(found, Question) and bool(found.what_if) and bool(found.missing)
        if (weak or found is None) and self.evidence.conditions:
            plain = self._attempt(conditional=False)
            if isinstance(plain, Question) and not plain.missing:
                return plain
        return found

    def _not_finite(self) -> Problem | None:
        """``ms=nan`` is a mistake; "nan" in a sentence is no number at all."""
        if not self.command and not self.evidence.keyed:
            return None
        odd = next(item.value for item in self.items if item.kind is Kind.NUMBER and not item.value.is_finite())
        return Impossible("not-finite" if odd.is_nan() else "too-large", {"name": "number"})

    def _attempt(self, *, conditional: bool) -> Question | Problem | None:
        main, conditions = split([item.copy() for item in self.items]) if conditional else (self.items, [])
        sizes = Sizes()
        facts = collect(_folded(main, sizes))
        settings = with_tokens(self.hardware.merged(sizes.settings(self.gpu, facts.tokens_per_step)))
        what_if = wishes([_numbers(condition) for condition in conditions])
        if not self.evidence.enough(facts, what_if):
            return None
        known = decide(facts, settings)
        if not isinstance(known, Known):
            return known
        return self._question(known, facts, what_if)

    def _question(self, known: Known, facts: Facts, what_if: tuple[WhatIf, ...]) -> Question:
        stated, run = known.stated, known.run
        missing = frozenset({"total", "pace"}) - stated
        kind = "command" if self.command or self.evidence.keys > 1 else "sentence"
        if kind == "sentence" and self.evidence.follows_up(facts, stated):
            kind = "follow-up"
        return Question(run, missing, stated, kind, language(self.text), what_if)


def _numbers(items: list[Item]) -> list[Item]:
    return bind_keys(fold_numbers(items))


def _folded(items: list[Item], sizes: Sizes) -> list[Item]:
    """Fold words into numbers, sizes, durations, counts and paces, in that order."""
    items = sizes.take(_drop_noise_in_sizes(_numbers(items)))
    items = prune(fold_durations(items))
    items = [as_percent(item) if item.kind is Kind.SHARE and not _before_noun(items, at) else item
             for at, item in enumerate(items)]  # fmt: skip
    return fold_paces(fold_counts(items))


def _before_noun(items: list[Item], at: int) -> bool:
    """ "The third epoch" is an ordinal, "a third of the epochs" is a share."""
    return items[at].total == 3 and at + 1 < len(items) and items[at + 1].kind is Kind.UNIT and not items[at + 1].plural


def _drop_noise_in_sizes(items: list[Item]) -> list[Item]:
    return [item for item in items if item.kind is not Kind.NOISE]


def _keyed(items: list[Item]) -> list[Item]:
    """``/eta iter 100 ms 3995 total 6000``: words and numbers in turn are keys and values."""
    kinds = [item.kind for item in items]
    if len(kinds) % 2 or Kind.NUMBER in kinds[::2] or set(kinds[1::2]) != {Kind.NUMBER} or len(kinds) < 2:
        return items
    sign = Item(Kind.IS, definite=True)
    return [part for at, item in enumerate(items) for part in ((item, sign) if at % 2 == 0 else (item,))]


__all__ = ["Question", "ask"]
