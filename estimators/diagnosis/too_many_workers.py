"""More loader workers than processor cores: they stand in each other's way."""

from __future__ import annotations

from estimators.diagnosis._rule import Advice, Case, Rule, warned

TYPICAL, BEST = 0.03, 0.10


def _speak(case: Case) -> Advice | None:
    said = case.warning("dataloader-too-many-workers")
    if said is None or not said.get("suggested"):
        return None
    args = {"workers": said.get("workers", 0), "suggested": said["suggested"], "share": BEST}
    return Advice(args, BEST * case.remaining, TYPICAL * case.remaining)


tip = Rule(
    id="too-many-workers",
    evidence="the line of the log in which PyTorch says that the loader has more workers than the machine has cores",
    source="PyTorch, DataLoader (num_workers): https://docs.pytorch.org/docs/stable/data.html",
    speak=_speak,
    examples=(warned("dataloader-too-many-workers", workers=16, suggested=2),),
    counter_examples=(warned("dataloader-few-workers", workers=7),),
)
