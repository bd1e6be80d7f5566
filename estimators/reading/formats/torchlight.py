"""st-gcn and other users of torchlight."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind

FORMAT = Format(
    name="torchlight",
    source="https://github.com/yysijie/st-gcn/blob/master/processor/processor.py",
    notes=(
        "`Training epoch: k` is printed when epoch k begins, counted from 0: k are done. The stamp is [MM.DD.YY|HH:MM:SS]. "
        "`Eval epoch` rows have the same form. The total is `num_epoch` of the parameters."
    ),
    needles=(b"Training epoch:",),
    records=(rb"\bTraining epoch: (?P<epoch>\d++)",),
    settings=(rb"\bnum_epoch['\"]?: (?P<epochs>\d++)",),
    pauses=((PauseKind.EVALUATION, rb"\bEval epoch: \d++"),),
    epoch_first=0,
    epoch_done=False,
    certainty=0.94,
    examples=(
        Example(
            "[03.24.23|08:00:00] Parameters:\n{'work_dir': './work_dir', 'num_epoch': 50, 'lr_decay': 0.1}\n\n[03.24.23|09:56:31] Training epoch: 0\n"
            "[03.24.23|09:56:33] \tIter 0 Done. | loss: 1.6589 | lr: 0.010000\n[03.24.23|10:06:31] \tmean_loss: 1.1\n"
            "[03.24.23|10:06:31] Training epoch: 1\n[03.24.23|10:16:31] Training epoch: 2\n",
            {"done": 2, "total": 50, "unit": "epoch", "observations": 3, "elapsed": 1200.0},
        ),
    ),
)  # fmt: skip
