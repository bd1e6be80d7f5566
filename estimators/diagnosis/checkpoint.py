"""Writing checkpoints holds the training up: write them less often, or asynchronously."""

from __future__ import annotations

from estimators.diagnosis._pauses import rarer
from estimators.diagnosis._rule import Rule, cycle, observed
from estimators.run import PauseKind

tip = Rule(
    id="checkpoint",
    evidence="two or more checkpoints whose cost stands out of the step times, and two or more to come",
    source="PyTorch, asynchronous saving with distributed checkpoint: "
    "https://docs.pytorch.org/tutorials/recipes/distributed_async_checkpoint_recipe.html",
    speak=rarer(PauseKind.CHECKPOINT),
    examples=(observed(cycle(0.8, 45.0, 100, 5), 5_000, checkpoint_interval=100),),
    counter_examples=(observed(cycle(0.8, 1.5, 100, 5), 5_000, checkpoint_interval=100),),
)
