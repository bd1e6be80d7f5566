"""AFA, MCTformer-like and other weakly supervised segmentation scripts."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="AFA",
    source="https://github.com/rulixiang/afa/blob/master/scripts/dist_train_voc.py",
    notes="`Elasped` (sic) is the time since the start, `ETA` the run's; the total (`max_iters`) stands in the configuration.",
    needles=(b"Elasped:", b"Elapsed:"),
    records=(
        rb"\bIter: (?P<step>\d++)(?:/(?P<total>\d++))?; Ela(?:sp|ps)ed: (?P<elapsed_clock>(?:\d++ days?, )?+[\d:]++)(?:[.]\d++)?; ETA: (?P<eta_clock>(?:\d++ days?, )?+[\d:]++)",
    ),
    settings=(rb"['\"]max_iters['\"]: (?P<total>\d++)",),
    unit=Unit.ITERATION,
    certainty=0.95,
    examples=(
        Example(
            "2024-02-03 10:03:20,000 - dist_train.py - INFO: Iter: 200; Elasped: 0:05:00; ETA: 8:15:00; LR: 1.596e-05; cls_loss: 0.1\n"
            "2024-02-03 10:08:20,000 - dist_train.py - INFO: Iter: 400; Elasped: 0:10:00; ETA: 8:10:00; LR: 1.596e-05; cls_loss: 0.1\n",
            {"done": 400, "total": 20000, "unit": "iteration", "observations": 2, "elapsed": 300.0},
        ),
    ),
)  # fmt: skip
