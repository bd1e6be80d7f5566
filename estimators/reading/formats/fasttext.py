"""fastText's progress line."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit


def paced(table: Table) -> Table:
    """Add seconds per per cent: the tool's remaining time is the elapsed time scaled by what is left."""
    left = 100.0 - table["percent"]
    return table.with_columns(time=np.divide(table["eta"], left, out=np.full(len(table), np.nan), where=left > 0))


FORMAT = Format(
    name="fastText",
    source="https://github.com/facebookresearch/fastText/blob/main/src/fasttext.cc",
    notes=(
        "Per cent of the whole training, redrawn in place. There is no clock; ETA is elapsed time x what is left, in whole "
        "seconds, so it gives the mean pace since the start."
    ),
    needles=(b"words/sec/thread:",),
    records=(
        rb"Progress: {1,4}(?P<percent>[\d.]++)% {1,3}words/sec/thread: {1,10}\d++ {1,3}lr: [^\n]{0,80}?\b(?:ETA|eta): {0,5}"
        rb"(?P<eta_clock>\d++h {0,2}\d{1,2}m(?: {0,2}\d{1,2}s)?)",
    ),
    shape=paced,
    unit=Unit.PERCENT,
    time_span="session",
    certainty=0.95,
    examples=(
        Example(
            "Read 32M words\nNumber of words:  803537\nNumber of labels: 14\n"
            "Progress:  10.0% words/sec/thread:  343550 lr:  0.090000 avg.loss:  1.894877 ETA:   0h 1m30s\n"
            "Progress:  20.0% words/sec/thread:  343550 lr:  0.080000 avg.loss:  1.594877 ETA:   0h 1m20s\n"
            "Progress:  25.0% words/sec/thread:  343550 lr:  0.075000 avg.loss:  1.294877 ETA:   0h 1m15s\n",
            {"done": 25, "total": 100, "unit": "percent", "observations": 3, "elapsed": 15.0},
        ),
        Example(
            "Progress: 50.0%  words/sec/thread: 89664  lr: 0.099841  loss: 1.055581  eta: 15h30m \n",
            {"done": 50, "total": 100, "step_time": 1116.0, "observations": 1},
        ),
    ),
)
