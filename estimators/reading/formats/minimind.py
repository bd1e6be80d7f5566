"""minimind and its forks."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_COARSE = 1200.0  # seconds below which whole minutes say too little of the pace


def paced(table: Table) -> Table:
    """Add seconds per step: what is left of the epoch, in whole minutes rounded down, over the steps left."""
    left = table["batches"] - table["batch"]
    pace = np.divide(table["eta"] + 30.0, left, out=np.full(len(table), np.nan), where=left > 0)
    return table.with_columns(time=np.where(table["eta"] >= _COARSE, pace, np.nan))


FORMAT = Format(
    name="minimind",
    source="https://github.com/jingyaogong/minimind/blob/master/trainer/train_pretrain.py",
    notes=(
        "(step/steps of the epoch), [epoch/epochs]. `epoch_time` counts down: it is the tool's remaining time of the epoch "
        "in whole minutes, never elapsed time; the lines hold no clock."
    ),
    needles=(b"poch_time:", b"poch_Time:"),
    records=(
        rb"Epoch: ?\[(?P<epoch>\d++)/(?P<epochs>\d++)\]\((?P<batch>\d++)/(?P<batches>\d++)\),? [^\n]{0,240}?"
        rb"\bepoch_[tT]ime: ?(?P<eta_min>[\d.]++) ?min",
    ),
    shape=paced,
    unit=Unit.STEP,
    epoch_first=None,
    batch_first=None,
    eta_scope="epoch",
    time_span="session",
    certainty=0.95,
    examples=(
        Example(
            "Epoch:[1/2](19780/39695), loss: 2.4390, logits_loss: 2.4390, aux_loss: 0.0000, lr: 0.00027620, epoch_time: 49.0min\n",
            {"done": 19780, "total": 79390, "unit": "step", "step_time": 2970 / 19915, "observations": 1},
        ),
        Example(
            "Epoch:[2/6](0/1000) loss:8.940 lr:0.000550000000 epoch_Time:3.0min:\nEpoch:[2/6](100/1000) loss:7.940 lr:0.000550000000 epoch_Time:2.0min:\n",
            {"done": 1101, "total": 6000, "missing": {"pace"}},
        ),
    ),
)
