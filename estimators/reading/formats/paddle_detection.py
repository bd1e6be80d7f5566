"""PaddleDetection."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="PaddleDetection",
    source="https://github.com/PaddlePaddle/PaddleDetection/blob/develop/ppdet/engine/callbacks.py",
    notes=(
        "Epoch and batch count from 0; `eta` is the run's; `batch_cost` is a windowed mean and holds `data_cost`. The number "
        "of epochs stands in the configuration (`epoch: 12`); else it follows from `eta`."
    ),
    needles=(b"batch_cost:",),
    records=(
        rb"\bEpoch: \[(?P<epoch>\d++)\] \[ {0,8}(?P<batch>\d++)/(?P<batches>\d++)\] [^\n]{0,1200}?\beta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++) "
        rb"batch_cost: (?P<time_s>[\d.]++)(?: data_cost: (?P<data_s>[\d.]++))?",
    ),
    settings=(rb"(?m)^epoch: (?P<epochs>\d++)",),
    epoch_first=0,
    batch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "[05/12 10:00:00] ppdet.engine INFO: Epoch: [0] [  0/250] learning_rate: 0.000400 loss: 3.265 eta: 0:25:00 batch_cost: 0.5000 data_cost: 0.0003 ips: 16.0000 images/s\n"
            "[05/12 10:00:10] ppdet.engine INFO: Epoch: [0] [ 20/250] learning_rate: 0.000400 loss: 3.165 eta: 0:24:50 batch_cost: 0.5000 data_cost: 0.0003 ips: 16.0000 images/s\n",
            {"done": 21, "total": 3000, "unit": "step", "observations": 2, "elapsed": 10.0},
        ),
    ),
)  # fmt: skip
