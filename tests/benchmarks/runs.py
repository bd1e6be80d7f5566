"""Real runs as the benchmark sees them: a log cut somewhere, the total, and what then really happened.

A corpus is a folder ``family/case/{log.txt,case.json}``; ``case.json`` holds ``records`` ([line, steps done,
seconds]), ``total``, ``source.repo`` and ``complete``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LINE_END = re.compile(r"\r\n|\n|\r")
FRACTIONS = (0.02, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90)
COUNTS = (1, 3, 10)


@dataclass(frozen=True)
class Case:
    """One run: its text, the records that are the truth, and the target that everybody is told."""

    name: str
    repository: str
    text: str
    lines: list[int]
    steps: list[float]
    times: list[float]
    target: float
    end: float
    starts: list[int] = field(default_factory=list)

    def prefix(self, record: int) -> str:
        """The text up to the line on which ``record`` became visible."""
        return self.text[: self.starts[min(self.lines[record], len(self.starts) - 1)]]

    @property
    def total(self) -> str:
        return f"{self.target:g}" if self.target < 1e6 else str(int(self.target))


@dataclass(frozen=True)
class Cut:
    """A case up to a record: label, records visible, seconds still to come."""

    case: Case
    label: str
    record: int

    @property
    def records(self) -> int:
        return self.record + 1

    @property
    def true(self) -> float:
        return self.case.end - self.case.times[self.record]


def load(corpus: Path) -> list[Case]:
    """Every usable case of a corpus folder."""
    paths = sorted(corpus.glob("*/*/case.json"))
    return [case for path in paths if (case := _case(path)) is not None]


def _case(path: Path) -> Case | None:
    meta: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    lines, steps, times = _records(meta)
    if len(steps) < 3 or times[-1] <= 0:
        return None
    total = float(meta["total"]) if meta.get("total") is not None else steps[-1]
    target, end = _target(total, steps, times, bool(meta.get("complete", True)))
    source = meta.get("source") or {}
    repository = meta.get("repo") or source.get("repo") or str(path.parent)
    text = (path.parent / "log.txt").read_bytes().decode("utf-8", "replace")
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    if starts[-1] != len(text):
        starts.append(len(text))
    name = f"{path.parent.parent.name}/{path.parent.name}"
    return Case(name, repository, text, lines, steps, times, target, end, starts)


def _records(meta: dict[str, Any]) -> tuple[list[int], list[float], list[float]]:
    lines: list[int] = []
    steps: list[float] = []
    times: list[float] = []
    for line, step, time in meta.get("records") or []:
        if not steps or (step > steps[-1] and time >= times[-1]):
            lines.append(line)
            steps.append(float(step))
            times.append(float(time))
    return lines, steps, [time - times[0] for time in times]


def _target(total: float, steps: list[float], times: list[float], complete: bool) -> tuple[float, float]:
    """The step to reach and when it was reached; a short rest is carried on at the pace of the last quarter."""
    last = steps[-1]
    missing = (total - last) / max(total - steps[0], 1e-9)
    if total <= last:
        return max(total, last), times[-1]
    if missing > (0.12 if complete else 0.03):
        return last, times[-1]
    quarter = min(max(0, len(steps) - max(2, len(steps) // 4)), len(steps) - 2)
    pace = (times[-1] - times[quarter]) / (last - steps[quarter])
    return total, times[-1] + pace * (total - last)


def cuts(case: Case) -> Iterator[Cut]:
    """Where a case is cut: near given shares of its steps, and after its first few records."""
    first, span = case.steps[0], case.target - case.steps[0]
    enough = max(3 * _resolution(case.times), 0.005 * case.end)
    seen: set[int] = set()
    for share in FRACTIONS:
        place = next((i for i, step in enumerate(case.steps) if step - first >= share * span - 1e-9), 0)
        near = (case.steps[place] - first) / span <= min(1.5 * share + 0.005, share + 0.06)
        if place >= 1 and near and place not in seen and case.end - case.times[place] >= enough:
            seen.add(place)
            yield Cut(case, f"{round(100 * share)}%", place)
    for count in COUNTS:
        if count < len(case.steps) and case.end - case.times[count - 1] >= enough:
            yield Cut(case, f"n{count}", count - 1)


def _resolution(times: list[float]) -> float:
    for tick in (60.0, 1.0):
        if all(abs(time / tick - round(time / tick)) < 1e-6 for time in times):
            return tick
    return 0.01
