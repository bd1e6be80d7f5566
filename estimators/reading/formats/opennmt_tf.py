"""OpenNMT-tf 2."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="OpenNMT-tf",
    source="https://github.com/OpenNMT/OpenNMT-tf/blob/master/opennmt/training.py",
    notes="Steps done with the rate of the last interval; the stamp in front holds evaluation and checkpoints. No total in the line.",
    needles=(b"; steps/s = ",),
    records=(rb"Step = (?P<step>\d++) ; steps/s = (?P<rate>[\d.]++), ",),
    pauses=(
        (PauseKind.EVALUATION, rb"Running evaluation for step (?P<step>\d++)"),
        (PauseKind.CHECKPOINT, rb"Saved checkpoint "),
    ),
    unit=Unit.STEP,
    certainty=0.95,
    examples=(
        Example(
            "max_step: 10000\n2021-03-01 10:00:00.000000: I training.py:176] Step = 100 ; steps/s = 2.00, source words/s = 20012, target words/s = 22012 ; Learning rate = 0.000012 ; Loss = 9.1\n"
            "2021-03-01 10:00:50.000000: I training.py:176] Step = 200 ; steps/s = 2.00, source words/s = 20112, target words/s = 22112 ; Learning rate = 0.000025 ; Loss = 8.1\n",
            {"done": 200, "unit": "step", "observations": 2, "elapsed": 50.0},
        ),
        Example(
            "INFO:tensorflow:Step = 300 ; steps/s = 0.80, source words/s = 9012, target words/s = 9112 ; Learning rate = 0.000037 ; Loss = 7.6\n",
            {"done": 300, "missing": {"total"}, "step_time": 1.25, "observations": 1},
        ),
    ),
)
