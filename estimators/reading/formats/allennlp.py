"""AllenNLP's trainer (its bars are tqdm)."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

FORMAT = Format(
    name="AllenNLP",
    source="https://github.com/allenai/allennlp/blob/main/allennlp/training/gradient_descent_trainer.py",
    notes="`Epoch 0/9` is printed when the first of ten epochs begins. The remaining time is the tool's own, of the run; patience may end it.",
    needles=(b"allennlp.training",),
    records=(rb"allennlp\.training\.[\w.]{1,60} - Epoch (?P<epoch>\d++)/(?P<epochs>\d++)\b",),
    headers=(rb"Estimated training time remaining: (?P<eta_clock>(?:\d++ days?, )?\d++:\d\d:\d\d)",),
    unit=Unit.EPOCH,
    epoch_first=0,
    epoch_done=False,
    epochs_is_last=True,
    certainty=0.95,
    examples=(
        Example(
            "2020-01-01 10:00:00,000 - INFO - allennlp.training.trainer - Epoch 0/9\n"
            "2020-01-01 10:05:00,000 - INFO - allennlp.training.trainer - Epoch duration: 0:05:00.000123\n"
            "2020-01-01 10:05:00,000 - INFO - allennlp.training.trainer - Estimated training time remaining: 0:45:00\n"
            "2020-01-01 10:05:00,000 - INFO - allennlp.training.trainer - Epoch 1/9\n"
            "2020-01-01 10:10:00,000 - INFO - allennlp.training.trainer - Epoch 2/9\n",
            {"done": 2, "total": 10, "unit": "epoch", "observations": 3, "elapsed": 600.0},
        ),
    ),
)
