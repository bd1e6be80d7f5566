"""flair's sequence taggers and text classifiers."""

from dataclasses import replace

from estimators.reading.format import Example, Format
from estimators.run import PauseKind, Settings, Unit


def without_bound(said: Settings) -> Settings:
    """Forget ``max_epochs`` where annealing with a patience ends the run: it is a bound then and no plan."""
    return said if said.patience is None else replace(said, epochs=None, patience=None)  # of the scheduler: no early stopping


FORMAT = Format(
    name="flair",
    source="https://github.com/flairNLP/flair/blob/master/flair/trainers/plugins/loggers/log_file.py",
    notes=(
        "About ten lines an epoch; the iteration restarts and counts from 0 in old versions, from 1 in newer ones. "
        "`time (sec)` is the epoch's clock. Evaluation and saving follow each epoch. With annealing on a plateau "
        "max_epochs is only an upper bound."
    ),
    needles=(b" - iter ",),
    records=(
        rb"epoch (?P<epoch>\d++) - iter (?P<batch>\d++)/(?P<batches>\d++) - (?:(?:train )?loss|unlabel_loss) [\d.a-z-]++"
        rb"(?:[^\n]{0,80}?- time \(sec\): (?P<elapsed_s>[\d.]++))?",
    ),
    pauses=((PauseKind.EVALUATION, rb"DEV : loss "), (PauseKind.CHECKPOINT, rb"(?m)saving best model$")),
    settings=(rb'- patience: "(?P<patience>\d++)"',),
    plan=without_bound,
    unit=Unit.ITERATION,
    batch_first=None,
    elapsed_scope="epoch",
    certainty=0.95,
    examples=(
        Example(
            '2023-05-02 09:00:00,000  - max_epochs: "10"\n2023-05-02 09:00:00,000  - mini_batch_size: "4"\n'
            "2023-05-02 09:00:20,000 epoch 1 - iter 50/500 - loss 2.71520425 - time (sec): 18.10 - samples/sec: 11.04 - lr: 0.000005 - momentum: 0.000000\n"
            "2023-05-02 09:00:40,000 epoch 1 - iter 100/500 - loss 2.21520425 - time (sec): 38.10 - samples/sec: 10.50 - lr: 0.000010 - momentum: 0.000000\n"
            "2023-05-02 09:01:00,000 epoch 1 - iter 150/500 - loss 1.91520425 - time (sec): 58.10 - samples/sec: 10.33 - lr: 0.000015 - momentum: 0.000000\n",
            {"done": 150, "total": 5000, "unit": "step", "observations": 3, "elapsed": 40.0, "epochs": 10},
        ),
        Example(
            '2019-10-12 00:35:17,729  - patience: "5"\n2019-10-12 00:35:17,729  - max_epochs: "300"\n'
            "2019-10-12 00:35:20,000 epoch 1 - iter 0/123 - loss 54.40238190 - samples/sec: 388.78\n"
            "2019-10-12 00:35:33,000 epoch 1 - iter 12/123 - loss 27.15042650 - samples/sec: 30.72\n"
            "2019-10-12 00:37:46,433 EPOCH 1 done: loss 15.2204 - lr 0.1000\n2019-10-12 00:38:20,452 DEV : loss 9.476343154907227 - score 0.6108\n"
            "2019-10-12 00:38:30,000 epoch 2 - iter 0/123 - loss 9.12180901 - samples/sec: 747.57\n",
            {"done": 124, "missing": {"total"}, "observations": 3, "elapsed": 190.0},
        ),
    ),
)
