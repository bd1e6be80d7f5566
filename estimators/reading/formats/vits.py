"""VITS, so-vits-svc, RVC, Bert-VITS2: speech synthesis in VITS's layout."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_EPOCH_ENDS = 1  # the pattern of the line that closes an epoch


def with_ends(table: Table) -> Table:
    """Give the line that closes an epoch its 100 per cent."""
    return table.with_columns(percent=np.where(table.kind == _EPOCH_ENDS, 100.0, table["percent"]))


FORMAT = Format(
    name="VITS",
    source="https://github.com/jaywalnut310/vits/blob/main/train.py",
    notes="Per cent of the epoch, then `====> Epoch` when it is over; stamps are the clock. `epochs` stands in the printed configuration.",
    needles=(b"Train Epoch: ", b"====> Epoch: "),
    records=(rb"Train Epoch: (?P<epoch>\d++) \[(?P<percent>[\d.]++)%\]", rb"====> Epoch: (?P<epoch>\d++)\b"),
    shape=with_ends,
    unit=Unit.EPOCH,
    percent_scope="epoch",
    certainty=0.95,
    examples=(
        Example(
            "2023-01-01 10:00:00,000\tljs\tINFO\t{'train': {'log_interval': 200, 'epochs': 100, 'batch_size': 64}}\n"
            "2023-01-01 10:00:10,000\tljs\tINFO\tTrain Epoch: 1 [0%]\n2023-01-01 10:00:10,001\tljs\tINFO\t[2.1, 3.1, 0.2, 0, 0.0002]\n"
            "2023-01-01 10:01:10,000\tljs\tINFO\tTrain Epoch: 1 [50%]\n2023-01-01 10:01:10,001\tljs\tINFO\t[2.0, 3.0, 0.2, 200, 0.0002]\n"
            "2023-01-01 10:02:10,000\tljs\tINFO\t====> Epoch: 1\n",
            {"done": 1, "total": 100, "unit": "epoch", "observations": 3, "elapsed": 120.0},
        ),
        Example(
            "2023-05-01 10:00:00,000\t44k\tINFO\t====> Epoch: 11, cost 60.10 s\n2023-05-01 10:01:00,000\t44k\tINFO\t====> Epoch: 12, cost 60.00 s\n",
            {"done": 12, "missing": {"total"}, "observations": 2, "elapsed": 60.0},
        ),
    ),
)
