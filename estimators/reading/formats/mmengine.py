"""mmengine: mmdetection 3, mmsegmentation 1, mmpretrain, mmpose 1 and others."""

from estimators.reading.format import Example, Format
from estimators.reading.shaping import epochs_and_iterations
from estimators.run import PauseKind, Unit

_TAIL = (
    rb"(?:[^\n]{0,400}?\beta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?[^\n]{0,80}?  time: (?P<time_s>[\d.]++)"
    rb"(?:  data_time: (?P<data_s>[\d.]++))?"
)

FORMAT = Format(
    name="mmengine",
    source="https://github.com/open-mmlab/mmengine/blob/main/mmengine/runner/log_processor.py",
    notes=(
        "`Epoch(train)  [e][ k/n]` counts the batches of an epoch from 1, `Iter(train) [ k/n]` those of the run. `time` is "
        "the mean of a window and holds `data_time`. `eta` is the run's, without validation; `(val)` and `(test)` rows "
        "have one of their own. Stamps have month and day but no year."
    ),
    needles=(b"(train)",),
    records=(
        rb"\bEpoch\(train\) {1,4}\[ {0,6}(?P<epoch>\d++)(?:/(?P<epochs>\d++))?\]\[ {0,8}(?P<batch>\d++)/ {0,4}(?P<batches>\d++)\]" + _TAIL,
        rb"\bIter\(train\) {1,4}\[ {0,8}(?P<step>\d++)/ {0,4}(?P<total>\d++)\]" + _TAIL,
    ),
    settings=(
        rb"\bmax_epochs ?= ?(?P<epochs>\d++)",
        rb"\bmax_iters ?= ?(?P<total>\d++)",
        rb"\bby_epoch=True, max_epochs=(?P<epochs>\d++)",
    ),
    pauses=(
        (PauseKind.CHECKPOINT, rb"\bSaving checkpoint at "),
        (PauseKind.EVALUATION, rb"\b(?:Epoch|Iter)\(val\) {1,4}\[\d++\]\[ {0,8}\d++/\d++\] {1,4}[a-zA-Z]++/"),
    ),
    unit=Unit.ITERATION,
    certainty=0.95,
    shape=epochs_and_iterations,
    examples=(
        Example(
            "train_cfg = dict(max_epochs=10, type='EpochBasedTrainLoop', val_interval=1)\n"
            "09/15 08:10:00 - mmengine - INFO - Epoch(train)  [1][ 50/500]  lr: 6.2500e-04  eta: 0:16:30  time: 0.2000  data_time: 0.0038  memory: 1232  loss: 0.8\n"
            "09/15 08:10:10 - mmengine - INFO - Epoch(train)  [1][100/500]  lr: 6.2500e-04  eta: 0:16:20  time: 0.2000  data_time: 0.0038  memory: 1232  loss: 0.8\n"
            "09/15 08:11:40 - mmengine - INFO - Epoch(val)  [1][ 50/120]    eta: 0:00:03  time: 0.0500  data_time: 0.0038  memory: 1232\n",
            {"done": 100, "total": 5000, "unit": "step", "epochs": 10, "observations": 2, "elapsed": 10.0},
        ),
        Example(
            "2024/09/15 08:10:00 - mmengine - INFO - Iter(train) [  100/80000]  base_lr: 1.0000e-02 lr: 1.0000e-02  eta: 11:05:50  time: 0.5000  data_time: 0.0038  memory: 1232  loss: 0.8\n"
            "2024/09/15 08:10:25 - mmengine - INFO - Iter(train) [  150/80000]  base_lr: 1.0000e-02 lr: 1.0000e-02  eta: 11:05:25  time: 0.5000  data_time: 0.0038  memory: 1232  loss: 0.8\n",
            {"done": 150, "total": 80000, "unit": "iteration", "observations": 2, "elapsed": 25.0},
        ),
    ),
)  # fmt: skip
