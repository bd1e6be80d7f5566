"""What is known of a watched run at one moment, and whether it is worth saying again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from bot.answer import Answer


class Phase(StrEnum):
    """How the run goes; each is a sentence of its own."""

    WAITING = "waiting"  # the file is not there
    READING = "reading"  # no line of a training run yet
    NEEDS = "needs"  # a number is missing
    RUNNING = "running"
    STALLED = "stalled"
    DIVERGED = "diverged"
    FINISHED = "finished"
    CUT = "cut"  # the pipe closed before the total
    DEAD = "dead"  # nobody writes the file any more, before the total
    LEFT = "left"  # watching was stopped


#: In these a finish is to be expected.
EXPECTING = frozenset({Phase.RUNNING, Phase.DIVERGED, Phase.LEFT})
#: After these nothing more is expected of the run; these are worth a message of their own.
OVER = frozenset({Phase.FINISHED, Phase.CUT})
ALARMING = OVER | {Phase.STALLED, Phase.DIVERGED, Phase.DEAD}


@dataclass(frozen=True, slots=True)
class State:
    """One moment. ``answer.asked_at`` is when the last record came, so its finish does not move while nothing comes.

    ``quiet`` seconds since then; ``usual`` the longest wait before.
    """

    phase: Phase
    answer: Answer | None = None
    done: Decimal | None = None
    total: Decimal | None = None
    unit: str = "iteration"
    quiet: float = 0.0
    usual: float = 0.0

    @property
    def share(self) -> float | None:
        """How much of the work is done, 0 to 1."""
        if self.done is None or not self.total:
            return None
        return min(max(float(self.done / self.total), 0.0), 1.0)

    @property
    def band(self) -> tuple[datetime, datetime, datetime] | None:
        """The optimistic, the plain and the pessimistic finish, while one is to be expected."""
        found = self.answer.estimate if self.answer else None
        if found is None or self.answer is None or self.phase not in EXPECTING:
            return None
        times = [self.answer.finish(float(value)) for value in (found.optimistic, found.remaining, found.pessimistic)]
        low, plain, high = times
        return (low, plain, high) if low and plain and high else None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader can tell apart: whole percents, finishes to the minute or to a tenth of their band."""

    phase: Phase
    percent: int | None
    band: tuple[datetime, datetime, datetime] | None
    thousand: float | None  # seconds for 1,000 units, while the total is not known

    @staticmethod
    def of(state: State) -> Shown:
        """Return what a reader sees of a state."""
        sample = state.answer.per_thousand if state.answer else None
        percent = None if state.share is None else int(100 * state.share)
        return Shown(state.phase, percent, state.band, float(sample.remaining) if sample else None)

    def differs(self, other: Shown) -> bool:
        """Tell whether ``other`` says something else than this."""
        if (self.phase, self.percent, self.band is None) != (other.phase, other.percent, other.band is None):
            return True
        if self.band is None or other.band is None:
            return _apart(self.thousand, other.thousand)
        grain = max(timedelta(minutes=1), (self.band[2] - self.band[0]) / 10)
        return any(abs(old - new) > grain for old, new in zip(self.band, other.band, strict=True))


def _apart(old: float | None, new: float | None) -> bool:
    if old is None or new is None:
        return old is not new
    return abs(new - old) > 0.03 * old
