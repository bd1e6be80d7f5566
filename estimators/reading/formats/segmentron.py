"""Segmentron, CIRKD, Fast-SCNN and others with `Cost Time` and `Estimated Time`."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import PauseKind, Unit

_DURATION = rb"(?:\d++ days?, )?+\d++:[\d:.]++"


def _shape(table: Table) -> Table:
    """Settle what `Iters: k/n` beside an epoch counts: forks print the position in the epoch or in the run.

    Position 0 of an epoch is its last one: the tool prints the remainder of a division.
    """
    batch, batches, epochs = table["batch"], table["batches"], table["epochs"]
    if not table.has("batch"):
        return table
    apart = np.abs(batch / batches - (table["epoch"] - 0.5) / epochs) * epochs
    grows = bool(np.all(np.diff(batch) >= 0)) and bool(np.all(apart <= 1.0))
    if grows and (table["epoch"][-1] > 1 or (epochs[-1] > 1 and batches[-1] % epochs[-1] == 0)):
        return table.with_columns(step=batch, total=batches)
    return table.with_columns(batch=np.where(batch == 0, batches, batch))


FORMAT = Format(
    name="Segmentron",
    source="https://github.com/LikeLy-Journey/SegmenTron/blob/master/tools/train.py",
    notes=(
        "`Cost Time` is the time since the start, `Estimated Time` what the tool takes to remain (validation left out). "
        "`Sample: k` lines of the validation are another counter."
    ),
    needles=(b"Cost Time",),
    records=(
        rb"(?<!\| )\bIters:? ?(?P<step>\d++)/(?P<total>\d++) ?\|\|[^\n]{0,300}?Cost Time: (?P<elapsed_clock>" + _DURATION
        + rb")(?: \|\| Estimated Time: (?P<eta_clock>" + _DURATION + rb"))?",
        rb"\bEpochs?: (?P<epoch>\d++)/(?P<epochs>\d++) \|\|? Iters: (?P<batch>\d++)/(?P<batches>\d++) ?\|\|[^\n]{0,300}?Cost Time: (?P<elapsed_clock>"
        + _DURATION + rb")(?: \|\| Estimated Time: (?P<eta_clock>" + _DURATION + rb"))?",
        rb"\bEpoch-Iter: \[(?P<epoch>\d++)/(?P<epochs>\d++)\]-\[(?P<batch>\d++)/(?P<batches>\d++)\] {1,2}\|\|[^\n]{0,300}?Cost Time: (?P<elapsed_clock>"
        + _DURATION + rb")(?: \|\| Estimated Time: (?P<eta_clock>" + _DURATION + rb"))?",
    ),
    pauses=((PauseKind.EVALUATION, rb"\bStart validation, Total sample: "),),
    unit=Unit.ITERATION,
    shape=_shape,
    certainty=0.95,
    examples=(
        Example(
            "2024-03-04 10:00:20,029 semantic_segmentation INFO: Iters: 10/40000 || Lr: 0.019992 || Loss: 3.2864 || Cost Time: 0:00:20 || Estimated Time: 22:12:53\n"
            "2024-03-04 10:00:40,029 semantic_segmentation INFO: Iters: 20/40000 || Lr: 0.019983 || Loss: 4.9050 || Cost Time: 0:00:40 || Estimated Time: 22:12:40\n"
            "2024-03-04 10:00:50,029 semantic_segmentation INFO: Sample: 20, Validation pixAcc: 80.1, mIoU: 30.2\n",
            {"done": 20, "total": 40000, "unit": "iteration", "observations": 2, "elapsed": 20.0},
        ),
        Example(
            "2024-03-04 10:00:20,029 Segmentron INFO: Epoch: 2/120 || Iters: 10/371 || Lr: 0.0199 || Loss: 3.2864 || Cost Time: 0:06:21 || Estimated Time: 12:12:53\n"
            "2024-03-04 10:00:30,029 Segmentron INFO: Epoch: 2/120 || Iters: 20/371 || Lr: 0.0199 || Loss: 3.2864 || Cost Time: 0:06:31 || Estimated Time: 12:12:43\n",
            {"done": 391, "total": 44520, "unit": "step", "epochs": 120, "elapsed": 10.0},
        ),
        Example(
            "2024-03-04 10:01:40,029 Segmentron INFO: Epoch: 1/4 || Iters: 100/400 || Lr: 0.0199 || Loss: 3.2864 || Cost Time: 0:01:40 || Estimated Time: 0:05:00\n"
            "2024-03-04 10:03:20,029 Segmentron INFO: Epoch: 2/4 || Iters: 200/400 || Lr: 0.0199 || Loss: 3.2864 || Cost Time: 0:03:20 || Estimated Time: 0:03:20\n",
            {"done": 200, "total": 400, "unit": "iteration", "elapsed": 100.0},
        ),
    ),
)  # fmt: skip
