"""NeMo's progress printer (its bars are Lightning's)."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit


def of_the_run(table: Table) -> Table:
    """Forget totals below the counter: from the second epoch on, the pair is the position within the epoch."""
    return table.with_columns(total=np.where(table["total"] >= table["step"], table["total"], np.nan))


FORMAT = Format(
    name="NeMo",
    source="https://github.com/NVIDIA/NeMo/blob/main/nemo/lightning/pytorch/callbacks/progress_printer.py",
    notes="Everything from 0: iteration 249/249 is the last of 250. `train_step_timing` is that step's own seconds.",
    needles=(b"Training epoch ",),
    records=(
        rb"Training epoch (?P<epoch>\d++), iteration \d++/(?P<total>\d++) \|[^\n]{0,200}?\bglobal_step: (?P<step>\d++)"
        rb"(?:[^\n]{0,300}?\btrain_step_timing in s: (?P<time_s>[\d.]++))?",
    ),
    shape=of_the_run,
    unit=Unit.STEP,
    step_first=0,
    epoch_first=0,
    total_is_last=True,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "Training epoch 0, iteration 0/249 | lr: 1.961e-06 | global_batch_size: 8 | global_step: 0 | reduced_train_loss: 1.315 | train_step_timing in s: 7.126\n"
            "Training epoch 0, iteration 1/249 | lr: 3.922e-06 | global_batch_size: 8 | global_step: 1 | reduced_train_loss: 1.653 | train_step_timing in s: 2.500 | consumed_samples: 16\n"
            "Training epoch 0, iteration 2/249 | lr: 5.882e-06 | global_batch_size: 8 | global_step: 2 | reduced_train_loss: 1.401 | train_step_timing in s: 2.510 | consumed_samples: 24\n",
            {"done": 3, "total": 250, "unit": "step", "observations": 3, "elapsed": 5.01},
        ),
        Example(
            "[default0]: Training epoch 1, iteration 10/99 | lr: 2e-05 | global_batch_size: 8 | global_step: 110 | reduced_train_loss: 1.2 | train_step_timing in s: 1.500\n",
            {"done": 111, "missing": {"total"}, "step_time": 1.5, "observations": 1},
        ),
    ),
)
