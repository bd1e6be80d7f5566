"""NVIDIA's Tacotron 2 and its forks."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="Tacotron 2",
    source="https://github.com/NVIDIA/tacotron2/blob/master/train.py",
    notes="0-based iteration over all epochs with its own seconds; `Epoch: k` lines begin an epoch. The number of epochs is in hparams.",
    needles=(b"Train loss ",),
    records=(rb"Train loss (?P<step>\d++) [\d.a-z]++ Grad Norm [\d.a-z]++ (?P<time_s>[\d.]++)s/it",),
    headers=(rb"(?m)^Epoch: (?P<epoch>\d++)$",),
    pauses=((PauseKind.EVALUATION, rb"Validation loss (?P<step>\d++): "),),
    unit=Unit.ITERATION,
    step_first=0,
    epoch_first=0,
    time_span="step",
    certainty=0.95,
    examples=(
        Example(
            "Epoch: 0\nTrain loss 0 44.101212 Grad Norm 12.101010 6.10s/it\nTrain loss 1 34.101212 Grad Norm 10.101010 2.30s/it\n"
            "Train loss 2 24.101212 Grad Norm 8.101010 2.20s/it\nValidation loss 2: 22.101010\n",
            {"done": 3, "missing": {"total"}, "unit": "iteration", "observations": 3, "elapsed": 4.5},
        ),
        Example(
            "Train loss 1200 0.401212 Grad Norm 1.101010 2.25s/it\n",
            {"done": 1201, "step_time": 2.25, "observations": 1},
        ),
    ),
)
