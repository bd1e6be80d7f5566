"""Run -> tips: one file a tip, found by walking the folder; each speaks only from a number of that very run."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from estimators.diagnosis._rule import Advice, Case, Rule, observed
from estimators.forecast.sessions import Structure
from estimators.result import Tip
from estimators.run import Run

__all__ = ["Advice", "Case", "Rule", "advise", "observed", "rules"]

GENERAL = 2  # general checks at most, and only where fewer tips than this have evidence
NEARLY_ALL = 1 - 1e-9  # what the savings may add up to, as a share of what remains


@cache
def rules() -> tuple[Rule, ...]:
    """Return the ``tip`` of every module in this folder; names that begin with ``_`` hold no tip."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}").tip for name in names)


def advise(run: Run, structure: Structure, remaining: float) -> tuple[Tip, ...]:
    """Return what would shorten the ``remaining`` seconds, the largest saving first, general checks last.

    The savings never add up to more than what remains: where they would, each is cut in proportion.
    """
    case = Case(run, structure, remaining)
    if not case.worth_advice:
        return ()
    spoken = [(rule, advice) for rule in rules() if (advice := rule.speak(case)) is not None]
    with_evidence = [pair for pair in spoken if not pair[0].general]
    general = [pair for pair in spoken if pair[0].general][: GENERAL * (len(with_evidence) < GENERAL)]
    scale = min(1.0, NEARLY_ALL * remaining / max(sum(advice.best for _, advice in with_evidence), 1e-9))
    tips = [_tip(rule, advice, scale) for rule, advice in with_evidence]
    tips.sort(key=lambda tip: -tip.saving)
    return (*tips, *(_tip(rule, advice, 0.0) for rule, advice in general))


def _tip(rule: Rule, advice: Advice, scale: float) -> Tip:
    best, typical = advice.best * scale, min(advice.typical, advice.best) * scale
    return Tip(
        id=rule.id,
        args={**advice.args, "saving": best, "typical": typical},
        saving=best,
        typical_saving=typical,
        evidence=not rule.general,
        source=rule.source,
    )
