"""PySlowFast's json_stats."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table

_ETA = rb"(?:[^\n}]{0,80}?\"eta\": \"(?P<eta_clock>(?:\d++ days?, )?+[\d:]++)\")?"


def _shape(table: Table) -> Table:
    """Count iterations where they are logged, else epochs: their ``dt`` is that of one iteration and no use then."""
    rows = table.rows(table.kind == 0)
    return rows if len(rows) else table.with_columns(time=np.full(len(table), np.nan))


FORMAT = Format(
    name="PySlowFast",
    source="https://github.com/facebookresearch/SlowFast/blob/main/slowfast/utils/meters.py",
    notes=(
        "`train_iter` rows: epoch and iteration from 1, `dt` the last iteration's time, data loading (`dt_data`) included; "
        "`eta` is the run's. `train_epoch` rows close an epoch; `val_` and `test_` rows are evaluation."
    ),
    needles=(b'"_type": "train_',),
    records=(
        rb"\"_type\": \"train_iter\w{0,8}\", (?:\"(?!dt\")\w++\": [^,\n]{1,40}, ){0,4}\"dt\": (?P<time_s>[\d.]++), (?:\"dt_data\": (?P<data_s>[\d.]++), )?[^\n}]{0,80}?"
        rb"\"epoch\": \"(?P<epoch>\d++)/(?P<epochs>\d++)\"" + _ETA + rb"[^\n}]{0,120}?\"iter\": \"(?P<batch>\d++)/(?P<batches>\d++)\"",
        rb"\"_type\": \"train_epoch\w{0,8}\", [^\n}]{0,200}?\"epoch\": \"(?P<epoch>\d++)/(?P<epochs>\d++)\"" + _ETA,
    ),
    time_span="step",
    certainty=0.95,
    shape=_shape,
    examples=(
        Example(
            '[07/15 10:00:00][INFO] logging.py: 96: json_stats: {"_type": "train_iter", "dt": 0.5, "dt_data": 0.1, "dt_net": 0.4, "epoch": "1/196", "eta": "2:43:15", "gpu_mem": "7.6G", "iter": "10/100", "loss": 5.9, "lr": 0.01}\n'
            '[07/15 10:00:05][INFO] logging.py: 96: json_stats: {"_type": "train_iter", "dt": 0.5, "dt_data": 0.1, "dt_net": 0.4, "epoch": "1/196", "eta": "2:43:10", "gpu_mem": "7.6G", "iter": "20/100", "loss": 5.9, "lr": 0.01}\n'
            '[07/15 10:00:06][INFO] logging.py: 96: json_stats: {"_type": "val_iter", "epoch": "1/196", "eta": "0:00:10", "gpu_mem": "7.6G", "iter": "10/40", "time_diff": 0.2}\n',
            {"done": 20, "total": 19600, "unit": "step", "epochs": 196, "observations": 2, "elapsed": 5.0},
        ),
        Example(
            '[07/15 10:00:00][INFO] logging.py: 96: json_stats: {"_type": "train_epoch", "dt": 0.71309, "dt_data": 0.71309, "dt_net": 0.46700, "epoch": "101/300", "eta": "2:21:53", "loss": 5.9}\n'
            '[07/15 10:01:00][INFO] logging.py: 96: json_stats: {"_type": "train_epoch", "dt": 0.71309, "dt_data": 0.71309, "dt_net": 0.46700, "epoch": "102/300", "eta": "2:20:53", "loss": 5.9}\n',
            {"done": 102, "total": 300, "unit": "epoch", "observations": 2, "elapsed": 60.0},
        ),
    ),
)  # fmt: skip
