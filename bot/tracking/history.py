"""The log as far as it was seen, in bounded memory, and what ``mata ask`` answers to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import fields, replace
from datetime import UTC, datetime

import numpy as np

from bot.answer import Answer, Request, answer
from estimators import NotALog, Observations, Problem, Run, read

#: Most text that is kept (bytes): reading it again takes about half a second.
HELD = 16 << 20
#: What is kept of it, as a share, once what it says is remembered as numbers; and of its beginning (bytes).
KEPT, HEAD = 4, 1 << 14
#: Most records that are remembered; beyond, they are thinned evenly over the steps.
RECORDS = 1 << 16
#: The text that is kept must give the pace of all of it to this share, or more of it is kept.
SAME_PACE = 0.02

_LINE_END = re.compile(rb"\r\n|\n|\r")


def refused_total(total: str | None) -> Problem | None:
    """Return what is wrong with a total that was given, if anything is."""
    return read("total 1", total).problem if total is not None else None


class History:
    """Text that grows. Until it is long, the answer is that of ``mata ask`` on the same text; then the beginning
    is remembered as a run, as it is between two pastes in a conversation."""

    def __init__(self, language: str, total: str | None = None, held: int = HELD) -> None:
        self._language, self._total, self._held = language, total, held
        self._text = bytearray()
        self._marks: list[tuple[int, float]] = []  # where in the text something that came live begins, and when it came
        self._known: Run | None = None

    def __len__(self) -> int:
        """Return how many bytes are kept."""
        return len(self._text)

    def add(self, data: bytes, at: datetime, *, live: bool = True) -> None:
        """Append what was written; ``live``: it was written at ``at``, and not some time before."""
        if live:
            self._marks.append((len(self._text), at.timestamp()))
        self._text += data

    def lines(self) -> bytes:
        """Return the text up to its last line end: what comes after may be half a number."""
        return bytes(self._text[: max(self._text.rfind(b"\n"), self._text.rfind(b"\r")) + 1])

    @property
    def full(self) -> bool:
        """Whether there is so much new text that an answer should be made before more comes."""
        return len(self._text) > 2 * self._held

    @property
    def partial(self) -> bool:
        """Whether a last line has no line end yet."""
        return bool(self._text) and not self._text.endswith((b"\n", b"\r"))

    def answer(self, at: datetime, *, whole: bool = False) -> Answer:
        """Answer at ``at``; ``whole``: the last line is complete although no line end follows it."""
        text = bytes(self._text) if whole else self.lines()
        found = self._asked(text, at, self._known)
        if not self._timed(found) and (stamped := self._stamped(text)):
            timed = self._asked(stamped, at, self._known)
            found = timed if self._timed(timed) else found
        if len(text) > self._held:
            self._forget(text, found, at)
        return found

    def _asked(self, text: bytes, at: datetime, known: Run | None) -> Answer:
        return answer(Request(text, at, language=self._language, total=self._total), known)

    @staticmethod
    def _timed(found: Answer) -> bool:
        """Tell whether the log itself says how long its steps take, or that nothing is left."""
        return "pace" not in found.reading.missing and not isinstance(found.reading.problem, NotALog)

    def _stamped(self, text: bytes) -> bytes:
        """Return the lines that came live, each with the moment at which it came: a clock for logs without one."""
        if not self._marks:
            return b""
        places = [place for place, _ in self._marks]
        out, start = bytearray(), places[0]
        while start < len(text):
            ends = _LINE_END.search(text, start)
            stop = ends.start() if ends else len(text)
            if stop > start:
                moment = datetime.fromtimestamp(self._marks[bisect_right(places, start) - 1][1], UTC)
                out += moment.strftime("%Y-%m-%d %H:%M:%S.%f")[:23].encode() + b" " + text[start:stop] + b"\n"
            start = ends.end() if ends else len(text)
        return bytes(out)

    def _forget(self, text: bytes, found: Answer, at: datetime) -> None:
        """Keep of the text what still gives the same answer beside the run that all of it shows."""
        cut = _next_line(text, len(text) - self._held // KEPT)
        first = _next_line(text, 0)
        if found.run is not None and found.run.observations.step.size > 1:
            known = _evenly(found.run)
            for head in (0, first, min(_next_line(text, HEAD), cut)):
                if _agree(self._asked(text[:head] + text[cut:], at, known), found):
                    self._known = known
                    return self._cut(head, cut)
        if found.run is None or len(text) > 4 * self._held:
            self._known = None
            self._cut(min(_next_line(text, HEAD), cut), cut)
        return None

    def _cut(self, head: int, cut: int) -> None:
        self._marks = [(max(place - cut + head, head), at) for place, at in self._marks if place >= cut]
        del self._text[head:cut]


def _next_line(text: bytes, at: int) -> int:
    found = _LINE_END.search(text, max(at, 0))
    return found.end() if found else len(text)


def _agree(kept: Answer, whole: Answer) -> bool:
    if not kept.followed or kept.run is None or whole.run is None or kept.run.done != whole.run.done:
        return False
    pace, true = (found.estimate or found.per_thousand for found in (kept, whole))
    return pace is not None and true is not None and abs(pace.step_time / true.step_time - 1) < SAME_PACE


def _evenly(run: Run) -> Run:
    """Return the run with at most RECORDS records, evenly over its steps, the first and the last among them."""
    seen = run.observations
    if len(seen) <= RECORDS:
        return run
    grid = np.linspace(seen.step[0], seen.step[-1], RECORDS)
    kept = np.unique(np.minimum(np.searchsorted(seen.step, grid), len(seen) - 1))
    columns = {
        item.name: column[kept]
        for item in fields(Observations)
        if isinstance(column := getattr(seen, item.name), np.ndarray) and len(column) == len(seen)
    }
    pieces = tuple(int(place) for place in np.searchsorted(kept, run.pieces))
    return replace(run, observations=replace(seen, **columns), pieces=pieces)
