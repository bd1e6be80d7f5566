"""How long an estimate takes: ``python -m tests.benchmarks.forecast_speed``.

100,000 observations in one go, and one more observation in live mode.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from time import perf_counter

import numpy as np

from estimators import Observations, Run, Unit, estimate
from estimators.live import Live

RECORDS = 100_000


def main() -> None:
    """Print the best of several turns in milliseconds and microseconds."""
    spent = np.random.default_rng(0).gamma(50, 0.01, RECORDS)
    spent[::1000] += 9
    seen = Observations(step=np.arange(1.0, RECORDS + 1), elapsed=np.cumsum(spent) - spent[0])
    run = Run("made", Unit.STEP, Decimal(RECORDS), Decimal(2 * RECORDS), observations=seen)
    print(f"{RECORDS:,} observations: {1e3 * min(_timed(lambda: estimate(run)) for _ in range(9)):.2f} ms")
    records = list(zip(seen.step.tolist(), seen.elapsed.tolist(), strict=True))

    def watch() -> None:
        live = Live()
        for step, elapsed in records:
            live.observe(step, elapsed)

    print(f"one more observation, live: {1e6 * min(_timed(watch) for _ in range(5)) / RECORDS:.2f} us")


def _timed(work: Callable[[], object]) -> float:
    begin = perf_counter()
    work()
    return perf_counter() - begin


if __name__ == "__main__":
    main()
