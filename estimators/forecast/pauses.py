"""Pauses by kind: their period, what one costs, and how many are still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from estimators.run import EMPTY, Array, Clock, Observations, Pause, PauseKind, Settings

Mask = NDArray[np.bool_]

RECENT = 12  # the cost of one is the mean over the last so many
REGULAR = 0.7  # share of the gaps that must agree
AGREE = 0.12  # how far a gap may be from the period
DENSE = 0.6  # share of the planned ones that must have been seen
USUAL = 12.0  # evaluations in a whole run, where only the one before the first step was seen
COARSE = 1.5  # print intervals: a schedule at least as fine as the records is in all of them
BUSY = 0.25  # of the time goes into evaluation at most, where the schedule is not known
UNSEEN = 0.05  # of the steps' time goes into an evaluation that was not seen yet
COLD = 0.85  # of a first evaluation that holds the compilation too


@dataclass(frozen=True, slots=True, eq=False)
class PauseGroup:
    """Pauses of one kind. Seconds and units; ``period`` is None where they come irregularly.

    ``cost`` is what a typical one takes, ``count`` how many
    were seen, ``share`` their part of the session's time, ``left`` how many are expected before the end,
    ``steps`` the units done when each became visible. ``source`` is what tells about them: "lines",
    "settings", "epochs", "gaps", or "start" (only one before the first step was seen: period and count are
    what is usual) or "planned" (none was due yet: the cost is what is usual).
    """

    kind: PauseKind
    period: float | None
    cost: float
    count: int
    share: float
    left: float
    source: str = "gaps"
    steps: Array = field(default_factory=lambda: EMPTY)
    inside: Mask = field(default_factory=lambda: np.empty(0, dtype=np.bool_))  # the intervals that hold them


@dataclass(frozen=True, slots=True, eq=False)
class _Claim:
    """Intervals that the text itself explains.

    ``origin`` is a step from which the periods are counted; ``after``: the pause follows the record there.
    """

    kind: PauseKind
    source: str
    period: float | None
    inside: Mask
    planned: int
    origin: float | None = None
    after: bool = False


def groups(
    observations: Observations, excess: Array, paused: Mask, settings: Settings, total: float, lines: Sequence[Pause]
) -> tuple[PauseGroup, ...]:
    """The groups of pauses among the intervals marked ``paused``; ``excess`` is seconds beyond the steps."""
    rest = paused.copy()
    found: list[PauseGroup] = []
    for claim in _claims(observations, np.where(paused, excess, 0.0), settings, lines):
        mine = rest & claim.inside
        if mine.any():
            found.append(_group(observations, excess, mine, total, claim))
            rest &= ~claim.inside
    if rest.any():
        found.append(_group(observations, excess, rest, total, _Claim(PauseKind.OTHER, "gaps", None, rest, 0)))
    return tuple(found)


def _claims(observations: Observations, excess: Array, settings: Settings, lines: Sequence[Pause]) -> list[_Claim]:
    """Which intervals the text itself explains: by a line, by a schedule, by the end of an epoch."""
    schedule = {
        PauseKind.EVALUATION: settings.evaluation_interval,
        PauseKind.CHECKPOINT: settings.checkpoint_interval,
        PauseKind.SAMPLING: settings.sampling_interval,
    }
    claims: list[_Claim] = []
    interval = float(np.median(np.diff(observations.step)))
    for kind in PauseKind:
        at = np.array([pause.step for pause in lines if pause.kind == kind])
        if len(at):
            at = np.unique(at)
            claims.append(_of_steps(observations, excess, at, kind, schedule.get(kind) or _gap(at)))
    for kind, period in schedule.items():
        if period and period > COARSE * interval:
            at = np.arange(np.floor(observations.step[0] / period) + 1, observations.step[-1] / period + 1e-9) * period
            claims.append(_of_steps(observations, excess, at, kind, period, "settings"))
    if len(observations.epoch) == len(observations.step):
        enters: Mask = np.diff(observations.epoch) > 0
        claims.append(_Claim(PauseKind.OTHER, "epochs", settings.steps_per_epoch, enters, int(enters.sum())))
    return claims


def _of_steps(
    observations: Observations, excess: Array, at: Array, kind: PauseKind, period: float | None, source: str = "lines"
) -> _Claim:
    """The intervals that end at, or begin with, the steps ``at``: whichever of the two took longer.

    What is printed inside a step's own time counts at the end of the run too.
    """
    step = observations.step
    origin = float(at[-1]) if source == "lines" and len(at) else 0.0
    masks = []
    for side in ("left", "right"):
        place = np.searchsorted(step, at[at > step[0]], side=side) - 1
        inside = np.zeros(len(step) - 1, dtype=np.bool_)
        inside[place[(place >= 0) & (place < len(inside))]] = True
        masks.append(inside)
    after = bool(excess[masks[1]].sum() > excess[masks[0]].sum())
    inside = masks[after]
    printed_within = observations.clock == Clock.STEP_TIMES
    return _Claim(kind, source, period, inside, int(inside.sum()), origin, after and not printed_within)


def _group(observations: Observations, excess: Array, mine: Mask, total: float, claim: _Claim) -> PauseGroup:
    at, costs = observations.step[1:][mine], excess[mine]
    interval = float(np.median(np.diff(observations.step)))
    span = float(observations.step[-1] - observations.step[0])
    end = float(observations.step[-1])
    dense = claim.source == "gaps" or len(at) >= DENSE * claim.planned
    period = (claim.period or _period(at, interval, span)) if dense else None
    recent = costs[1:][-RECENT:] if len(costs) > 2 else costs
    if period:
        left = _still_to_come(claim, period, float(at[-1]), end, total, interval)
    else:
        left = len(at) / max(span, 1e-9) * max(0.0, total - end)
    return PauseGroup(
        kind=claim.kind,
        period=period,
        cost=float(recent.mean()),
        count=len(costs),
        share=float(costs.sum() / max(float(observations.elapsed[-1]), 1e-9)),
        left=left,
        source=claim.source,
        steps=at,
        inside=mine,
    )


def _still_to_come(claim: _Claim, period: float, last: float, end: float, total: float, interval: float) -> float:
    """How many periods end in what is left; one just at the end counts half where the log does not tell.

    What lies between two epochs is not behind the last one.
    """
    if claim.source == "epochs" and claim.period:
        return max(0.0, float(np.ceil(total / period - 1e-9) - np.ceil(end / period - 1e-9)))
    origin = last if claim.origin is None else claim.origin
    before = np.floor((end - origin) / period + 1e-9)
    left = max(0.0, float(np.floor((total - origin) / period + 1e-9) - before))
    if claim.after and (total - origin) % period < 1e-6 * period:
        return max(0.0, left - 1.0)
    if claim.origin is None:
        over = (total - origin) / period
        near = abs(over - round(over)) * period <= interval
        return max(0.0, round(over) - float(before) - 0.5) if near else left
    return left


def _gap(at: Array) -> float | None:
    """The common gap of the steps that lines name, if most agree."""
    gaps = np.diff(at)
    if not len(gaps):
        return None
    middle = float(np.median(gaps))
    return middle if (np.abs(gaps - middle) <= AGREE * middle).mean() >= REGULAR else None


def _period(at: Array, interval: float, span: float) -> float | None:
    """The common gap of the pauses at ``at``, if most gaps agree and it explains most of the session.

    Two are enough where the first came as long after step zero as the second after the first.
    """
    if len(at) < 2 or (len(at) == 2 and abs(2 * at[0] - at[1]) > AGREE * at[0] + interval):
        return None
    gaps = np.diff(at)
    middle = float(np.median(gaps))
    agree = np.abs(gaps - middle) <= AGREE * middle + interval
    if agree.mean() < REGULAR or len(at) < DENSE * np.floor(span / middle):
        return None
    return float(gaps[agree].mean())


def at_start(
    observations: Observations, pace: float, lines: Sequence[Pause], settings: Settings, total: float
) -> PauseGroup | None:
    """The evaluation before the first step, where the first record's own printed time holds it and no other was seen.

    Runs that evaluate before they begin evaluate again: how often, the settings say, or what is usual.
    """
    first = [pause for pause in lines if pause.kind is PauseKind.EVALUATION and pause.step <= observations.step[0]]
    later = any(pause.kind is PauseKind.EVALUATION and pause.step > observations.step[0] for pause in lines)
    if not first or later or not len(observations.step_time) or observations.step_time_span != "step":
        return None
    cost = COLD * (float(observations.step_time[0]) - pace)
    if not cost > pace > 0:
        return None
    end = float(observations.step[-1])
    period = settings.evaluation_interval or max(total / USUAL, cost / pace * (1 / BUSY - 1), 1.5 * end)
    left = (
        float(np.floor(total / period) - np.floor(end / period))
        if settings.evaluation_interval
        else (max(0.0, total - end) / period)
    )
    return PauseGroup(PauseKind.EVALUATION, period, cost, 0, 0.0, left, "start")


def unseen(observations: Observations, pace: float, settings: Settings, total: float) -> PauseGroup | None:
    """Evaluations that a schedule announces while none was due yet; their cost is what is usual."""
    begin, end = float(observations.step[0]), float(observations.step[-1])
    period = settings.evaluation_interval
    interval = float(np.median(np.diff(observations.step)))
    if not period or period <= COARSE * interval or observations.clock == Clock.STEP_TIMES:
        return None
    if np.floor(end / period + 1e-9) > np.floor(begin / period + 1e-9):
        return None
    left = float(np.floor(total / period + 1e-9) - np.floor(end / period + 1e-9))
    if left < 1:
        return None
    return PauseGroup(PauseKind.EVALUATION, period, UNSEEN * period * pace, 0, 0.0, left, "planned")
