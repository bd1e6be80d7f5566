"""Most of the device's memory stays empty: a larger batch would fit."""

from __future__ import annotations

from dataclasses import replace

from estimators.diagnosis._rule import STEPPED, Advice, Case, Rule, warned
from estimators.diagnosis.accumulation import utilisation
from estimators.diagnosis.low_mfu import tip as low_mfu
from estimators.forecast.gpus import lookup
from estimators.run import Run, Settings

ROOM = 0.45  # of the memory in use: twice the batch fits with some to spare
WELL_USED = 0.30  # an MFU above this leaves a larger batch little to gain
BEST, TYPICAL = 0.20, 0.05


def _speak(case: Case) -> Advice | None:
    """5 % typically, 20 % at best: fewer and fuller steps for the same samples."""
    said = case.warning("memory-peak")
    device = lookup(case.run.settings.gpu) if case.run.settings.gpu else None
    if said is None or device is None or case.run.unit not in STEPPED:
        return None
    used, mfu = float(said["bytes"]), utilisation(case)
    if not 0 < used < ROOM * device.memory or (mfu or 0.0) > WELL_USED or low_mfu.speak(case) is not None:
        return None
    args = {"gpu": device.name, "used": used / 1e9, "memory": device.memory / 1e9, "share": used / device.memory}
    best = BEST * case.remaining
    return Advice(args, best, TYPICAL * case.remaining) if case.worth(best) else None


def _run(used: float, gpu: str | None) -> Run:
    return replace(warned("memory-peak", bytes=used), settings=Settings(gpu=gpu))


tip = Rule(
    id="larger-batch",
    evidence="the peak memory that the log prints, below 45 % of a known device's",
    source="PyTorch Performance Tuning Guide: https://docs.pytorch.org/tutorials/recipes/recipes/tuning_guide.html",
    speak=_speak,
    examples=(_run(3.1e9, "GeForce RTX 4070"),),
    counter_examples=(_run(9.8e9, "GeForce RTX 4070"), _run(3.1e9, None)),
)
