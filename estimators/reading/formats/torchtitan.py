"""torchtitan."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="torchtitan",
    source="https://github.com/pytorch/torchtitan/blob/main/torchtitan/components/metrics.py",
    notes="Stamped lines at step 1 and every log_freq steps; the total is said once when training starts.",
    needles=(b"GiB(",),
    records=(
        rb"step:(?<!validate step:) {1,6}(?P<step>\d++) {2}loss: {1,6}[\d.a-z-]++ [^\n]{0,120}?\bmemory: [^\n]{0,120}?\btps: {1,4}(?P<tokens_rate>[\d,]++)"
        rb"(?:[^\n]{0,80}?\bmfu: {1,4}(?P<mfu>[\d.]++)%)?(?:[^\n]{0,40}?\belapsed_time_per_step: (?P<time_s>[\d.]++)s)?",
    ),
    settings=(rb"\btotal steps (?P<total>\d++) \(warmup",),
    pauses=(
        (PauseKind.EVALUATION, rb"\bvalidate step: {1,6}(?P<step>\d++)"),
        (PauseKind.CHECKPOINT, rb"\bSaving the checkpoint"),
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "[rank0]:[titan] 2025-01-06 10:00:00,000 - root - INFO - Training starts at step 1, with local batch size 8, global batch size 64,"
            " sequence length 8192, total steps 1000 (warmup 200)\n"
            "[rank0]:[titan] 2025-01-06 10:00:10,000 - root - INFO - step:  1  loss: 12.2721  grad_norm:  4.1023  memory: 30.11GiB(38.01%)  tps: 1,804  tflops: 12.10  mfu: 3.90%\n"
            "[rank0]:[titan] 2025-01-06 10:00:28,000 - root - INFO - step: 10  loss: 10.0121  grad_norm:  2.1023  memory: 32.11GiB(40.51%)  tps: 32,768  tflops: 201.10  mfu: 41.20%\n"
            "[rank0]:[titan] 2025-01-06 10:00:48,000 - root - INFO - step: 20  loss:  8.9121  grad_norm:  1.9023  memory: 32.11GiB(40.51%)  tps: 32,760  tflops: 201.00  mfu: 41.18%\n",
            {"done": 20, "total": 1000, "unit": "step", "observations": 3, "elapsed": 38.0},
        ),
        Example(
            "[titan] 2024-11-20 09:00:00,500 - root - INFO - step: 100  loss:  5.0121  memory: 32.11GiB(40.51%)  tps: 3,276  mfu: 41.20%\n"
            "[titan] 2024-11-20 09:00:30,500 - root - INFO - step: 110  loss:  4.9121  memory: 32.11GiB(40.51%)  tps: 3,270  mfu: 41.18%\n",
            {"done": 110, "missing": {"total"}, "observations": 2, "elapsed": 30.0},
        ),
    ),
)
