"""Some ranks take longer than others, and all wait for the slowest."""

from __future__ import annotations

from estimators.diagnosis._rule import Advice, Case, Rule, warned

SHARE = 0.05


def _speak(case: Case) -> Advice | None:
    """All ranks as fast as the fastest at best, half the difference typically."""
    said = case.warning("rank-times")
    if said is None or not said.get("slowest") or not said.get("fastest"):
        return None
    fastest, slowest = float(said["fastest"]), float(said["slowest"])
    share = (slowest - fastest) / slowest
    best = share * case.remaining
    if share < SHARE or not case.worth(best):
        return None
    return Advice({"fastest": fastest, "slowest": slowest, "share": share}, best, best / 2)


tip = Rule(
    id="stragglers",
    evidence="step times of the fastest and the slowest rank, as the log prints them",
    source="PyTorch, DistributedDataParallel tutorial (skewed processing speeds): "
    "https://docs.pytorch.org/tutorials/intermediate/ddp_tutorial.html",
    speak=_speak,
    examples=(warned("rank-times", fastest=0.4, slowest=0.5),),
    counter_examples=(warned("rank-times", fastest=0.49, slowest=0.5),),
)
