"""PaddleOCR."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="PaddleOCR",
    source="https://github.com/PaddlePaddle/PaddleOCR/blob/main/tools/program.py",
    notes=(
        "`global_step` (older: `iter`) counts over the run; the epoch is from 1. Total = epochs x the iterations that `train "
        "dataloader has N iters` tells. `avg_batch_cost` holds `avg_reader_cost`; `eta` is the run's."
    ),
    needles=(b"global_step:", b"avg_batch_cost:", b"avg_reader_cost:"),
    records=(
        rb"\bepoch: ?\[(?P<epoch>\d++)/(?P<epochs>\d++)\], (?:global_step|iter): ?(?P<step>\d++), [^\n]{0,900}?\bavg_reader_cost: (?P<data_s>[\d.]++) s, "
        rb"avg_batch_cost: (?P<time_s>[\d.]++) s(?:[^\n]{0,120}?\beta: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++))?",
        rb"\bepoch: ?\[(?P<epoch>\d++)/(?P<epochs>\d++)\], iter: ?(?P<step>\d++), [^\n]{0,900}?\breader_cost: (?P<data_s>[\d.]++) s, "
        rb"batch_cost: (?P<time_s>[\d.]++) s",
    ),
    settings=(rb"\btrain dataloader has (?P<steps_per_epoch>\d++) iters",),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "[2024/08/08 05:25:00] ppocr INFO: train dataloader has 40 iters\n"
            "[2024/08/08 05:25:10] ppocr INFO: epoch: [1/20], global_step: 10, lr: 0.001, loss: 3.1, avg_reader_cost: 0.5000 s, avg_batch_cost: 1.0000 s, avg_samples: 8.0, ips: 8.0 samples/s, eta: 0:13:10\n"
            "[2024/08/08 05:25:20] ppocr INFO: epoch: [1/20], global_step: 20, lr: 0.001, loss: 3.0, avg_reader_cost: 0.5000 s, avg_batch_cost: 1.0000 s, avg_samples: 8.0, ips: 8.0 samples/s, eta: 0:13:00\n",
            {"done": 20, "total": 800, "unit": "iteration", "observations": 2, "elapsed": 10.0},
        ),
    ),
)  # fmt: skip
