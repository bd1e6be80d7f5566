"""A log format as a value: how its lines look, and what its counter, time and remaining time mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from estimators.reading.table import Table
from estimators.run import PauseKind, Settings, Unit

Span = Literal["step", "interval", "epoch", "session"]
Scope = Literal["run", "epoch"]


_WORD_FIRST = re.compile(rb"\\b([A-Za-z_]{2,})(?![?*+{])")


@lru_cache(maxsize=256)  # of tables, whose columns bear any name; the other formats hold their own
def compiled(pattern: bytes) -> re.Pattern[bytes]:
    """Compile a pattern so that it begins with a literal, which the engine finds many times faster than a boundary.

    ``(?m)^`` becomes the line end before it (every text that is scanned begins with one), and a word boundary
    moves behind the word that it guards.
    """
    if pattern.startswith(b"(?m)^"):
        return re.compile(rb"\n" + pattern[len(b"(?m)^") :])
    word = _WORD_FIRST.match(pattern)
    if word:
        return re.compile(rb"%s(?<!\w%s)" % (word[1], word[1]) + pattern[word.end() :])
    return re.compile(pattern)


@dataclass(frozen=True, slots=True)
class Example:
    """Lines in the tool's layout, written by us, and the values that they mean.

    ``expect`` may hold done, total, unit, step_time (seconds per unit), elapsed, observations, missing, epochs.
    """

    text: str
    expect: Mapping[str, object]


@dataclass(frozen=True)
class Format:
    """How one tool writes its progress. One file in ``formats/`` exports one as ``FORMAT``.

    name            what people call the tool
    source          link to the tool's own source or documentation
    notes           what its counter, its time and its ETA mean, in a sentence or two
    records         patterns (on bytes) of lines that carry progress; groups are named by ``reading.fields``
    needles         literals of which at least one is in any text of this format (a cheap first look)
    headers         patterns whose groups hold for the records that follow, until the next header
    settings        patterns whose groups hold for the whole text (total, epochs, batches ...)
    pauses          patterns of lines that tell of something that is no step
    unit            what ``step`` counts; records with only an epoch count epochs
    step_first      what the counter prints when the first unit is done: 1 for a counter of units done,
                    0 for a 0-based one, 2 where a line is printed when unit k begins; None: 0 where the log shows
                    a 0 with time already spent on it, else 1
    epoch_first     the number that the first epoch has in the log; None: 0 where the log shows an epoch 0, else 1
    epoch_done      records of an epoch counter alone: True where the line comes when the epoch is over
    batch_first     like ``step_first`` for the position within the epoch; None: as ``epoch_first`` None
    total_is_last   the printed total is the last index (``0/29`` .. ``29/29`` are 30)
    epochs_is_last  the same for the number of epochs
    time_span       what a printed step time is the mean of
    elapsed_scope   whether elapsed time counts from the start of the run, of the epoch, or of this text
    eta_scope       whether the printed remaining time means the run or the epoch
    percent_scope   whether ``percent`` is of the run or of the epoch
    certainty       0..1: how sure a match makes us; general readers are low
    least           how many records without a time of their own there must be to take the text for such a log
    shape           a last change to the table that patterns cannot express
    plan            a last change to the settings: totals that follow from several of them, bounds that are no plan
    derive          for tables whose first row names the columns: the format with the patterns for this very text
    """

    name: str
    source: str
    records: tuple[bytes, ...]
    needles: tuple[bytes, ...]
    notes: str = ""
    headers: tuple[bytes, ...] = ()
    settings: tuple[bytes, ...] = ()
    pauses: tuple[tuple[PauseKind, bytes], ...] = ()
    unit: Unit = Unit.ITERATION
    step_first: int | None = 1
    epoch_first: int | None = 1
    epoch_done: bool = True
    batch_first: int | None = 1
    total_is_last: bool = False
    epochs_is_last: bool = False
    time_span: Span = "interval"
    elapsed_scope: Literal["run", "epoch", "text"] = "run"
    eta_scope: Scope = "run"
    percent_scope: Scope = "run"
    certainty: float = 0.9
    least: int = 1
    shape: Callable[[Table], Table] | None = None
    plan: Callable[[Settings], Settings] | None = None
    derive: Callable[[Format, bytes], Format] | None = None
    examples: tuple[Example, ...] = field(default=())

    def fitted(self, text: bytes) -> Format:
        """Return this format as it is in ``text`` (a sample): itself, unless it is one of named columns."""
        return self.derive(self, text) if self.derive and any(needle in text for needle in self.needles) else self

    @cached_property
    def patterns(self) -> tuple[re.Pattern[bytes], ...]:
        """The record patterns, compiled once."""
        return tuple(map(compiled, self.records))

    @cached_property
    def header_patterns(self) -> tuple[re.Pattern[bytes], ...]:
        """The header patterns, compiled once."""
        return tuple(map(compiled, self.headers))

    @cached_property
    def setting_patterns(self) -> tuple[re.Pattern[bytes], ...]:
        """The patterns of settings, compiled once."""
        return tuple(map(compiled, self.settings))

    @cached_property
    def pause_patterns(self) -> tuple[re.Pattern[bytes], ...]:
        """The patterns of pauses, compiled once."""
        return tuple(compiled(pattern) for _, pattern in self.pauses)

    def beyond(self, text: bytes) -> bytes:
        """Return ``text`` without what this format's patterns find in it."""
        for patterns in (self.patterns, self.header_patterns, self.setting_patterns, self.pause_patterns):
            for pattern in patterns:
                text = pattern.sub(b"\n", text)
        return text

    def count(self, text: bytes, most: int = 400) -> int:
        """Return how many records stand in ``text``, at most ``most``."""
        for needle in self.needles:
            if needle in text:
                break
        else:
            return 0
        found = 0
        for pattern in self.patterns:
            for _ in pattern.finditer(text):
                found += 1
                if found == most:
                    return found
        return found
