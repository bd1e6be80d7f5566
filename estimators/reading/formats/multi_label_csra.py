"""CSRA (multi-label classification) in PyTorch and Paddle."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table


def _shape(table: Table) -> Table:
    """Turn seconds per batch into seconds per image: the counter is in images, its smallest stride one batch."""
    strides = np.diff(table["batch"])
    strides = strides[strides > 0]
    return table.with_columns(time=table["time"] / np.min(strides)) if len(strides) else table


FORMAT = Format(
    name="CSRA",
    source="https://github.com/Kevinz-code/CSRA/blob/master/main.py",
    notes="`Epoch e[k/n]`: epoch from 1, k of n are images; `batch time` is the mean per batch and holds `data time`.",
    needles=(b"batch time:",),
    records=(rb"\bEpoch (?P<epoch>\d++)\[(?P<batch>\d++)/(?P<batches>\d++)\]: ?loss:[^\n]{0,80}?\bbatch time: ?(?P<time_s>[\d.]++)",),
    epoch_first=1,
    certainty=0.93,
    shape=_shape,
    examples=(
        Example(
            "Epoch 1[16/5000]: loss:0.69178, lr:0.00100, batch time:0.3200, data time:0.0002\nEpoch 1[32/5000]: loss:0.64178, lr:0.00100, batch time:0.3200, data time:0.0002\n",
            {"done": 32, "missing": {"total"}, "observations": 2, "elapsed": 0.32},
        ),
    ),
)
