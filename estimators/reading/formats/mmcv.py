"""mmcv 1.x runners: mmdetection 2, mmsegmentation 0.x, mmaction, mmpose and others."""

from estimators.reading.format import Example, Format
from estimators.reading.shaping import epochs_and_iterations
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="mmcv",
    source="https://github.com/open-mmlab/mmcv/blob/v1.7.1/mmcv/runner/hooks/logger/text.py",
    notes=(
        "`Epoch [e][k/n]` counts the batches of an epoch from 1, `Iter [k/n]` those of the run. `time` is the mean of the "
        "log interval and holds `data_time`. `eta` is the run's, without validation. The number of epochs stands only "
        "in `max: 12 epochs` or in the configuration."
    ),
    needles=(b"Epoch [", b"Iter ["),
    records=(
        rb"\bEpoch ?\[(?P<epoch>\d++)\]\[ {0,8}(?P<batch>\d++)/(?P<batches>\d++)\][\t ]++lr\w{0,24}: [^\n]{0,120}?(?:eta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++), )?time: (?P<time_s>[\d.]++)(?:, data_time: (?P<data_s>[\d.]++))?",
        rb"\bIter ?\[ {0,8}(?P<step>\d++)/(?P<total>\d++)\][\t ]++lr\w{0,24}: [^\n]{0,120}?(?:eta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++), )?time: (?P<time_s>[\d.]++)(?:, data_time: (?P<data_s>[\d.]++))?",
    ),
    settings=(
        rb"workflow: \[[^\n]{0,120}?\], max: (?P<epochs>\d++) epochs",
        rb"workflow: \[[^\n]{0,120}?\], max: (?P<total>\d++) iters",
        rb"\btotal_epochs ?= ?(?P<epochs>\d++)",
        rb"\btype='EpochBasedRunner', max_epochs=(?P<epochs>\d++)",
        rb"\btype='IterBasedRunner', max_iters=(?P<total>\d++)",
    ),
    pauses=(
        (PauseKind.CHECKPOINT, rb"\bSaving checkpoint at "),
        (PauseKind.EVALUATION, rb"\b(?:Epoch|Iter) ?\(val\) \["),
    ),
    unit=Unit.ITERATION,
    certainty=0.95,
    shape=epochs_and_iterations,
    examples=(
        Example(
            "2024-03-04 10:00:00,000 - mmdet - INFO - workflow: [('train', 1)], max: 12 epochs\n"
            "2024-03-04 10:00:20,000 - mmdet - INFO - Epoch [1][50/400]\tlr: 2.473e-04, eta: 0:31:40, time: 0.400, data_time: 0.055, memory: 4584, loss: 1.7266\n"
            "2024-03-04 10:00:40,000 - mmdet - INFO - Epoch [1][100/400]\tlr: 4.970e-04, eta: 0:31:20, time: 0.400, data_time: 0.009, memory: 4584, loss: 0.5966\n",
            {"done": 100, "total": 4800, "unit": "step", "epochs": 12, "observations": 2, "elapsed": 20.0},
        ),
        Example(
            "2024-03-04 10:00:20,000 - mmseg - INFO - Iter [50/40000]\tlr: 9.799e-03, eta: 5:32:55, time: 0.500, data_time: 0.070, memory: 10797, loss: 0.5914\n"
            "2024-03-04 10:00:20,000 - mmseg - INFO - Iter [50/40000]\tlr: 9.799e-03, eta: 5:32:55, time: 0.500, data_time: 0.070, memory: 10797, loss: 0.5914\n"
            "2024-03-04 10:00:45,000 - mmseg - INFO - Iter [100/40000]\tlr: 9.799e-03, eta: 5:32:30, time: 0.500, data_time: 0.070, memory: 10797, loss: 0.5914\n",
            {"done": 100, "total": 40000, "unit": "iteration", "observations": 2},
        ),
    ),
)  # fmt: skip
