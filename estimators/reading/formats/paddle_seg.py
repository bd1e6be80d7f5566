"""PaddleSeg, PaddleX and others with `[TRAIN] epoch, iter`."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="PaddleSeg",
    source="https://github.com/PaddlePaddle/PaddleSeg/blob/develop/paddleseg/core/train.py",
    notes="`iter` counts over the run from 1; `batch_cost` is the mean of the log interval and holds `reader_cost`; `ETA` is the run's.",
    needles=(b"[TRAIN]",),
    records=(
        rb"\[TRAIN\] epoch: ?(?P<epoch>\d++), iter: ?(?P<step>\d++)/(?P<total>\d++), [^\n]{0,600}?\bbatch_cost: (?P<time_s>[\d.]++)"
        rb"(?:, reader_cost: (?P<data_s>[\d.]++))?(?:[^\n]{0,60}?\bETA (?P<eta_clock>[\d:]++))?",
    ),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "2024-12-01 10:00:00 [INFO]\t[TRAIN] epoch: 1, iter: 10/80000, loss: 1.0, lr: 0.01, batch_cost: 0.2000, reader_cost: 0.01000, ips: 10.0000 samples/sec | ETA 04:26:38\n"
            "2024-12-01 10:00:02 [INFO]\t[TRAIN] epoch: 1, iter: 20/80000, loss: 1.0, lr: 0.01, batch_cost: 0.2000, reader_cost: 0.01000, ips: 10.0000 samples/sec | ETA 04:26:36\n",
            {"done": 20, "total": 80000, "unit": "iteration", "observations": 2, "elapsed": 2.0},
        ),
    ),
)  # fmt: skip
