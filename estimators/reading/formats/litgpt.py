"""LitGPT, lit-gpt, TinyLlama and lit-llama."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Settings, Unit


def without_steps(said: Settings) -> Settings:
    """Forget a total in optimizer steps: the lines count iterations, several to a step."""
    return replace(said, total=None)


FORMAT = Format(
    name="LitGPT",
    source="https://github.com/Lightning-AI/litgpt/blob/main/litgpt/pretrain.py",
    notes=(
        "`iter` counts micro batches, `step` optimizer updates. `iter time` is that iteration's own; one that ends in an "
        "optimizer step is longer. `remaining time` means the run."
    ),
    needles=(b"iter time: ",),
    records=(
        rb"(?:\bEpoch (?P<epoch>\d++) \| )?\biter (?P<step>\d++) (?:\| )?step \d++(?: \||:) loss [^\n]{0,160}?\biter time: (?P<time_ms>[\d.]++) ?ms"
        rb"(?:[^\n]{0,40}?remaining time: (?:(?P<eta_d>[\d.]++) days|(?P<eta_h>[\d.]++) hours|(?P<eta_clock>(?:\d++ days?, )?\d++:\d\d:\d\d)))?"
        rb"(?: max iters: (?P<total>\d++))?",
    ),
    pauses=(
        (
            PauseKind.EVALUATION,
            rb"val loss [\d.]++, val time: (?P<interval_ms>[\d.]++) ?ms",
        ),
        (PauseKind.CHECKPOINT, rb"(?m)^Saving checkpoint to "),
    ),
    plan=without_steps,
    unit=Unit.ITERATION,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "Epoch 1 | iter 1 step 0 | loss train: 10.981, val: n/a | iter time: 4120.00 ms remaining time: 10:40:00\n"
            "Epoch 1 | iter 2 step 0 | loss train: 10.971, val: n/a | iter time: 310.00 ms remaining time: 6:00:00\n"
            "Epoch 1 | iter 3 step 0 | loss train: 10.951, val: n/a | iter time: 305.00 ms remaining time: 4:50:00\n"
            "Epoch 1 | iter 4 step 1 | loss train: 10.921, val: n/a | iter time: 390.00 ms (step) remaining time: 4:10:00\n",
            {"done": 4, "unit": "iteration", "observations": 4, "elapsed": 1.005},
        ),
        Example(
            "iter 100 | step 25: loss 7.1203, iter time: 900.00 ms (optimizer.step), remaining time: 1.50 days\n"
            "iter 100: val loss 7.2, val time: 61200.00 ms\n"
            "iter 200 | step 50: loss 6.8203, iter time: 910.00 ms (optimizer.step), remaining time: 1.49 days\n",
            {"done": 200, "observations": 2, "elapsed": 91.0},
        ),
        Example(
            "Epoch 2 | iter 1200 step 600 | loss train: 1.101, val: 1.215 | iter time: 210.50 ms (step)\n",
            {"done": 1200, "missing": {"total"}, "step_time": 0.2105, "observations": 1},
        ),
    ),
)
