"""Mozilla DeepSpeech and Coqui STT."""

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Unit

FORMAT = Format(
    name="DeepSpeech",
    source="https://github.com/mozilla/DeepSpeech/blob/master/training/deepspeech_training/train.py",
    notes="0-based epochs; steps and the clock begin again with every epoch, validation and each data set; no length is printed.",
    needles=(b"| Elapsed Time: ",),
    records=(
        rb"Epoch (?P<epoch>\d++) \| {1,4}Training \| Elapsed Time: (?P<elapsed_clock>(?:\d++ days?, )?\d++:\d\d:\d\d) \| Steps: (?P<batch>\d++) \|",
    ),
    pauses=((PauseKind.EVALUATION, rb"\| Validation \| Elapsed Time: 0:00:00 \| Steps: 0 \|"),),
    unit=Unit.STEP,
    epoch_first=0,
    elapsed_scope="epoch",
    certainty=0.95,
    examples=(
        Example(
            "I STARTING Optimization\nEpoch 0 |   Training | Elapsed Time: 0:01:10 | Steps: 100 | Loss: 80.123456\n"
            "Epoch 0 |   Training | Elapsed Time: 0:02:20 | Steps: 200 | Loss: 70.123456\n"
            "Epoch 0 |   Training | Elapsed Time: 0:03:30 | Steps: 300 | Loss: 60.123456\n",
            {"done": 300, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 140.0},
        ),
        Example(
            "Epoch 0 |   Training | Elapsed Time: 0:00:10 | Steps: 10 | Loss: 80.1\nEpoch 0 |   Training | Elapsed Time: 0:00:11 | Steps: 11 | Loss: 80.1\n"
            "Epoch 0 |   Training | Elapsed Time: 0:00:12 | Steps: 12 | Loss: 80.1\nEpoch 0 | Validation | Elapsed Time: 0:00:03 | Steps: 4 | Loss: 60.1\n"
            "Epoch 1 |   Training | Elapsed Time: 0:00:06 | Steps: 6 | Loss: 50.1\n",
            {"done": 18, "missing": {"total"}, "observations": 4},
        ),
    ),
)
