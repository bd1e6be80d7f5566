"""PointNet and PointNet++ in PyTorch."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import PauseKind


def _shape(table: Table) -> Table:
    """Let the end of the training close the last epoch."""
    epoch = np.where(table.kind == 0, table["epoch"], np.nan)
    last = np.maximum.accumulate(np.nan_to_num(epoch, nan=0.0))
    rows = table.with_columns(epoch=np.where(table.kind == 0, epoch, last + 1), epochs=table["epochs"])
    return rows.rows((table.kind == 0) | (last > 0))


FORMAT = Format(
    name="PointNet",
    source="https://github.com/yanx27/Pointnet_Pointnet2_pytorch/blob/master/train_classification.py",
    notes=(
        "`Epoch k (k/N):` is printed when epoch k begins: k - 1 are done. After a resume the number in front counts from the "
        "session's start, the one in the bracket over the run. `EVALUATION` lines are no counter. Nothing else tells the time "
        "but the stamps."
    ),
    needles=(b"Epoch ",),
    records=(rb"\bEpoch \d++ \((?P<epoch>\d++)/(?P<epochs>\d++)\)(?::| \*)", rb"\bEnd of training\.\.\."),
    pauses=((PauseKind.EVALUATION, rb"-{4} EPOCH \d++ EVALUATION -{4}"), (PauseKind.CHECKPOINT, rb"\bSaving at ")),
    epoch_first=1,
    epoch_done=False,
    certainty=0.95,
    shape=_shape,
    examples=(
        Example(
            "2024-03-26 20:00:00,000 - Model - INFO - Start training...\n2024-03-26 20:00:00,000 - Model - INFO - Epoch 1 (1/200):\n"
            "2024-03-26 20:03:00,000 - Model - INFO - Train Instance Accuracy: 0.571037\n"
            "2024-03-26 20:04:00,000 - Model - INFO - Epoch 2 (2/200):\n2024-03-26 20:08:00,000 - Model - INFO - Epoch 3 (3/200):\n",
            {"done": 2, "total": 200, "unit": "epoch", "observations": 3, "elapsed": 480.0},
        ),
        Example(
            "2024-03-26 20:00:00,000 - Model - INFO - **** Epoch 1 (44/128) ****\n2024-03-26 20:00:00,000 - Model - INFO - Learning rate:0.001000\n"
            "2024-03-26 20:10:00,000 - Model - INFO - ---- EPOCH 044 EVALUATION ----\n2024-03-26 20:12:00,000 - Model - INFO - **** Epoch 2 (45/128) ****\n",
            {"done": 44, "total": 128, "unit": "epoch", "observations": 2, "elapsed": 720.0},
        ),
    ),
)  # fmt: skip
