"""Swin Transformer, X-CLIP, SimMIM and others of that main.py."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind

FORMAT = Format(
    name="Swin",
    source="https://github.com/microsoft/Swin-Transformer/blob/main/main.py",
    notes=(
        "`Train: [e/E][b/n]`, both from 0; `eta` is of the epoch; `time` current (mean of the epoch). `EPOCH e training takes` "
        "tells a finished epoch. `Test:` rows are evaluation."
    ),
    needles=(b"Train: [",),
    records=(
        rb"\bTrain: \[(?P<epoch>\d++)/(?P<epochs>\d++)\]\[(?P<batch>\d++)/(?P<batches>\d++)\][\t ]{1,4}eta (?P<eta_clock>(?:\d++ days?, )?+[\d:]++)"
        rb"[^\n]{0,120}?\btime [\d.]++ \((?P<time_s>[\d.]++)\)",
    ),
    pauses=((PauseKind.CHECKPOINT, rb"\.(?:pth|pt) saved !!!"), (PauseKind.EVALUATION, rb"\bTest: \[0/\d++\]")),
    epoch_first=0,
    batch_first=0,
    eta_scope="epoch",
    time_span="epoch",
    certainty=0.95,
    examples=(
        Example(
            "[2024-12-21 22:44:00 swin_tiny] (main.py 311): INFO Train: [0/150][0/924]\teta 0:30:00 lr 0.000000\t wd 0.0500\ttime 2.0000 (2.0000)\tloss 6.9 (6.9)\n"
            "[2024-12-21 22:44:30 swin_tiny] (main.py 311): INFO Train: [0/150][100/924]\teta 0:04:00 lr 0.000000\t wd 0.0500\ttime 0.2900 (0.3000)\tloss 6.9 (6.9)\n"
            "[2024-12-21 22:49:30 swin_tiny] (main.py 350): INFO EPOCH 0 training takes 0:05:00\n",
            {"done": 101, "total": 138600, "unit": "step", "epochs": 150, "observations": 2, "elapsed": 30.0},
        ),
    ),
)  # fmt: skip
