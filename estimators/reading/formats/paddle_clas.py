"""PaddleClas."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="PaddleClas",
    source="https://github.com/PaddlePaddle/PaddleClas/blob/develop/ppcls/engine/train/utils.py",
    notes="Epoch from 1, iteration from 0 and per epoch; `batch_cost` is a mean; `eta` is the run's. `[Eval]` rows are evaluation.",
    needles=(b"[Train][Epoch ",),
    records=(
        rb"\[Train\]\[Epoch (?P<epoch>\d++)/(?P<epochs>\d++)\]\[Iter: ?(?P<batch>\d++)/(?P<batches>\d++)\][^\n]{0,600}?\bbatch_cost: (?P<time_s>[\d.]++)s"
        rb"(?:, reader_cost: (?P<data_s>[\d.]++))?(?:[^\n]{0,120}?\beta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?",
    ),
    epoch_first=1,
    batch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "[2024/01/01 10:00:00] ppcls INFO: [Train][Epoch 1/120][Iter: 0/500]lr(LinearWarmup): 0.1, top1: 0.0, loss: 6.9, batch_cost: 1.00000s, reader_cost: 0.5, ips: 95.8 samples/s, eta: 16:40:00\n"
            "[2024/01/01 10:00:05] ppcls INFO: [Train][Epoch 1/120][Iter: 10/500]lr(LinearWarmup): 0.1, top1: 0.0, loss: 6.8, batch_cost: 0.50000s, reader_cost: 0.1, ips: 195.8 samples/s, eta: 8:19:00\n",
            {"done": 11, "total": 60000, "unit": "step", "epochs": 120, "observations": 2, "elapsed": 5.0},
        ),
    ),
)  # fmt: skip
