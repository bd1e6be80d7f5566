"""Pytorch_Retinaface, RFBNet and others with `Epochiter`."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="RetinaFace",
    source="https://github.com/biubug6/Pytorch_Retinaface/blob/master/train.py",
    notes="`Iter: k/n` counts over the run from 1, `Epochiter` within the epoch; `Batchtime` is one iteration, `ETA` the run's.",
    needles=(b"poch",),
    records=(
        rb"\bEpoch: ?(?P<epoch>\d++)(?:/(?P<epochs>\d++))? \|\| [Ee]poch ?iter: ?\d++/\d++ ?\|\| (?:Iter|Totel iter):? ?(?P<step>\d++)/(?P<total>\d++) \|\|"
        rb"(?:[^\n]{0,160}?\bBatch ?time: (?P<time_s>[\d.]++) ?s)?(?:[^\n]{0,60}?\bETA: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?",
        rb"\bEpoch: ?(?P<epoch>\d++) \|\| epochiter: ?\d++/\d++ ?\|\| ?Totel iter (?P<step>\d++) ?\|\|(?:[^\n]{0,160}?\bBatch ?time: (?P<time_s>[\d.]++) ?s)?",
    ),
    unit=Unit.ITERATION,
    time_span="step",
    certainty=0.94,
    examples=(
        Example(
            "Epoch:1/250 || Epochiter: 10/403 || Iter: 10/100750 || Loc: 5.1 Cla: 8.2 Landm: 20.1 || LR: 0.001 || Batchtime: 0.3000 s || ETA: 8:23:42\n"
            "Epoch:1/250 || Epochiter: 11/403 || Iter: 11/100750 || Loc: 5.1 Cla: 8.2 Landm: 20.1 || LR: 0.001 || Batchtime: 0.3000 s || ETA: 8:23:41\n",
            {"done": 11, "total": 100750, "unit": "iteration", "observations": 2, "elapsed": 0.3},
        ),
    ),
)  # fmt: skip
