"""timm (pytorch-image-models)."""

from estimators.reading.format import Example, Format
from estimators.reading.shaping import from_zero

FORMAT = Format(
    name="timm",
    source="https://github.com/huggingface/pytorch-image-models/blob/main/train.py",
    notes=(
        "`Train: e [b/n (p%)]`: both from 0 (forks: from 1). `Time` is that of the last batch, in brackets the mean of the "
        "epoch. `Scheduled epochs: N` tells the planned number, cooldown included. `Test:` rows are evaluation."
    ),
    needles=(b"Train: ",),
    records=(
        rb"\bTrain: (?P<epoch>\d++) \[ {0,8}(?P<batch>\d++)/(?P<batches>\d++) \( {0,4}\d++%\)\] [^\n]{0,500}?Time: [\d.]++s, {1,6}[\d.]++/s(?: {1,3}\((?P<time_s>[\d.]++)s,)?",
        rb"\bTrain: (?P<epoch>\d++) \[ {0,8}(?P<batch>\d++)/(?P<batches>\d++) \( {0,4}\d++%\)\] (?![^\n]{0,500}Time: )",
    ),
    settings=(rb"\bScheduled epochs: (?P<epochs>\d++)",),
    epoch_first=0,
    batch_first=0,
    time_span="epoch",
    certainty=0.94,
    shape=from_zero,
    examples=(
        Example(
            "Scheduled epochs: 310. LR stepped per epoch.\n"
            "Train: 0 [   0/1000 (  0%)]  Loss: 6.94 (6.94)  Time: 5.000s,  204.31/s  (5.000s,  204.31/s)  LR: 1.000e-06  Data: 3.100 (3.100)\n"
            "Train: 0 [  50/1000 (  5%)]  Loss: 6.92 (6.93)  Time: 0.400s, 2504.31/s  (0.500s, 2004.31/s)  LR: 1.000e-06  Data: 0.010 (0.100)\n"
            "Test: [   0/48]  Time: 3.000 (3.000)  Loss:  6.90 (6.90)\n",
            {"done": 51, "total": 310000, "unit": "step", "epochs": 310, "observations": 2, "elapsed": 20.5},
        ),
    ),
)  # fmt: skip
