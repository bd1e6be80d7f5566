"""Run -> Estimate: the forecast, the exact sum and the advice, put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from estimators.diagnosis import advise
from estimators.exact import remaining
from estimators.forecast import forecast
from estimators.forecast.bound import before_run, findings
from estimators.forecast.scenario import scenarios
from estimators.forecast.thinning import thin
from estimators.result import Estimate, Message
from estimators.run import Note, Run, WhatIf


def estimate(run: Run, what_if: Sequence[WhatIf] = ()) -> Estimate:
    """Say how long ``run`` has still to go; its total must be known, and its pace or its hardware.

    ``what_if`` are the scenarios asked for (``Reading.what_if``).
    """
    if run.total is None:
        raise ValueError("the total is missing: ask for it (Reading.missing)")
    if not _observed(run):
        return _before(run, run.total, what_if)
    thinned = replace(run, observations=thin(run.observations))
    found = forecast(thinned)
    left = remaining(run.done, run.total, found.pace)
    return Estimate(
        remaining=left,
        expected=found.expected,
        optimistic=found.low,
        pessimistic=found.high,
        step_time=found.pace,
        done=run.done,
        total=run.total,
        unit=run.unit,
        observations=len(run.observations),
        basis=found.basis,
        elapsed=float(run.observations.elapsed[-1]) if len(run.observations) else 0.0,
        assumptions=tuple(map(_message, (*run.assumptions, *found.assumptions))),
        findings=tuple(map(_message, _ordered(*findings(run, float(found.pace)), *found.findings))),
        tips=advise(thinned, found.structure, float(left)),
        scenarios=scenarios(run, found.pace, what_if, found.structure),
        trend=found.trend,
    )


def _observed(run: Run) -> bool:
    seen = run.observations
    return run.pace is not None or len(seen) > 1 or bool(np.isfinite(seen.step_time).any())


def _before(run: Run, total: Decimal, what_if: Sequence[WhatIf]) -> Estimate:
    """A wide range for a run that has not shown its pace, from model, tokens and hardware."""
    found = before_run(run)
    if found is None:
        raise ValueError("the pace is missing: ask for it (Reading.missing)")
    left = float(total - run.done)
    return Estimate(
        remaining=remaining(run.done, total, found.usual),
        expected=left * float(found.usual),
        optimistic=left * float(found.fast),
        pessimistic=left * float(found.slow),
        step_time=found.usual,
        done=run.done,
        total=total,
        unit=run.unit,
        observations=0,
        basis="floor",
        assumptions=tuple(map(_message, (*run.assumptions, *found.assumptions))),
        scenarios=scenarios(run, found.usual, what_if) if what_if else (),
    )


def _ordered(*notes: Note) -> list[Note]:
    """What cannot be true comes first, what is merely known of the hardware last."""
    return sorted(notes, key=lambda note: (note.id != "hardware-floor", note.id.startswith("hardware-")))


def _message(note: Note) -> Message:
    return Message(id=note.id, args=note.args)
