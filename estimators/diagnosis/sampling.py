"""Generating samples at regular steps takes a visible part of the run."""

from __future__ import annotations

from estimators.diagnosis._pauses import rarer
from estimators.diagnosis._rule import Rule, cycle, observed
from estimators.run import PauseKind

tip = Rule(
    id="sampling",
    evidence="two or more sampling pauses that stand out of the step times, and two or more to come",
    source="Hugging Face Diffusers, validation during training: "
    "https://huggingface.co/docs/diffusers/training/text2image",
    speak=rarer(PauseKind.SAMPLING),
    examples=(observed(cycle(0.5, 30.0, 200, 5), 8_000, sampling_interval=200),),
    counter_examples=(observed(cycle(0.5, 1.0, 200, 5), 8_000, sampling_interval=200),),
)
