"""MetricLogger: torchvision references, DETR, DeiT, MAE, DINO, RF-DETR and many more."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.shaping import from_remaining
from estimators.reading.table import Table
from estimators.run import PauseKind

_EPOCH = rb"\bEpoch: ?\[(?P<epoch>\d++)(?:/(?P<epochs>\d++))?\]"

_TEST = rb"\b(?:Test|Val|Eval|val|test|eval): ?(?:Epoch: ?\[\d++\] ?)?Total time: (?P<interval_clock>(?:\d++ days?, )?+[\d:]++)"


def _shape(table: Table) -> Table:
    """Say how long the run had been going at each row, from the epochs' clocks and the evaluations between them.

    ``time`` is a mean of the last steps; the total time of a finished epoch corrects its rows, and the remaining
    time, which goes by the epoch's own mean, those of a running one. Without rows the epochs count.
    """
    rows, totals, tests = (table.rows(table.kind == kind) for kind in range(3))
    if not len(rows):
        return totals.with_columns(time=totals["interval"], interval=np.full(len(totals), np.nan))
    batch = rows["batch"]
    begins = (np.diff(rows["epoch"], prepend=np.nan) != 0) | (np.diff(batch, prepend=-1) < 0)
    first, which = np.flatnonzero(begins), np.cumsum(begins) - 1
    spent = np.nan_to_num(rows["time"]) * np.where(begins, batch + 1, np.diff(batch, prepend=-1))
    sums = np.cumsum(spent)
    inside = sums - (sums - spent)[first][which]
    took = inside[np.append(first[1:], len(rows)) - 1]
    whole = took.copy()
    at = np.searchsorted(rows.offset, totals.offset) - 1
    whole[which[at[at >= 0]]] = totals["interval"][at >= 0]
    told = np.where(which == which[-1], from_remaining(rows), np.nan)
    running = np.where(np.isnan(told), inside * (whole / np.maximum(took, 1e-9))[which], told)
    before = np.concatenate([[0.0], np.cumsum(whole)[:-1]])[which]
    tested = np.concatenate([[0.0], np.cumsum(tests["interval"])])[np.searchsorted(tests.offset, rows.offset)]
    elapsed = np.maximum.accumulate(before + tested + running)
    return rows.with_columns(elapsed=elapsed, interval=np.full(len(rows), np.nan))


FORMAT = Format(
    name="MetricLogger",
    source="https://github.com/pytorch/vision/blob/main/references/detection/utils.py",
    notes=(
        "Epoch and batch count from 0. `eta` is of the epoch: its mean x batches left. `time` is the mean of the last 20 "
        "batches, `data` is part of it. The number of epochs stands in the arguments, in forks in the bracket. "
        "`Total time` tells what an epoch took; `Test:` rows are evaluation."
    ),
    needles=(b"Epoch: [", b"Epoch:["),
    records=(
        _EPOCH + rb" {1,4}\[ {0,8}(?P<batch>\d++)/(?P<batches>\d++)\] {1,4}eta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++) "
        rb"(?:[^\n]{0,2500}? time: (?P<time_s>[\d.]++))?(?: {1,4}data: (?P<data_s>[\d.]++))?",
        _EPOCH + rb" Total time: (?P<interval_clock>(?:\d++ days?, )?+[\d:]++)",
        _TEST,
    ),
    pauses=((PauseKind.EVALUATION, _TEST),),
    epoch_first=0,
    batch_first=0,
    elapsed_scope="text",
    eta_scope="epoch",
    certainty=0.94,
    shape=_shape,
    examples=(
        Example(
            "Namespace(batch_size=2, epochs=26, lr=0.02)\nStart training\n"
            "Epoch: [0]  [  0/400]  eta: 0:06:40  lr: 0.000100  loss: 7.6190 (7.6190)  time: 1.0000  data: 0.4000  max mem: 7211\n"
            "Epoch: [0]  [100/400]  eta: 0:02:30  lr: 0.000100  loss: 5.6190 (6.6190)  time: 0.5000  data: 0.0100  max mem: 7211\n"
            "Epoch: [0]  [399/400]  eta: 0:00:00  lr: 0.000100  loss: 4.6190 (5.6190)  time: 0.5000  data: 0.0100  max mem: 7211\n"
            "Epoch: [0] Total time: 0:03:20 (0.5000 s / it)\nTest:  [  0/100]  eta: 0:00:12  loss: 4.2701 (4.2701)  time: 0.1200  data: 0.1\n"
            "Test: Total time: 0:00:12 (0.1200 s / it)\n"
            "Epoch: [1]  [  0/400]  eta: 0:06:40  lr: 0.000100  loss: 4.6190 (4.6190)  time: 1.0000  data: 0.4000  max mem: 7211\n",
            {"done": 401, "total": 10400, "unit": "step", "epochs": 26, "observations": 4},
        ),
        Example(
            "Epoch: [36/100]  [ 810/1562]  eta: 0:06:22  loss: 4.562334 (4.554666)  time: 0.502868  data: 0.000180  max mem: 11000\n",
            {"done": 57043, "total": 156200, "epochs": 100, "step_time": 0.502868},
        ),
        Example(
            "Epoch: [3] Total time: 0:03:20 (0.5000 s / it)\nTest: Total time: 0:00:12 (0.1200 s / it)\n",
            {"done": 4, "missing": {"total"}, "unit": "epoch", "step_time": 200.0},
        ),
    ),
)  # fmt: skip
