"""XLM and UnsupervisedMT."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="XLM",
    source="https://github.com/facebookresearch/XLM/blob/main/xlm/trainer.py",
    notes="Iterations of the epoch; the clock before them is elapsed time of the process, evaluation included. Epochs from 0.",
    needles=(b" sent/s - ",),
    records=(
        rb" - (?P<elapsed_clock>(?:\d++ days?, )?\d++:\d\d:\d\d) - {1,8}(?P<batch>\d++) - {1,8}[\d.]++ sent/s - ",
    ),
    headers=(rb"= Starting epoch (?P<epoch>\d++) \.\.\.",),
    unit=Unit.STEP,
    epoch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "INFO - 01/01/20 10:00:00 - 0:00:50 - ============ Starting epoch 0 ... ============\n"
            "INFO - 01/01/20 10:00:10 - 0:01:00 -       5 -  350.11 sent/s -  10000.10 words/s - MLM-en:  7.1010 - model LR = 1.0000e-04\n"
            "INFO - 01/01/20 10:00:20 - 0:01:10 -      10 -  350.11 sent/s -  10000.10 words/s - MLM-en:  7.0010 - model LR = 1.0000e-04\n"
            "INFO - 01/01/20 10:00:30 - 0:01:20 -      15 -  350.11 sent/s -  10000.10 words/s - MLM-en:  6.9010 - model LR = 1.0000e-04\n",
            {"done": 15, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 20.0},
        ),
    ),
)
