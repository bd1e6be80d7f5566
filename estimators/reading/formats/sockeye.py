"""Sockeye, all versions."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="Sockeye",
    source="https://github.com/awslabs/sockeye/blob/main/sockeye/training.py",
    notes="Batches over all epochs, stamped, with the rate of the interval. The end is max_updates, max_num_epochs or patience.",
    needles=(b" tokens/sec ",),
    records=(
        rb"Epoch\[(?P<epoch>\d++)\] Batch \[(?P<step>\d++)\]\s{1,3}Speed: [\d.]++ samples/sec [\d.]++ tokens/sec (?P<rate>[\d.]++) (?:updates|batches)/sec",
    ),
    settings=(rb"\bmax_updates[\"']?[:=] ?(?P<total>\d++)", rb"\bmax_num_epochs[\"']?[:=] ?(?P<epochs>\d++)"),
    pauses=((PauseKind.CHECKPOINT, rb"Checkpoint \[\d++\]\s{1,3}Updates=(?P<step>\d++)"),),
    unit=Unit.STEP,
    epoch_first=None,
    certainty=0.95,
    examples=(
        Example(
            "[2020-01-01:10:00:00:INFO:sockeye.training:speedometer] Epoch[0] Batch [50]\tSpeed: 1000.12 samples/sec 20000.12 tokens/sec 4.10 updates/sec\tperplexity=1000.123\n"
            "[2020-01-01:10:00:12:INFO:sockeye.training:speedometer] Epoch[0] Batch [100]\tSpeed: 1010.12 samples/sec 20100.12 tokens/sec 4.12 updates/sec\tperplexity=900.123\n"
            "[2020-01-01:10:00:25:INFO:sockeye.training:speedometer] Epoch[0] Batch [150]\tSpeed: 1010.12 samples/sec 20100.12 tokens/sec 4.12 updates/sec\tperplexity=800.123\n",
            {"done": 150, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 25.0},
        ),
        Example(
            "max_updates: 20000\nEpoch[1] Batch [5000]\tSpeed: 1010.12 samples/sec 20100.12 tokens/sec 4.00 updates/sec\tperplexity=8.123\n",
            {"done": 5000, "total": 20000, "step_time": 0.25, "observations": 1},
        ),
    ),
)
