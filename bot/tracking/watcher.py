"""What the bytes of a log mean, moment by moment. No clock, no file, no network."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import numpy as np

from bot.answer import Answer
from bot.tracking.history import History
from bot.tracking.losses import Losses
from bot.tracking.patience import Patience
from bot.tracking.state import ALARMING, Phase, State
from estimators import Run
from estimators.run import EMPTY

#: A last line without a line end is complete when nothing came for so long (seconds).
SETTLED = 1.0
#: Nobody has the file open, and nothing came for so many times the longest wait, and at least so many seconds.
DEAD_AFTER, DEAD_LEAST = 1.5, 20.0


class Watcher:
    """Feed it what is written; look at it now and then; take the alarms that are to be raised."""

    def __init__(self, history: History, now: datetime) -> None:
        self._history, self._losses, self._patience = history, Losses(), Patience()
        self._arrived = self._advanced = now  # the last bytes, the last record
        self._live = False
        self._answer: Answer | None = None
        self._unit = "iteration"
        self._new, self._half = False, False  # something came since the last look; its last line was left out
        self._raised: set[Phase] = set()
        self._alarms: list[State] = []
        self.state = State(Phase.READING)

    def feed(self, data: bytes, at: datetime, *, live: bool = True) -> None:
        """Take what was written at ``at``; not ``live``: some time before, and ``at`` is when the last of it was."""
        self._history.add(data, at, live=live)
        self._losses.feed(data)
        self._arrived, self._live, self._new = at, live, True

    def look(self, now: datetime, *, writer: bool | None = None) -> State:
        """Say how the run goes; ``writer``: somebody has the file open to write, nobody any more, or not known."""
        self._read(whole=(now - self._arrived).total_seconds() >= SETTLED)
        return self._become(self._judged(now, writer))

    def end(self, how: Phase, now: datetime) -> State:
        """Say what the last state is: the log has ended (``CUT``), or nobody watches it any more (``LEFT``)."""
        self._new = self._new or self._half
        self._read(whole=True)
        state = self._judged(now, None)
        if how is Phase.CUT and state.answer is not None and state.answer.run is not None:
            state = replace(state, phase=Phase.FINISHED if _nearly(state.answer.run) else Phase.CUT)
        elif how is Phase.LEFT and state.phase not in ALARMING:
            state = replace(state, phase=Phase.LEFT)
        return self._become(state)

    @property
    def full(self) -> bool:
        """Whether so much came since the last look that it should be looked at now."""
        return self._history.full

    def take_alarms(self) -> list[State]:
        """Return the states that have become alarming since the last time."""
        alarms, self._alarms = self._alarms, []
        return alarms

    def _read(self, *, whole: bool) -> None:
        if not self._new and not (whole and self._half):
            return
        found = self._history.answer(self._arrived, whole=whole)
        self._new, self._half = False, self._history.partial and not whole
        if self._answer is None or found.run is not None or _over(found):
            self._take(found)

    def _take(self, found: Answer) -> None:
        self._unit = str(found.run.unit) if found.run is not None else self._unit
        before, after = _done(self._answer), _done(found)
        if after is None or after == before:
            self._answer = replace(found, asked_at=self._answer.asked_at) if self._answer else found
            return
        self._patience.waited(self._wait(before, found.run))
        self._answer, self._advanced = found, self._arrived

    def _wait(self, before: Decimal | None, run: Run | None) -> float:
        """How long it took until these records came; the first of a pipe may all have waited in one buffer."""
        if before is not None:
            return max((self._arrived - self._advanced).total_seconds(), 0.0)
        seen = run.observations.elapsed if run is not None and self._live else EMPTY
        return float(seen[-1]) if len(seen) else 0.0

    def _judged(self, now: datetime, writer: bool | None) -> State:
        found = self._answer
        if found is None or (found.run is None and not _over(found)):
            return State(Phase.READING, found)
        if found.run is None:
            args = found.reading.problem.args if found.reading.problem else {}
            return State(Phase.FINISHED, found, args["done"], args["total"], self._unit)
        run, longest = found.run, self._patience.longest(found.run)
        quiet = max((now - self._advanced).total_seconds(), 0.0)
        state = State(Phase.RUNNING, found, run.done, run.total, str(run.unit), quiet, longest)
        return replace(state, phase=self._phase(state, run, writer))

    def _phase(self, state: State, run: Run, writer: bool | None) -> Phase:
        dead = writer is False and state.quiet > max(DEAD_LEAST, DEAD_AFTER * state.usual)
        if dead or state.quiet > self._patience.seconds(run):
            return Phase.FINISHED if _nearly(run) else Phase.DEAD if dead else Phase.STALLED
        if self._losses.diverged:
            return Phase.DIVERGED
        return Phase.NEEDS if state.answer and state.answer.status == "needs" else Phase.RUNNING

    def _become(self, state: State) -> State:
        if state.phase in ALARMING and state.phase not in self._raised:
            self._alarms.append(state)
        if state.phase in ALARMING:
            self._raised.add(state.phase)
        elif state.phase in (Phase.RUNNING, Phase.NEEDS):
            self._raised.clear()
        self.state = state
        return state


def _over(found: Answer) -> bool:
    return found.reading.problem is not None and found.reading.problem.id == "finished"


def _done(found: Answer | None) -> Decimal | None:
    if found is None:
        return None
    if found.run is not None:
        return found.run.done
    return found.reading.problem.args["done"] if found.reading.problem and _over(found) else None


def _nearly(run: Run) -> bool:
    """Tell whether the next record, at the usual distance, would lie behind the total: the last steps are not printed."""
    step = run.observations.step[-100:]
    if run.total is None or len(step) < 2:
        return False
    return float(run.done) + float(np.median(np.diff(step))) > float(run.total)
