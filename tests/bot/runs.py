"""A run to remember."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import numpy as np

from estimators import Clock, Observations, Run, Unit


def a_run(records: int = 20, **changes: Any) -> Run:
    step = np.arange(1, records + 1) * 10.0
    seen = Observations(
        step=step,
        elapsed=step * 0.25,
        clock=Clock.STAMPS,
        tick=1.0,
        step_time=np.full(records, 0.25),
        stamps=step + 1e9,
    )
    run = Run("plain", Unit.ITERATION, Decimal("200"), Decimal("6000.5"), observations=seen)
    return replace(run, **changes)
