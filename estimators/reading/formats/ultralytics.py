"""YOLOv5 to v7 and Ultralytics YOLOv8 to v11: the bars of the console."""

import numpy as np

from estimators.reading.anchors import LOOSE, at_line_starts
from estimators.reading.format import Example, Format
from estimators.reading.shaping import chained
from estimators.reading.table import Table
from estimators.run import PauseKind

_RATE = rb"(?:(?P<rate>[\d.]++)it/s|(?P<time_s>[\d.]++)s/it|\?it/s)"
_CLASSIC = rb": {1,4}\d++%(?:\|[^|\n]{0,120}\|)? {1,6}(?P<batch>\d++)/(?P<batches>\d++) \[(?P<elapsed_clock>[\d:]++)<(?P<eta_clock>[\d:]++|\?), {0,4}" + _RATE
_OWN = rb": {1,4}\d++% (?:\xe2[\x94\x95].)++ {1,4}(?P<batch>\d++)/(?P<batches>\d++) ++" + _RATE + rb" ++(?P<elapsed_clock>[\d.]++s|[\d:]++)"
_EPOCH = LOOSE + rb"(?P<epoch>\d++)/(?P<epochs>\d++) ++[\d.]++(?:[GM]B?)?(?: ++[\w.+-]++){2,14}"
_CHECKS = (rb"\bClass [^\n:]{4,160}", rb"\bclasses [^\n:]{4,160}")


def _shape(table: Table) -> Table:
    """Chain training and validation bars into one clock, and count epochs from 0.

    YOLOv5 prints ``0/299`` to ``299/299``, YOLOv8 and later ``1/300`` to ``300/300``. The header tells them apart
    (``Starting training for 300 epochs``), else epoch 0, else which of the two makes a round number of epochs.
    """
    rows = chained(table)
    rows = rows.rows(rows.kind < 2)
    if not len(rows):
        return rows
    epochs, planned = rows["epochs"], rows["total"]
    said = np.isfinite(planned) & ((planned == epochs) | (planned == epochs + 1))
    from_zero = np.where(said, planned == epochs + 1, (np.min(rows["epoch"]) == 0) | ((epochs + 1) % 10 == 0))
    return rows.with_columns(
        epoch=rows["epoch"] - 1 + from_zero, epochs=epochs + from_zero, total=np.full(len(rows), np.nan)
    )


FORMAT = Format(
    name="Ultralytics YOLO",
    source="https://github.com/ultralytics/ultralytics/blob/main/ultralytics/engine/trainer.py",
    notes=(
        "One bar an epoch over its batches; its remaining time is the epoch's. YOLOv5 counts epochs from 0 (`0/299`), "
        "YOLOv8 and later from 1. The validation bar after each epoch (`Class Images ...`) is no training, but takes "
        "time. Early stopping (patience) can end the run sooner."
    ),
    needles=(b"it/s", b"s/it"),
    records=(_EPOCH + _CLASSIC, _EPOCH + _OWN, *(check + bar for check in _CHECKS for bar in (_CLASSIC, _OWN))),
    headers=(rb"\bStarting training for (?P<total>\d++) epochs",),
    pauses=((PauseKind.EVALUATION, rb"(?m)^ {0,24}all {2,12}\d++ {2,12}\d++ {2,12}[\d.]"),),
    epoch_first=0,
    elapsed_scope="text",
    eta_scope="epoch",
    certainty=0.95,
    shape=_shape,
    derive=at_line_starts,
    examples=(
        Example(
            "Starting training for 30 epochs...\n\n      Epoch    GPU_mem   box_loss   obj_loss   cls_loss  Instances       Size\n"
            "       0/29      8.34G     0.1283    0.01318     0.0972        266        320:  50%|#####     | 10/20 [00:10<00:10,  1.00it/s]\n"
            "       0/29      8.34G     0.1283    0.01318     0.0972        266        320: 100%|##########| 20/20 [00:20<00:00,  1.00it/s]\n"
            "                 Class     Images  Instances          P          R      mAP50   mAP50-95: 100%|##########| 2/2 [00:04<00:00,  2.00s/it]\n"
            "                   all        334        335     0.0438      0.046    0.00538   0.000992\n"
            "       1/29      8.34G     0.1283    0.01318     0.0972        266        320:  50%|#####     | 10/20 [00:10<00:10,  1.00it/s]\n",
            {"done": 30, "total": 600, "unit": "step", "epochs": 30, "observations": 3, "elapsed": 24.0},
        ),
        Example(
            "Starting training for 100 epochs...\n\n      Epoch    GPU_mem   box_loss   cls_loss   dfl_loss  Instances       Size\n"
            "      1/100      2.55G      1.155      2.842      1.287         16        640: 100% ━━━━━━━━━━━━ 72/72 7.2it/s 10.0s\n"
            "                 Class     Images  Instances      Box(P          R      mAP50  mAP50-95): 100% ━━━━━━━━━━━━ 4/4 4.0it/s 1.0s\n"
            "      2/100      2.55G      1.055      2.042      1.187         16        640: 50% ━━━━━━────── 36/72 7.2it/s 5.0s<5.0s\n",
            {"done": 108, "total": 7200, "epochs": 100, "observations": 2, "elapsed": 6.0},
        ),
    ),
)  # fmt: skip
