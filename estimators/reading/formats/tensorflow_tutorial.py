"""Prints of the TensorFlow 2 tutorials: an epoch's line, then the time it took."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

_LOSS = (
    rb"\bEpoch:? (?P<epoch>\d++)(?:/(?P<epochs>\d++))?,? (?:[Ll]oss|Train [Ll]oss)[^\n]{0,120}\n(?:[^\n]{0,40}\n){0,2}?"
)

FORMAT = Format(
    name="TensorFlow tutorial",
    source="https://github.com/tensorflow/text/blob/master/docs/tutorials/nmt_with_attention.ipynb",
    notes="The epoch is over when its line and the line with its seconds appear; the number of epochs is not printed.",
    needles=(b"Time taken for ", b"Time for epoch ", b"time elapse for current epoch"),
    records=(
        _LOSS + rb"[^\n]{0,80}?Time taken for (?:1|this|one|the) epoch:? (?:is )?(?P<interval_s>[\d.]++) ?s",
        rb"\bTime (?:taken )?for epoch (?P<epoch>\d++):? (?:is )?(?P<interval_s>[\d.]++) ?s",
        rb"\bEpoch: (?P<epoch>\d++), Test set ELBO: [^\n]{0,24}, time elapse for current epoch: (?P<interval_s>[\d.]++)",
    ),
    unit=Unit.EPOCH,
    epoch_first=None,
    examples=(
        Example(
            "Epoch 1 Batch 0 Loss 4.6012 Accuracy 0.0011\nEpoch 1 Batch 50 Loss 4.2210 Accuracy 0.0123\nEpoch 1 Loss 4.1022 Accuracy 0.0200\n"
            "Time taken for 1 epoch: 61.50 secs\n\nEpoch 2 Batch 0 Loss 3.6012 Accuracy 0.0411\nEpoch 2 Loss 3.5022 Accuracy 0.0530\n"
            "Time taken for 1 epoch: 30.25 secs\n\nEpoch 3 Loss 3.1022 Accuracy 0.0830\nTime taken for 1 epoch: 30.50 secs\n\n",
            {"done": 3, "missing": {"total"}, "unit": "epoch", "observations": 3, "elapsed": 60.75},
        ),
        Example(
            "EPOCHS = 50\nTime taken for epoch 1 is 12.5 sec\nTime taken for epoch 2 is 11.5 sec\n",
            {"done": 2, "total": 50, "observations": 2, "elapsed": 11.5},
        ),
    ),
)
