"""Megatron-LM, Megatron-DeepSpeed, GPT-NeoX and forks."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="Megatron-LM",
    source="https://github.com/NVIDIA/Megatron-LM/blob/main/megatron/training/training.py",
    notes=(
        "Iterations done and their total, padded. `elapsed time per iteration` is the mean over the last log interval "
        "and no elapsed time; an interval with a checkpoint or an evaluation holds a part of it. Newer versions stamp."
    ),
    needles=(b"elapsed time per iteration",),
    records=(
        rb"iteration {1,10}(?P<step>\d++)/ {0,10}(?:(?P<total>\d++)|infinity) \|(?: consumed samples: {0,14}(?P<samples>\d++) \|)?[^\n]{0,200}?\belapsed time per iteration \((?:"
        rb"ms\): (?P<time_ms>[\d.]++)|s\): (?P<time_s>[\d.]++))",
    ),
    pauses=(
        (PauseKind.EVALUATION, rb"validation loss at iteration {1,10}(?P<step>\d++)\b"),
        (PauseKind.CHECKPOINT, rb"saving checkpoint at iteration {1,10}(?P<step>\d++)\b"),
    ),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            " [2025-04-13 23:41:20] iteration       10/    1000 | consumed samples:          160 | elapsed time per iteration (ms): 12150.2 |"
            " throughput per GPU (TFLOP/s/GPU): 12.1 | learning rate: 3.0E-05 | global batch size:    16 | lm loss: 1.080000E+01 |\n"
            " [2025-04-13 23:41:28] iteration       20/    1000 | consumed samples:          320 | elapsed time per iteration (ms): 820.7 |"
            " throughput per GPU (TFLOP/s/GPU): 180.1 | learning rate: 6.0E-05 | global batch size:    16 | lm loss: 9.780000E+00 |\n"
            " [2025-04-13 23:41:36] iteration       30/    1000 | consumed samples:          480 | elapsed time per iteration (ms): 819.3 |"
            " throughput per GPU (TFLOP/s/GPU): 180.4 | learning rate: 9.0E-05 | global batch size:    16 | lm loss: 9.180000E+00 |\n"
            "saving checkpoint at iteration      30 to checkpoints in torch_dist format\n",
            {"done": 30, "total": 1000, "unit": "iteration", "observations": 3, "elapsed": 16.0},
        ),
        Example(
            " samples/sec: 23.150 | iteration      100/  320000 | elapsed time per iteration (ms): 1382.2 | learning rate: 1.342E-04 |"
            " approx flops per GPU: 51.1TFLOPS | lm_loss: 7.365868E+00 | number of skipped iterations:   0 |\n"
            " samples/sec: 23.200 | iteration      200/  320000 | elapsed time per iteration (ms): 1379.0 | learning rate: 1.342E-04 |"
            " approx flops per GPU: 51.2TFLOPS | lm_loss: 6.965868E+00 | number of skipped iterations:   0 |\n",
            {"done": 200, "total": 320000, "observations": 2, "elapsed": 137.9},
        ),
        Example(
            " iteration       10/infinity | consumed samples:  20480 | elapsed time per iteration (s): 104.50 | learning rate: 1.0E-05 |\n",
            {"done": 10, "missing": {"total"}, "step_time": 104.5, "observations": 1},
        ),
    ),
)
