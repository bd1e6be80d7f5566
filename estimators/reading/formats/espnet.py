"""ESPnet2 and FunASR."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit


def with_lengths(table: Table) -> Table:
    """Take the last batch that an ended epoch printed for its length: the log interval is a twentieth of an epoch."""
    epoch, batch = table["epoch"], table["batch"]
    ends = np.flatnonzero(np.diff(epoch) > 0)
    return table.with_columns(batches=np.full(len(table), np.median(batch[ends]))) if len(ends) else table


FORMAT = Format(
    name="ESPnet",
    source="https://github.com/espnet/espnet/blob/master/espnet2/train/trainer.py",
    notes=(
        "`2epoch:train:11-20batch`: batches 11 to 20 of epoch 2 are done; `train_time` is seconds per batch over them, "
        "`iter_time` (loading) is part of it. The number of epochs stands in `2/40epoch started`."
    ),
    needles=(b"epoch:train:",),
    records=(
        rb"INFO: (?P<epoch>\d++)epoch:train:\d++-(?P<batch>\d++)batch:(?:\d++num_updates:)? (?:iter_time=(?P<data_s>[\d.e-]++))?"
        rb"(?:[^\n]{0,600}?\btrain_time=(?P<time_s>[\d.e-]++))?",
    ),
    headers=(rb"INFO: \d++/(?P<epochs>\d++)epoch started",),
    settings=(rb"\bnum_iters_per_epoch: (?P<steps_per_epoch>\d++)",),
    shape=with_lengths,
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "[host] 2020-04-05 16:30:00,000 (trainer:192) INFO: 1/40epoch started\n"
            "[host] 2020-04-05 16:30:20,000 (trainer:453) INFO: 1epoch:train:1-100batch: iter_time=0.006, forward_time=0.076, loss=50.873, acc=0.471, train_time=0.203\n"
            "[host] 2020-04-05 16:30:40,000 (trainer:453) INFO: 1epoch:train:101-200batch: iter_time=1e-04, forward_time=0.076, loss=45.873, acc=0.491, train_time=0.200\n"
            "[host] 2020-04-05 16:31:10,000 (trainer:192) INFO: 2/40epoch started. Estimated time to finish: 45 minutes and 58.63 seconds\n"
            "[host] 2020-04-05 16:31:30,000 (trainer:453) INFO: 2epoch:train:1-100batch: iter_time=0.006, forward_time=0.076, loss=40.873, acc=0.501, train_time=0.201\n",
            {"done": 300, "total": 8000, "unit": "step", "observations": 3, "elapsed": 70.0},
        ),
        Example(
            "[gpu] 2023-04-23 18:59:48,000 (trainer:777) INFO: 2epoch:train:1-50batch:50num_updates: iter_time=0.008, forward_time=0.302, loss=0.192, train_time=0.753\n"
            "[gpu] 2023-04-23 19:00:23,000 (trainer:777) INFO: 2epoch:train:51-100batch:100num_updates: iter_time=0.001, forward_time=0.302, loss=0.190, train_time=0.700\n",
            {"done": 100, "missing": {"total"}, "observations": 2, "elapsed": 35.0},
        ),
    ),
)
