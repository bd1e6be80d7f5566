"""How far forecasts are from what happened; every repository weighs the same, then every case, then every cut."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from estimators.run import Array

MISS = 10.0  # interval score of an 80 % band: width + 2 / 0.2 x the miss
LABELS = ("2%", "5%", "10%", "25%", "50%", "75%", "90%", "n1", "n3", "n10")


@dataclass
class Row:
    """One forecast beside the truth, in seconds."""

    case: str
    repository: str
    label: str
    records: int
    true: float
    predicted: float | None = None
    low: float | None = None
    high: float | None = None


def weights(rows: Sequence[Row]) -> Array:
    """Weights that sum to one."""
    tree: dict[str, dict[str, int]] = {}
    for row in rows:
        cases = tree.setdefault(row.repository, {})
        cases[row.case] = cases.get(row.case, 0) + 1
    return np.array([1 / (len(tree) * len(tree[r.repository]) * tree[r.repository][r.case]) for r in rows])


def quantile(values: Array, weight: Array, share: float) -> float:
    """Weighted quantile, interpolated between the middles of the weights."""
    order = np.argsort(values)
    middles = (np.cumsum(weight[order]) - 0.5 * weight[order]) / weight.sum()
    return float(np.interp(share, middles, values[order]))


def measure(rows: Sequence[Row]) -> dict[str, float]:
    """Mean and median |ln(predicted / true)|, share within 10 %, coverage and Winkler score of the band."""
    said = [row for row in rows if row.predicted is not None]
    if not said:
        return {"answered": 0.0}
    weight = weights(said)
    error = np.array([math.log(max(row.predicted or 0.0, 1e-9) / row.true) for row in said])
    result = {
        "answered": len(said) / len(rows),
        "mean": float(weight @ np.abs(error)),
        "median": quantile(np.abs(error), weight, 0.5),
        "within10": float(weight @ (np.abs(np.expm1(error)) <= 0.1)),
        "bias": quantile(error, weight, 0.5),
        "worst": float(np.abs(error).max()),
    }
    banded = [row for row in said if row.low is not None and row.high is not None]
    if banded:
        weight = weights(banded)
        low = np.array([max(row.low or 0.0, 1e-9) for row in banded])
        high = np.array([max(row.high or 0.0, 1e-9) for row in banded])
        true = np.array([row.true for row in banded])
        below, above = true < low, true > high
        miss = np.log(low / true) * below + np.log(true / high) * above
        result |= {
            "coverage": float(weight @ ~(below | above)),
            "width": float(weight @ np.log(high / low)),
            "winkler": float(weight @ (np.log(high / low) + MISS * miss)),
        }
    return result


def table(rows: Sequence[Row]) -> str:
    """Headline (at least 3 records), from a quarter of the run on, and by cut."""
    late = ("25%", "50%", "75%", "90%")
    parts: list[tuple[str, Callable[[Row], bool]]] = [
        (">= 3 records", lambda row: row.records >= 3),
        ("from 25 % on", lambda row: row.records >= 3 and row.label in late),
        *((label, lambda row, label=label: row.label == label) for label in LABELS),  # type: ignore[misc]
    ]
    names = ("answered", "mean", "median", "within10", "bias", "worst", "coverage", "width", "winkler")
    lines = [f"{'cuts':14s}" + "".join(f"{name:>10s}" for name in names)]
    for title, keep in parts:
        found = measure([row for row in rows if keep(row)])
        lines.append(f"{title:14s}" + "".join(f"{found.get(name, math.nan):10.4f}" for name in names))
    return "\n".join(lines)
