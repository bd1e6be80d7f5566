"""torchtune's disk and console loggers (its bars are tqdm)."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="torchtune",
    source="https://github.com/pytorch/torchtune/blob/main/torchtune/training/metric_logging.py",
    notes="Optimizer steps with their metrics and no time; the clock comes from stamps in front, where there are any.",
    needles=(b"tokens_per_second_per_gpu:",),
    records=(rb"Step (?P<step>\d++) \| [^\n]{0,200}?\btokens_per_second_per_gpu:(?P<tokens_rate>[\d.]++)",),
    settings=(rb"max_steps_per_epoch: (?P<steps_per_epoch>\d++)",),
    unit=Unit.STEP,
    certainty=0.58,
    examples=(
        Example(
            "Step 1 | loss:2.104 lr:2e-05 tokens_per_second_per_gpu:812.5 peak_memory_active:18.2\n"
            "Step 2 | loss:2.004 lr:2e-05 tokens_per_second_per_gpu:1212.5 peak_memory_active:18.2\n",
            {"done": 2, "missing": {"total", "pace"}, "unit": "step"},
        ),
        Example(
            "epochs: 3\nmax_steps_per_epoch: 400\n"
            "2025-02-01 12:00:00 Step 10 | loss:1.504 lr:2e-05 tokens_per_second_per_gpu:1212.5\n"
            "2025-02-01 12:00:50 Step 20 | loss:1.404 lr:2e-05 tokens_per_second_per_gpu:1210.1\n",
            {"done": 20, "total": 1200, "observations": 2, "elapsed": 50.0},
        ),
    ),
)
