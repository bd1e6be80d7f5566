"""The estimate as a benchmark calls it: (text, total) -> (expected, optimistic, pessimistic) seconds, or None.

With MATA_FOLDS (written by ``calibrate --folds``) and MATA_CORPUS set, every run gets the band that was fitted
on other repositories only; without them, the band that comes with the package::

    python -m tests.benchmarks.calibrate CORPUS --dry --folds folds.json
    MATA_FOLDS=folds.json MATA_CORPUS=CORPUS python score.py CORPUS --callable tests.benchmarks.scored:answer
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from estimators import estimate, read
from estimators.forecast import view
from estimators.forecast.band import Calibration, band, calibration
from tests.benchmarks.runs import Case, load

Answer = tuple[float, float, float]
BEGINNING = 4000  # characters that tell which run a prefix belongs to


def answer(text: str, total: float) -> Answer | None:
    """Read a log up to a cut and say when ``total`` will be reached."""
    run = read(text, f"{total:g}" if total < 1e6 else str(int(total))).run
    if run is None or run.total is None or (run.pace is None and len(run.observations) < 2):
        return None
    seen = view(run)
    if seen is None or len(seen.observations) < 3:
        found = estimate(run)
        return found.expected, found.optimistic, found.pessimistic
    table = _table(text)
    low, expected, high = band(seen.middle, table.scale(seen.features), table, seen.floor)
    return expected, low, high


def _table(text: str) -> Calibration:
    """The table made without the repository that ``text`` comes from."""
    if "MATA_FOLDS" not in os.environ:
        return calibration()
    made = _folds()
    matching = [case for case in _cases() if case.text.startswith(text[:BEGINNING])]
    matching = [case for case in matching if case.text.startswith(text)] or matching
    repository = matching[0].repository if matching else ""
    return made.get(repository) or calibration()


@cache
def _folds() -> dict[str, Calibration]:
    stored: dict[str, dict[str, Any]] = json.loads(Path(os.environ["MATA_FOLDS"]).read_text(encoding="utf-8"))
    return {
        name: Calibration(**{key: tuple(value) if isinstance(value, list) else value for key, value in made.items()})
        for name, made in stored.items()
    }


@cache
def _cases() -> list[Case]:
    return load(Path(os.environ["MATA_CORPUS"]))
