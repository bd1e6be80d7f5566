"""Why the answer is what it is: the largest reasons for the band's width and for expected against remaining."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from estimators.forecast.caching import remark
from estimators.forecast.pace import Paces
from estimators.forecast.pauses import PauseGroup
from estimators.forecast.sessions import Structure
from estimators.run import Clock, Note, Observations, Run

SHOWN = 2
WORTH = 0.01  # a reason that moves or widens the answer by less than this share is not told


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """What the reasons are drawn from; ``left`` in units, ``pace`` in seconds per unit."""

    run: Run
    observations: Observations
    structure: Structure
    paces: Paces
    left: float
    pace: float


def findings(why: Reasons) -> tuple[Note, ...]:
    """The largest reasons, each with its numbers, the weightiest first."""
    told = [*_once(why), *_pauses(why), *_change(why), *_thin(why), *_first_epoch(why)]
    told.sort(key=lambda pair: -pair[0])
    return tuple(note for weight, note in told[:SHOWN] if weight >= WORTH)


def _once(why: Reasons) -> list[tuple[float, Note]]:
    """What happened once and is not carried on."""
    excess, elapsed = why.structure.warm_up_excess, float(why.observations.elapsed[-1])
    if not excess > 0:
        return []
    return [(excess / elapsed, Note("finding-warm-up", {"records": why.structure.warm_up, "seconds": excess}))]


def _first_epoch(why: Reasons) -> list[tuple[float, Note]]:
    """The first epoch computes what later ones read: it is not carried on as it is."""
    told = remark(why.run)
    inside = len(why.observations.epoch) and why.observations.epoch[-1] < 1
    return [(1.0, Note(told.id))] if told is not None and inside else []


def _pauses(why: Reasons) -> list[tuple[float, Note]]:
    """Pauses still to come, and those that are planned but were not seen yet."""
    ahead = max(why.left * why.pace, 1e-9)
    unit = why.run.unit.value
    groups = [group for group in why.structure.pauses if group.period and group.left >= 0.5]
    return [(group.left * group.cost / ahead, _ahead(group, unit)) for group in groups]


def _ahead(group: PauseGroup, unit: str) -> Note:
    if group.source == "planned":
        return Note("finding-evaluation-unseen", {"period": group.period, "unit": unit})
    count = max(1, round(group.left))
    args = {"count": count, "kind": group.kind.value, "seconds": group.cost, "all": group.left * group.cost}
    return Note("finding-pauses-usual" if group.source == "start" else "finding-pauses-ahead", args)


def _change(why: Reasons) -> list[tuple[float, Note]]:
    """The last lasting change of pace."""
    if not why.structure.changes:
        return []
    last = why.structure.changes[-1]
    share = last.after / last.before - 1
    args = {"step": last.step, "share": abs(share), "direction": "slower" if share > 0 else "faster"}
    return [(abs(math.log1p(share)), Note("finding-change", {**args, "unit": why.run.unit.value}))]


def _thin(why: Reasons) -> list[tuple[float, Note]]:
    """Few records, restless paces, a coarse clock."""
    told = []
    records = len(why.run.observations)
    if records <= 20:
        told.append((0.3 / math.sqrt(records), Note("finding-few-records", {"count": records})))
    told.append((why.paces.unrest, Note("finding-unrest", {"share": why.paces.unrest})))
    tick, elapsed = why.observations.tick, float(why.observations.elapsed[-1])
    if tick >= 1:
        told.append((tick / elapsed, Note("finding-coarse-clock", {"seconds": tick})))
    return told


def assumptions(run: Run, parts: Structure | None) -> tuple[Note, ...]:
    """What the reader must know about the clock: summed step times leave the pauses out."""
    seen = run.observations
    if seen.clock == Clock.ARRIVAL:
        return (Note("note-clock-arrival"),)
    if seen.clock != Clock.STEP_TIMES or len(seen) < 2 or _holds_pauses(parts):
        return ()
    return (Note("note-pauses-not-in-step-times"),)


def _holds_pauses(parts: Structure | None) -> bool:
    """Whether the printed times themselves hold pauses: those that lines tell of, or that stand out in the times."""
    return parts is not None and any(
        (group.count > 0 or group.source == "start") and bool(np.isfinite(group.cost)) for group in parts.pauses
    )
