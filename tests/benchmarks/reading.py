"""How right is what is read? ``python -m tests.benchmarks.reading CORPUS [--show WORD]``

For every run of a corpus folder, at 2 ... 90 % of it and after its first 1, 3 and 10 records: is the number of
units done right, the total (or rightly unknown), and the elapsed or step time within 2 %?
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

from estimators import read

FRACTIONS = (0.02, 0.05, 0.10, 0.25, 0.50, 0.75, 0.90)
COUNTS = (1, 3, 10)
LINE_END = re.compile(rb"\r\n|\n|\r")


def cuts(case: dict) -> list[tuple[str, int]]:
    """Return (name, record index) of the places at which a run is cut."""
    steps = np.array([r[1] for r in case["records"]], float)
    span = case["total"] - steps[0]
    out = [(f"n{n}", n - 1) for n in COUNTS if n < len(steps)]
    for share in FRACTIONS:
        at = int(np.argmax(steps - steps[0] >= share * span - 1e-9))
        if 0 < at < len(steps) - 1:
            out.append((f"{share:.0%}", at))
    return out


def judge(case: dict, raw: bytes, at: int, given: bool) -> dict[str, bool | None]:
    """Compare one reading with the truth; ``None`` where the truth says nothing of it."""
    _, step, elapsed = case["records"][at]
    first = case["records"][0]
    reading = read(raw, total=case["total"] if given else None)
    run = reading.run
    if run is None:
        return {"done": False, "total": False, "time": False, "read": False}
    out: dict[str, bool | None] = {"read": True, "done": abs(float(run.done) - step) < 0.5}
    known = run.total is not None
    right = known and abs(float(run.total or 0) - case["total"]) <= 0.002 * case["total"] + 0.5
    out["total"] = right if given or case["total_in_log"] else (right or not known)
    seen = run.observations
    out["time"] = None
    if elapsed > 0 and at > 0 and out["done"]:
        true = elapsed / (step - first[1])
        if len(seen) > 1:
            from_there = int(np.argmin(np.abs(seen.step - first[1])))
            span = float(seen.step[-1] - seen.step[from_there])
            mine = float(seen.elapsed[-1] - seen.elapsed[from_there]) / span if span else float("nan")
        else:
            mine = float(run.pace) if run.pace is not None else float("nan")
        tick = max(seen.tick, 1.0 if seen.tick else 0.0) / max(elapsed, 1e-9)
        out["time"] = bool(abs(mine / true - 1) <= 0.02 + tick)
    return out


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--show", default="", help="print every wrong cut of cases whose id holds this word")
    parser.add_argument("--given", action="store_true", help="give the total beside the text")
    options = parser.parse_args(argv)
    tally: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for path in sorted(options.corpus.glob("*/*/case.json")):
        case = json.loads(path.read_text(encoding="utf-8"))
        raw = (path.parent / "log.txt").read_bytes()
        ends = [0, *(m.end() for m in LINE_END.finditer(raw)), len(raw)]
        wrong = []
        for name, at in cuts(case):
            cut = raw[: ends[min(case["records"][at][0], len(ends) - 1)]]
            found = judge(case, cut, at, options.given)
            for what, fine in found.items():
                if fine is not None:
                    tally[what][name].append(fine)
                    if not fine:
                        wrong.append(f"{name}:{what}")
        if wrong and options.show in case["id"]:
            print(f"{case['id']:40s} {' '.join(wrong)}")
    for what, by_cut in tally.items():
        everything = [fine for fines in by_cut.values() for fine in fines]
        print(f"{what:6s} {np.mean(everything):7.2%} of {len(everything)} | " + " ".join(
            f"{name} {np.mean(fines):.0%}" for name, fines in by_cut.items()))  # fmt: skip
    return 0


if __name__ == "__main__":
    sys.exit(main())
