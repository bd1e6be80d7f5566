"""YOLOX."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="YOLOX",
    source="https://github.com/Megvii-BaseDetection/YOLOX/blob/main/yolox/core/trainer.py",
    notes="Epoch and iteration from 1; `iter_time` is a windowed mean and holds `data_time`; `ETA` is the run's, without evaluation.",
    needles=(b"iter_time:",),
    records=(
        rb"\bepoch: (?P<epoch>\d++)/(?P<epochs>\d++), iter: (?P<batch>\d++)/(?P<batches>\d++), [^\n]{0,80}?\biter_time: (?P<time_s>[\d.]++)s, data_time: (?P<data_s>[\d.]++)s"
        rb"(?:[^\n]{0,400}?\bETA: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?",
    ),
    certainty=0.95,
    examples=(
        Example(
            "2024-09-03 20:17:50.000 | INFO     | yolox.core.trainer:after_iter:246 - epoch: 1/300, iter: 10/47, mem: 1491Mb, iter_time: 0.500s, data_time: 0.002s, total_loss: 12.1, lr: 1.0e-04, size: 640, ETA: 1:57:25\n"
            "2024-09-03 20:17:55.000 | INFO     | yolox.core.trainer:after_iter:246 - epoch: 1/300, iter: 20/47, mem: 1491Mb, iter_time: 0.500s, data_time: 0.002s, total_loss: 11.1, lr: 1.0e-04, size: 640, ETA: 1:57:20\n",
            {"done": 20, "total": 14100, "unit": "step", "epochs": 300, "observations": 2, "elapsed": 5.0},
        ),
    ),
)  # fmt: skip
