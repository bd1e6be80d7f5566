"""Every few steps one waits: workers that cannot keep up deliver in bursts."""

from __future__ import annotations

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, cycle, observed
from estimators.forecast.sessions import PauseGroup
from estimators.run import PauseKind

LONGEST = 64  # workers x prefetch_factor beyond this is rare
SHARE = 0.05
ONE_STEP = 1.5  # records must stand this close (units) for the pattern to be visible


def is_sawtooth(case: Case, group: PauseGroup) -> bool:
    """Whether ``group`` is a short cycle of single slow steps that no schedule explains."""
    seen = case.run.observations.step
    if group.kind is not PauseKind.OTHER or group.source != "gaps" or not group.period or len(seen) < 2:
        return False
    spacing = float(seen[-1] - seen[0]) / (len(seen) - 1)
    accumulation = case.run.settings.gradient_accumulation
    planned = accumulation is not None and abs(group.period - accumulation) < 0.5
    short = 2 <= group.period <= LONGEST and spacing <= ONE_STEP
    return short and not planned and case.run.unit in STEPPED


def _speak(case: Case) -> Advice | None:
    group = next((g for g in case.structure.pauses if is_sawtooth(case, g)), None)
    if group is None or group.count < 5 or group.share < SHARE:
        return None
    ahead = min(group.cost * group.left, case.remaining)
    if not case.worth(ahead):
        return None
    args = {"period": round(group.period or 0), "unit": case.unit, "cost": group.cost, "share": group.share}
    return Advice({**args, "ahead": ahead}, ahead, ahead / 2)


tip = Rule(
    id="loader-sawtooth",
    evidence="a regular cycle of a few steps in which one is slow, five times or more, with every step printed",
    source="PyTorch, DataLoader (num_workers, prefetch_factor): https://docs.pytorch.org/docs/stable/data.html",
    speak=_speak,
    examples=(observed(cycle(0.25, 1.2, 8, 12), 20_000),),
    counter_examples=(
        observed(cycle(0.25, 1.2, 8, 12), 20_000, gradient_accumulation=8),
        observed(cycle(0.25, 30.0, 100, 6), 20_000),
    ),
)
