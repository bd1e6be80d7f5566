"""JoeyNMT."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="JoeyNMT",
    source="https://github.com/joeynmt/joeynmt/blob/main/joeynmt/training.py",
    notes=(
        "`Step` counts updates over the whole run. Lines are stamped; validation stands between them with its duration. "
        "The plan is epochs (or updates) in the configuration; a minimum learning rate may end the run before."
    ),
    needles=(b"Batch Loss:",),
    records=(
        rb"Epoch {1,4}(?P<epoch>\d++),? Step: {1,10}(?P<step>\d++),? Batch Loss: {1,14}[\d.a-z]++,? (?:Batch Acc: {1,14}[\d.]++,? )?"
        rb"Tokens per Sec: {1,10}(?P<tokens_rate>\d++)",
    ),
    settings=(rb"cfg\.training\.updates {1,24}: (?P<total>\d++)",),
    pauses=(
        (
            PauseKind.EVALUATION,
            rb"Validation result (?:\([a-z ]{1,12}\) )?at epoch {1,4}\d++, step {1,9}(?P<step>\d++): [^\n]{0,160}?duration: (?P<interval_s>[\d.]++)s",
        ),
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "2021-10-08 14:50:45,042 - INFO - joeynmt.training - EPOCH 1\n"
            "2021-10-08 14:51:20,000 - INFO - joeynmt.training - Epoch   1, Step:      100, Batch Loss:     5.560523, Tokens per Sec:     4095, Lr: 0.000300\n"
            "2021-10-08 14:51:55,000 - INFO - joeynmt.training - Epoch   1, Step:      200, Batch Loss:     5.336477, Tokens per Sec:     4017, Lr: 0.000300\n"
            "2021-10-08 14:52:30,500 - INFO - joeynmt.training - Epoch   1, Step:      300, Batch Loss:     5.177825, Tokens per Sec:     4089, Lr: 0.000300\n",
            {"done": 300, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 70.5},
        ),
        Example(
            "2020-02-09 13:08:44,834 cfg.training.epochs                : 4\n"
            "2020-02-09 13:09:01,000 Epoch   1 Step:      100 Batch Loss:     4.827715 Tokens per Sec:    13096, Lr: 0.000300\n"
            "2020-02-09 13:09:11,000 Epoch   1 Step:      200 Batch Loss:     4.614224 Tokens per Sec:    20943, Lr: 0.000300\n",
            {"done": 200, "observations": 2, "elapsed": 10.0, "epochs": 4},
        ),
    ),
)
