"""The pace to come, from several views of the same session that err in different ways."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from estimators.forecast.sessions import Structure
from estimators.run import Array, Observations

RECENT = 0.5  # the recent part of the steps done
TICKS = 8  # a clock that has ticked less often says little
TRUST = 40  # records after a change at which it is half believed
BLOCKS = 8  # equal pieces of work whose paces are compared


@dataclass(frozen=True, slots=True)
class Paces:
    """Seconds per unit, planned pauses taken out, and the seconds that the pauses still to come will take.

    ``steady``: since the start, without what happened once. ``recent``: over the recent half of the steps.
    ``since``: since the last change of pace. ``whole``: like ``steady`` with the pauses left in: what was
    really observed. ``unrest``: relative spread between equal pieces of the session's work.
    ``records_since``: records since the last change.
    """

    steady: float
    recent: float
    since: float
    whole: float
    pauses: float
    unrest: float
    records_since: int

    @property
    def blend(self) -> float:
        """The pace to come: the recent half, and since the last change as far as that was long enough (geometric mean).

        Over 45 repositories every mixture near it was within 2 %, and short memories were far worse.
        """
        weight = 0.5 * self.records_since / (self.records_since + TRUST)
        return float(self.recent ** (1 - weight) * self.since**weight)

    @property
    def disagreement(self) -> float:
        """How far the views lie apart (log scale)."""
        views = (self.steady, self.recent, self.since, self.whole)
        return float(np.log(max(views) / min(views)))


def paces(observations: Observations, structure: Structure) -> Paces:
    """Views of the pace; at least two records, and some time between them."""
    step, raw = observations.step, observations.elapsed
    clock = without_pauses(observations, structure)
    warm = structure.warm_up
    half = int(np.searchsorted(step, step[0] + RECENT * (step[-1] - step[0]) - 1e-9))
    change = int(np.searchsorted(step, structure.changes[-1].step)) if structure.changes else warm
    return Paces(
        steady=_mean(observations, clock, warm),
        recent=_mean(observations, clock, max(half, warm)),
        since=_mean(observations, clock, max(change, warm)),
        whole=_mean(observations, raw, warm),
        pauses=sum(group.cost * group.left for group in structure.pauses if group.period),
        unrest=_unrest(step, clock, _usable(clock, warm)),
        records_since=len(step) - 1 - max(change, warm),
    )


def without_pauses(observations: Observations, structure: Structure) -> Array:
    """The clock with planned pauses taken out: those whose number to come is known."""
    time = np.diff(observations.elapsed)
    steps_alone = structure.base * np.diff(observations.step)
    for group in structure.pauses:
        if group.period and len(group.inside):
            time = np.where(group.inside, np.minimum(time, steps_alone), time)
    clock: Array = np.concatenate(([0.0], np.cumsum(time)))
    return clock


def _unrest(step: Array, clock: Array, start: int) -> float:
    pieces = min(BLOCKS, len(step) - 1 - start)
    if pieces < 2:
        return float("nan")
    places = np.interp(np.linspace(step[start], step[-1], pieces + 1), step, np.arange(len(step)))
    edges = np.unique(np.round(places).astype(np.intp))
    means = np.diff(clock[edges]) / np.diff(step[edges])
    middle = float(means.mean())
    return float(means.std() / middle) if len(means) > 1 and middle > 0 else float("nan")


def _usable(clock: Array, start: int) -> int:
    start = max(0, min(start, len(clock) - 2))
    while start > 0 and clock[-1] <= clock[start]:
        start -= 1
    return start


def _mean(observations: Observations, clock: Array, start: int) -> float:
    """Mean pace from record ``start``, or from earlier where the clock has hardly ticked since."""
    step, tick = observations.step, observations.tick
    start = _usable(clock, start)
    if tick > 0 and clock[-1] - clock[start] < TICKS * tick:
        start = _usable(clock, min(start, int(np.searchsorted(clock, clock[-1] - TICKS * tick, side="right")) - 1))
    seconds = float(clock[-1] - clock[start])
    pace = seconds / float(step[-1] - step[start])
    printed = observations.step_time[-1] if len(observations.step_time) else np.nan
    if seconds < TICKS * tick and printed > 0:
        weight = seconds / (TICKS * tick)
        pace = weight * pace + (1 - weight) * float(printed)
    return pace
