"""How near the forecast comes, beside the peers' own code, as the table of the README.

    python -m tests.benchmarks.accuracy CORPUS SCORE_PY --python PYTHON            print the table
    python -m tests.benchmarks.accuracy CORPUS SCORE_PY --python PYTHON --write    and put it into README.md

SCORE_PY runs the peers' packages on the same cuts and calls ``tests.benchmarks.scored:answer``; PYTHON is the
interpreter that has those packages, numpy and pydantic. The band of every run is fitted on other repositories.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BEGIN, END = "<!-- accuracy -->\n", "<!-- /accuracy -->\n"
HEAD = "| estimator | answers | mean \\|log error\\| | median error | within 10 % | band holds the truth |\n|---|---|---|---|---|---|\n"
PEERS = {
    "external": "**Mata**",
    "keras": "Keras (mean without the first step)",
    "mmengine": "mean since the start (mmengine, tqdm `smoothing=0`)",
    "alive_progress": "alive-progress",
    "click": "click",
    "detectron2_median1000": "detectron2 (median of 1,000)",
    "tqdm": "tqdm (default)",
    "rich": "rich",
    "progressbar2_Adaptive": "progressbar2 (adaptive)",
    "in_log_eta": "what the runs themselves printed",
}


def headline(corpus: Path, scorer: Path, python: str) -> dict[str, dict[str, Any]]:
    """Score Mata with bands fitted out of fold, and the peers, on the same cuts."""
    with tempfile.TemporaryDirectory() as folder:
        folds, result = Path(folder, "folds.json"), Path(folder, "result.json")
        fit = [sys.executable, "-m", "tests.benchmarks.calibrate", str(corpus), "--dry", "--folds", str(folds)]
        subprocess.run(fit, cwd=ROOT, check=True)
        ours = {"MATA_FOLDS": str(folds), "MATA_CORPUS": str(corpus), "PYTHONPATH": str(ROOT)}
        score = [python, str(scorer), str(corpus), "--callable", "tests.benchmarks.scored:answer"]
        subprocess.run([*score, "--json", str(result)], cwd=ROOT, env={**os.environ, **ours}, check=True)
        found: dict[str, dict[str, Any]] = json.loads(result.read_text(encoding="utf-8"))["headline"]
        return found


def row(name: str, figures: dict[str, Any]) -> str:
    """One line of the table."""
    band = f"{figures['coverage']:.0%}".replace("%", " %") if figures.get("coverage") is not None else "none given"
    cells = (
        f"{figures['answered']:.0%}".replace("%", " %"),
        f"{figures['mean_abs_log']:.3f}",
        f"{100 * figures['median_ape']:.1f} %",
        f"{figures['within_10']:.0%}".replace("%", " %"),
        band,
    )
    return f"| {name} | " + " | ".join(cells) + " |\n"


def table(found: dict[str, dict[str, Any]]) -> str:
    """The table in Markdown, the best first, with the day it was made."""
    named = {name: found[key] for key, name in PEERS.items() if key in found}
    best_first = sorted(named, key=lambda name: float(named[name]["penalised"]))
    day = datetime.now(UTC).date().isoformat()
    return HEAD + "".join(row(name, named[name]) for name in best_first) + f"\nMade on {day} by `tests/benchmarks/accuracy.py`.\n"


def main() -> None:
    """Print the table; with ``--write`` put it between the marks in README.md."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    made = table(headline(asked.corpus.resolve(), asked.scorer.resolve(), asked.python))
    print(made)
    if asked.write:
        before, rest = README.read_text(encoding="utf-8").split(BEGIN)
        README.write_text(before + BEGIN + made + END + rest.split(END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
