"""The tool itself says that the loader has too few workers."""

from __future__ import annotations

from estimators.diagnosis._rule import Advice, Case, Rule, warned

TYPICAL, BEST = 0.10, 0.30  # share of the remaining time, where loading is the bottleneck


def _speak(case: Case) -> Advice | None:
    said = case.warning("dataloader-few-workers")
    if said is None:
        return None
    workers = said.get("workers", 0)
    args = {"workers": workers, "pace": case.pace, "unit": case.unit, "share": BEST}
    return Advice(args, BEST * case.remaining, TYPICAL * case.remaining)


tip = Rule(
    id="few-workers",
    evidence="the line of the log in which the tool names the loader a bottleneck and suggests a num_workers",
    source="PyTorch Lightning, speed up model training: https://lightning.ai/docs/pytorch/stable/advanced/speed.html",
    speak=_speak,
    examples=(warned("dataloader-few-workers", workers=7),),
    counter_examples=(warned("dataloader-too-many-workers", workers=16, suggested=2),),
)
