"""Rebuild ``estimators/forecast/calibration.json`` from a corpus folder, and say how good it is out of fold.

    python -m tests.benchmarks.calibrate CORPUS             cross-validated figures, then the table is written
    python -m tests.benchmarks.calibrate CORPUS --dry       figures only

Every log is read as text up to each cut; runs of one repository are never on both sides of a fold; every
repository weighs the same.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from estimators import read
from estimators.forecast import view
from estimators.forecast.band import FEATURES, Calibration, band
from estimators.run import Array
from tests.benchmarks.measure import Row, quantile, table, weights
from tests.benchmarks.runs import cuts, load

FOLDS = 10
RIDGE = 0.02
TABLE = Path(__file__).parents[2] / "estimators/forecast/calibration.json"


@dataclass
class Sample(Row):
    """One cut with what the band needs."""

    features: Array | None = None
    floor: float = 0.0


def samples(corpus: Path) -> list[Sample]:
    """Read every cut of every case from its text."""
    found = []
    for case in load(corpus):
        for cut in cuts(case):
            row = Sample(case.name, case.repository, cut.label, cut.records, cut.true)
            run = read(case.prefix(cut.record), case.total).run
            seen = view(run) if run is not None and run.total is not None else None
            if seen is not None:
                row.predicted, row.features, row.floor = seen.middle, seen.features, seen.floor
            found.append(row)
    return found


def fit(rows: Sequence[Sample]) -> Calibration:
    """Fit the scale (Laplace likelihood, a little ridge) and the quantiles around it."""
    matrix = np.array([row.features for row in rows])
    errors = np.array([math.log(row.true / max(row.predicted or 0.0, 1e-9)) for row in rows])
    weight = weights(rows)
    centre = weight @ matrix
    spread = np.maximum(np.sqrt(weight @ (matrix - centre) ** 2), 1e-6)
    intercept, slopes = _scale((matrix - centre) / spread, np.abs(errors) + 1e-4, weight)
    scaled = errors / np.exp(np.minimum(1.5, intercept + (matrix - centre) / spread @ slopes))
    repositories = len({row.repository for row in rows})
    beyond = 0.5 / repositories  # half a repository further out: the finite sample
    low, middle, high = (quantile(scaled, weight, q) for q in (0.1 - beyond, 0.5, 0.9 + beyond))
    return Calibration(
        intercept=round(intercept, 5),
        weights=_rounded(slopes),
        centre=_rounded(centre),
        spread=_rounded(spread),
        low=round(min(low, 0.0), 4),
        middle=round(middle, 4),
        high=round(max(high, 0.0), 4),
        runs=len({row.case for row in rows}),
        repositories=repositories,
    )


def _scale(standard: Array, size: Array, weight: Array) -> tuple[float, Array]:
    """Minimise sum w (ln sigma + |e| / sigma) + ridge by Adam; convex in the coefficients."""
    design = np.column_stack([np.ones(len(standard)), standard])
    beta = np.zeros(design.shape[1])
    beta[0] = math.log(float(weight @ size))
    first, second = np.zeros_like(beta), np.zeros_like(beta)
    for turn in range(1, 3001):
        slope = (weight * (1 - size / np.exp(design @ beta))) @ design
        slope[1:] += RIDGE * beta[1:]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        step = 0.05 / (1 + turn / 300)
        beta -= step * first / (1 - 0.9**turn) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return float(beta[0]), beta[1:]


def _rounded(values: Array) -> tuple[float, ...]:
    return tuple(round(float(value), 5) for value in values)


def folds(rows: Sequence[Sample]) -> list[set[str]]:
    """Repositories in FOLDS groups, always the same."""
    names = sorted({row.repository for row in rows})
    order = np.random.default_rng(0).permutation(len(names))
    return [{names[i] for i in part} for part in np.array_split(order, FOLDS)]


def cross_validate(rows: Sequence[Sample]) -> dict[str, Calibration]:
    """Give every row a band made from other repositories only; the table used for each repository."""
    usable = [row for row in rows if row.features is not None]
    used = {}
    for part in folds(usable):
        made = fit([row for row in usable if row.repository not in part])
        used.update(dict.fromkeys(part, made))
    for row in usable:
        made = used[row.repository]
        middle = row.predicted or 0.0
        row.low, row.predicted, row.high = band(middle, made.scale(row.features), made, row.floor)
    return used


def main() -> None:
    """Print the figures out of fold and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--dry", action="store_true", help="do not write the table")
    parser.add_argument("--folds", type=Path, help="also write the table of each repository's fold here")
    asked = parser.parse_args()
    rows = samples(asked.corpus)
    usable = [row for row in rows if row.features is not None]
    final = fit(usable)
    used = cross_validate(rows)
    print(table(rows))
    print(f"answered from several records: {len(usable)} of {len(rows)} cuts")
    if asked.folds:
        asked.folds.write_text(json.dumps({name: asdict(made) for name, made in used.items()}), encoding="utf-8")
    if not asked.dry:
        made = {"made": "python -m tests.benchmarks.calibrate", **asdict(final)}
        TABLE.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
        print(f"wrote {TABLE.name}: {dict(zip(FEATURES, final.weights, strict=True))}")


if __name__ == "__main__":
    main()
