"""The 80 % band: split-conformal over real runs.

A run's own records say how wide the band must be (``scale``); how many such widths real runs ended below and
above is counted over runs of other repositories and kept in ``calibration.json``, which
``python -m tests.benchmarks.calibrate CORPUS`` rebuilds.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from estimators.forecast.pace import Paces
from estimators.run import Array, Observations, PauseKind, Run, Unit

FEATURES = ("records", "left", "unrest", "views")
UNKNOWN_UNREST = 0.05  # with fewer than two pieces to compare


@dataclass(frozen=True, slots=True)
class Prior:
    """What a single number is worth: 10 % quantile, median and 90 % quantile of (a real run's mean pace to come) /
    (that number); ``finding`` is the sentence that says so."""

    finding: str
    low: float
    middle: float
    high: float


#: Some interval in the run, and its first interval (DESIGN 3: 160 real runs).
ANY = Prior("finding-one-number", 0.91, 1.0, 1.27)
FIRST = Prior("finding-first-number", 0.58, 1.0, 1.24)
#: The very first step alone: compilation, autotuning and the loader's start are in it (9 runs, 7 repositories).
FIRST_STEP = Prior("finding-first-number", 0.05, 0.3, 1.24)
#: The very first step with an evaluation in its time (7 runs, 5 repositories).
FIRST_EVALUATION = Prior("finding-first-evaluation", 0.008, 0.03, 0.3)
STEPS = frozenset({Unit.STEP, Unit.ITERATION, Unit.BATCH})


def prior(run: Run) -> Prior:
    """What the one number of ``run`` is worth."""
    if run.pace_source != "first-record":
        return ANY
    if run.unit not in STEPS or run.done > 1:
        return FIRST
    begun = any(pause.kind is PauseKind.EVALUATION and pause.step <= float(run.done) for pause in run.pauses)
    return FIRST_EVALUATION if begun else FIRST_STEP


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the band rests on: the scale is ``exp(weights . standardised features)``; low, middle and high are
    quantiles of ln(true / predicted) in units of that scale."""

    intercept: float
    weights: tuple[float, ...]
    centre: tuple[float, ...]
    spread: tuple[float, ...]
    low: float
    middle: float
    high: float
    runs: int
    repositories: int

    def scale(self, features: Array) -> float:
        """The unit of the band's width (log scale) for a run with these features."""
        standard = (features - np.array(self.centre)) / np.array(self.spread)
        return float(math.exp(min(1.5, self.intercept + float(np.array(self.weights) @ standard))))


@cache
def calibration() -> Calibration:
    """The table that comes with the package."""
    stored = json.loads(files("estimators.forecast").joinpath("calibration.json").read_text(encoding="utf-8"))
    known: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in stored.items() if k != "made"}
    return Calibration(**known)


def features(observations: Observations, paces: Paces, left: float) -> Array:
    """What the width depends on, in the order of FEATURES; ``left`` in units."""
    done = float(observations.step[-1] - observations.step[0])
    unrest = paces.unrest if math.isfinite(paces.unrest) else UNKNOWN_UNREST
    return np.array(
        [
            math.log(len(observations)),
            math.log(left / (left + done) + 0.05),
            math.log(unrest + 0.003),
            math.log(paces.disagreement + 0.003),
        ]
    )


def band(middle: float, scale: float, table: Calibration, floor: float) -> tuple[float, float, float]:
    """Low, expected and high seconds around ``middle``; never narrower than ``floor`` seconds."""
    expected = middle * math.exp(table.middle * scale)
    low = min(expected, middle * math.exp(table.low * scale))
    high = max(expected, middle * math.exp(table.high * scale))
    short = max(0.0, floor - (high - low)) / 2
    low = max(0.0, low - short)
    return low, expected, max(high + short, low + floor)
