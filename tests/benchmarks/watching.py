"""How often `mata watch` cries wolf, and how soon it notices: its rule of silence replayed over real logs.

    python -m tests.benchmarks.watching CORPUS

Every run of the corpus whose records have times is replayed record by record. A run that went on although the rule
called it stalled is a false alarm. Then each is cut in the middle, as if its process hung there: the delay is how long
the rule waits. Beside it the fixed silence of ten minutes that supervisors of processes and CI services use. The exit
status is 1 where the rule has more false alarms, or is later at the median, than the fixed one.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bot.tracking.patience import NOISE, Patience
from estimators import read
from tests.benchmarks.reading import LINE_END

FIXED = 600.0


@dataclass
class Rule:
    """What came of one rule."""

    name: str
    after: Callable[[Patience, bytes], float]  # seconds of silence, from what was waited and read so far
    alarms: int = 0
    wrong: list[str] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Case:
    """A real run: its text up to each record, and when that record came."""

    name: str
    raw: bytes
    ends: tuple[int, ...]
    times: tuple[float, ...]

    def until(self, record: int) -> bytes:
        """The text as it was when this record had come."""
        return self.raw[: self.ends[record]]


def cases(corpus: Path) -> list[Case]:
    """The runs whose records have times."""
    found = []
    for path in sorted(corpus.glob("*/*/case.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        raw = path.with_name("log.txt").read_bytes()
        lines = [0, *(match.end() for match in LINE_END.finditer(raw)), len(raw)]
        times = tuple(float(record[2]) for record in told["records"])
        if len(times) > 3 and times[-1] > times[0]:
            ends = tuple(lines[min(int(record[0]), len(lines) - 1)] for record in told["records"])
            found.append(Case(told["id"], raw, ends, times))
    return found


def replay(case: Case, rules: list[Rule]) -> None:
    """Let the records come when they came; then let the run hang in its middle."""
    patience, middle = Patience(), len(case.times) // 2
    false = dict.fromkeys((rule.name for rule in rules), 0)
    for record in range(1, len(case.times)):
        wait = case.times[record] - case.times[record - 1]
        for rule in rules:
            if wait > NOISE and wait > rule.after(patience, case.until(record - 1)):
                false[rule.name] += 1
        patience.waited(max(wait, 0.0))
        if record == middle:
            for rule in rules:
                rule.delays.append(rule.after(patience, case.until(record)))
    for rule in rules:
        rule.alarms += false[rule.name]
        rule.wrong += [case.name] if false[rule.name] else []


def learnt(patience: Patience, text: bytes) -> float:
    """Mata's rule."""
    return patience.seconds(read(text).run)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", type=Path)
    found = cases(options.parse_args().corpus)
    rules = [Rule("mata watch", learnt), Rule(f"{FIXED:g} s of silence", lambda *_: FIXED)]
    for case in found:
        replay(case, rules)
    hours = sum(case.times[-1] - case.times[0] for case in found) / 3600
    print(f"{len(found)} runs, {hours:,.0f} hours of training")
    for rule in rules:
        print(
            f"{rule.name:18} false alarms {rule.alarms:4} in {len(rule.wrong):2} runs, one in {hours / max(rule.alarms, 1):,.0f} h; "
            f"a hang in the middle is noticed after {statistics.median(rule.delays):,.0f} s at the median, "
            f"{statistics.quantiles(rule.delays, n=10)[-1]:,.0f} s at the ninth decile"
        )
        print(f"{'':18} {', '.join(rule.wrong)}")
    mine, fixed = rules
    return int(mine.alarms > fixed.alarms or statistics.median(mine.delays) > statistics.median(fixed.delays))


if __name__ == "__main__":
    sys.exit(main())
