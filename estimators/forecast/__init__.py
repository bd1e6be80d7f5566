"""Run -> Forecast: what will probably happen, and the band around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np

from estimators.forecast.band import band, calibration, features, prior
from estimators.forecast.caching import without_first_epoch
from estimators.forecast.pace import Paces, paces
from estimators.forecast.reasons import Reasons, assumptions, findings
from estimators.forecast.sessions import Structure, structure
from estimators.forecast.thinning import thin
from estimators.forecast.trend import trend
from estimators.forecast.work import evened
from estimators.result import Trend
from estimators.run import Array, Note, Observations, Run

__all__ = ["Forecast", "View", "forecast", "view"]

DIGITS = 6  # significant digits of an observed pace


@dataclass(frozen=True, slots=True, eq=False)
class Forecast:
    """Seconds. ``pace`` is the observed seconds per unit, exact; low and high are the 10 % and 90 % quantile."""

    pace: Decimal
    expected: float
    low: float
    high: float
    basis: str
    findings: tuple[Note, ...] = ()
    assumptions: tuple[Note, ...] = ()
    structure: Structure = field(default_factory=Structure)
    trend: Trend | None = None


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """What several records say: seconds to come, and what the band's width depends on."""

    observations: Observations
    structure: Structure
    paces: Paces
    left: float
    middle: float
    features: Array
    floor: float


def view(run: Run) -> View | None:
    """Look at the records of ``run``; ``None`` where fewer than two tell of time."""
    seen = thin(run.observations)
    if run.total is None or len(seen) < 2 or not seen.elapsed[-1] > 0:
        return None
    seen, faster = without_first_epoch(run, evened(seen))
    total = float(run.total)
    parts = structure(seen, run.settings, total, run.pauses)
    views = paces(seen, parts)
    left = max(0.0, float(run.total - run.done))
    interval = float(np.median(np.diff(seen.elapsed)))
    return View(
        observations=seen,
        structure=parts,
        paces=views,
        left=left,
        middle=left * views.blend * faster + views.pauses,
        features=features(seen, views, left),
        floor=max(seen.tick, min(interval, left * views.blend)),
    )


def forecast(run: Run) -> Forecast:
    """Forecast the remaining time of ``run``, whose total is known."""
    seen = view(run)
    if seen is None or len(seen.observations) == 2:
        return _from_one_number(run, seen)
    table = calibration()
    scale = table.scale(seen.features)
    low, expected, high = band(seen.middle, scale, table, seen.floor)
    pace = run.pace if run.pace is not None and run.pace_source == "given" else _observed(seen.paces.whole)
    why = Reasons(run, seen.observations, seen.structure, seen.paces, seen.left, float(pace))
    return Forecast(
        pace=pace,
        expected=expected,
        low=low,
        high=high,
        basis="calibrated",
        findings=findings(why),
        assumptions=assumptions(run, seen.structure),
        structure=_whole(run, seen),
        trend=trend(seen.observations, seen.structure),
    )


def _whole(run: Run, seen: View) -> Structure:
    """The structure of all records of ``run``, also of those that the forecast leaves aside."""
    if len(seen.observations) == len(run.observations):
        return seen.structure
    return structure(run.observations, run.settings, float(run.total or 0), run.pauses)


def _from_one_number(run: Run, seen: View | None) -> Forecast:
    """The exact sum, and a prior around it: what one interval says about the rest of a real run."""
    left = float(run.total - run.done) if run.total is not None else 0.0
    if run.pace is not None:
        pace = run.pace
    elif seen is not None:
        pace = _observed(seen.paces.whole)
    else:
        pace = _observed(float(np.nanmean(run.observations.step_time)))
    worth = prior(run)
    plain, floor = left * float(pace), run.observations.tick
    expected = plain * worth.middle
    return Forecast(
        pace=pace,
        expected=expected,
        low=max(0.0, min(plain * worth.low, expected - floor / 2)),
        high=max(plain * worth.high, expected + floor / 2),
        basis="prior",
        findings=(Note(worth.finding, {"low": worth.low, "high": worth.high}),),
        assumptions=assumptions(run, seen.structure if seen else None),
        structure=seen.structure if seen else Structure(),
    )


def _observed(pace: float) -> Decimal:
    """A measured pace as the decimal that is shown: so many significant digits, no exponent.

    >>> _observed(0.39511499), _observed(123456789.0)
    (Decimal('0.395115'), Decimal('123456789'))
    """
    number = Decimal(f"{pace:.{DIGITS}g}")
    return Decimal(round(pace)) if number.adjusted() >= DIGITS - 1 else Decimal(f"{number:f}")
