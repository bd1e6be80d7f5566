"""PaddleVideo."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table

_ETA = rb"(?:[^\n]{0,40}?\beta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?"


def _shape(table: Table) -> Table:
    """Find the length of an epoch: samples of a finished one (speed x time) over the samples of a batch."""
    rows, ends = table.rows(table.kind == 0), table.rows(table.kind == 1)
    sizes = rows["samples_rate"] * rows["time"]
    size = np.round(np.nanmedian(sizes)) if np.isfinite(sizes).any() else np.nan
    length = np.round(ends["samples_rate"] * ends["interval"] / size)
    known = length[np.isfinite(length) & (length > 0)]
    if not len(known):
        return rows if len(rows) else ends.with_columns(time=np.full(len(ends), np.nan))
    batch = np.where(table.kind == 1, known[-1] - 1, table["batch"])
    nothing = np.full(len(table), np.nan)
    return table.with_columns(batch=batch, batches=np.full(len(table), known[-1]), interval=nothing)


FORMAT = Format(
    name="PaddleVideo",
    source="https://github.com/PaddlePaddle/PaddleVideo/blob/develop/paddlevideo/utils/record.py",
    notes=(
        "`epoch:[ e/N ] train step:k`: epoch from 1, step from 0 and per epoch; `batch_cost` is that of one batch and holds "
        "`reader_cost`. The length of an epoch is never printed: avg_ips x batch_cost_sum of the END line are its samples. "
        "`val step` rows are evaluation."
    ),
    needles=(b"train step:",),
    records=(
        rb"\bepoch: ?\[ {0,6}(?P<epoch>\d++)/ {0,4}(?P<epochs>\d++) ?\] train step: ?(?P<batch>\d++) [^\n]{0,300}?\bbatch_cost: (?P<time_s>[\d.]++) sec,"
        rb" reader_cost: (?P<data_s>[\d.]++) sec, ips: (?P<samples_rate>[\d.]++)" + _ETA,
        rb"\bEND epoch: ?(?P<epoch>\d++) {1,8}train [^\n]{0,300}?\bbatch_cost_sum: (?P<interval_s>[\d.]++) sec, avg_ips: (?P<samples_rate>[\d.]++)",
    ),
    epoch_first=1,
    batch_first=0,
    time_span="step",
    certainty=0.95,
    shape=_shape,
    examples=(
        Example(
            "[12/25 14:22:40] epoch:[  1/25 ] train step:0    loss: 4.97011 lr: 0.010000 batch_cost: 4.00000 sec, reader_cost: 3.01723 sec, ips: 16.00000 instance/sec.\n"
            "[12/25 14:24:20] epoch:[  1/25 ] train step:100  loss: 3.45068 lr: 0.010000 batch_cost: 1.00000 sec, reader_cost: 0.53779 sec, ips: 64.00000 instance/sec.\n"
            "[12/25 14:25:00] END epoch:1   train loss_avg: 3.94312  avg_batch_cost: 1.0 sec, avg_reader_cost: 0.4 sec, batch_cost_sum: 150.00000 sec, avg_ips: 64.00000 instance/sec.\n"
            "[12/25 14:25:10] epoch:[  1/25 ] val step:0    loss: 3.27431 batch_cost: 4.21128 sec, reader_cost: 0.00000 sec, ips: 15.19727 instance/sec.\n"
            "[12/25 14:26:10] epoch:[  2/25 ] train step:0    loss: 2.97192 lr: 0.010000 batch_cost: 4.00000 sec, reader_cost: 5.58344 sec, ips: 16.00000 instance/sec.\n",
            {"done": 151, "total": 3750, "unit": "step", "epochs": 25, "observations": 4, "elapsed": 210.0},
        ),
        Example(
            "[12/25 14:22:40] epoch:[  1/25 ] train step:0    loss: 4.97011 lr: 0.010000 batch_cost: 4.00000 sec, reader_cost: 3.01723 sec, ips: 16.00000 instance/sec.\n"
            "[12/25 14:24:20] epoch:[  1/25 ] train step:100  loss: 3.45068 lr: 0.010000 batch_cost: 1.00000 sec, reader_cost: 0.53779 sec, ips: 64.00000 instance/sec.\n",
            {"done": 101, "missing": {"total"}, "epochs": 25, "observations": 2, "elapsed": 100.0},
        ),
    ),
)  # fmt: skip
