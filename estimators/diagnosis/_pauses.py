"""What all tips about periodic pauses share: which group, what it costs from here on, what a longer period saves."""

from __future__ import annotations

from collections.abc import Callable

from estimators.diagnosis._rule import STEPPED, Advice, Case
from estimators.forecast.sessions import PauseGroup
from estimators.run import PauseKind

SHARE = 0.03  # a pause that takes less of the session is not worth a sentence
SHORTEST_PERIOD = 5.0  # steps; less than that is a setting counted in epochs
RARER, HALF = 4, 2  # every fourth at best, every second typically


Speak = Callable[[Case], Advice | None]


def rarer(kind: PauseKind, wanted: Callable[[Case, PauseGroup], bool] = lambda _case, _group: True) -> Speak:
    """Advice to pause less often, for the costliest periodic group of ``kind``; both savings follow from its cost."""

    def speak(case: Case) -> Advice | None:
        found = [g for g in case.structure.pauses if g.kind is kind and g.period and wanted(case, g)]
        group = max(found, key=lambda g: g.cost * g.left, default=None)
        return _advice(case, group) if group is not None else None

    return speak


def _advice(case: Case, group: PauseGroup) -> Advice | None:
    times = RARER if group.left >= RARER else HALF
    ahead = group.cost * group.left
    best, typical = ahead * (1 - 1 / times), ahead / HALF
    seen = case.run.observations.step
    spacing = float(seen[-1] - seen[0]) / max(len(seen) - 1, 1)
    if case.run.unit in STEPPED and (group.period or 0.0) < max(SHORTEST_PERIOD, spacing):
        return None
    if group.count < 2 or group.left < HALF or group.share < SHARE or not case.worth(best):
        return None
    period = group.period or 0.0
    args = {
        "unit": case.unit,
        "period": period,
        "longer": period * times,
        "cost": group.cost,
        "slow": group.cost + case.pace,
        "pace": case.pace,
        "share": group.share,
        "ahead": min(ahead, case.remaining),
        "count": group.left,
    }
    return Advice(args, best, min(best, typical))
