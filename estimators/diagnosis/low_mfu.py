"""The device works far below what it can: the share of its peak says how far."""

from __future__ import annotations

from decimal import Decimal

import numpy as np

from estimators.diagnosis._rule import Advice, Case, Rule
from estimators.diagnosis.accumulation import device_name, utilisation
from estimators.diagnosis.accumulation import tip as accumulation
from estimators.forecast.bound import GOOD_MFU, printed_mfu, printed_reference
from estimators.forecast.gpus import lookup
from estimators.run import Observations, Run, Settings, Unit

LOW = 0.20
SMALLEST = "Tesla T4"  # the slowest device on which such runs are usual


#: With an unknown device and model the claim is smaller: three times as fast at best, 1.5 times typically.
UNKNOWN_BEST, UNKNOWN_TYPICAL = 1 - 1 / 3, 1 - 1 / 1.5


def _speak(case: Case) -> Advice | None:
    """At best the way to a good MFU, typically half of it."""
    known = utilisation(case)
    if known is not None:
        said = accumulation.speak(case)
        return _advice(case, known, {"gpu": device_name(case), "basis": "known"}) if said is None else None
    printed, reference = printed_mfu(case.run), printed_reference(case.run)
    small = lookup(SMALLEST)
    if printed is None or reference is None or small is None or case.run.settings.gpu:
        return None
    facts = {"gpu": small.name, "basis": "printed", "printed": printed, "reference": reference[0]}
    return _advice(case, printed * reference[1] / small.best, facts)


def _advice(case: Case, share: float, facts: dict[str, object]) -> Advice | None:
    best = case.remaining * (1 - share / GOOD_MFU)
    if not 0 < share < LOW or not case.worth(best):
        return None
    said = {**facts, "mfu": share, "good": GOOD_MFU}
    if facts["basis"] == "known":
        return Advice(said, best, best / 2)
    return Advice(said, min(best, UNKNOWN_BEST * case.remaining), min(best, UNKNOWN_TYPICAL * case.remaining))


def _run(pace: str, mfu: float | None = None, gpu: str | None = "GeForce RTX 4070") -> Run:
    known = Settings(parameters=40e6, tokens_per_step=16_384, gpu=gpu) if mfu is None else Settings(gpu=gpu)
    seen = Observations(mfu=np.array([mfu])) if mfu is not None else Observations()
    return Run("nanogpt", Unit.ITERATION, Decimal(100), Decimal(6000), Decimal(pace), settings=known, observations=seen)


tip = Rule(
    id="low-mfu",
    evidence="an MFU below 20 %: computed from model, tokens and device, or printed by the tool and rescaled",
    source="PyTorch Performance Tuning Guide: https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=_speak,
    examples=(_run("3.99511"), _run("3.99511", mfu=0.0231), _run("3.99511", mfu=0.012, gpu=None)),
    counter_examples=(_run("0.15"), _run("0.25", mfu=0.35, gpu=None)),
)
