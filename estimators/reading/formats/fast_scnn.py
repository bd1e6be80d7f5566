"""Fast-SCNN in PyTorch and scripts after it."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="Fast-SCNN",
    source="https://github.com/Tramac/Fast-SCNN-pytorch/blob/master/train.py",
    notes=(
        "`Epoch: [e/E] Iter [k/n] || Time: s sec`: epoch from 0, iteration from 1; `Time` is seconds since the start of the run "
        "although it looks like a step's. Lines come every 10 iterations of the run, not of the epoch."
    ),
    needles=(b"] Iter [",),
    records=(
        rb"\bEpoch: \[ {0,4}(?P<epoch>\d++)/ {0,4}(?P<epochs>\d++)\] Iter \[ {0,6}(?P<batch>\d++)/ {0,6}(?P<batches>\d++)\] \|\| Time: (?P<elapsed_s>[\d.]++) sec",
    ),
    epoch_first=0,
    certainty=0.95,
    examples=(
        Example(
            "Epoch: [ 0/200] Iter [  10/1487] || Time: 20.0000 sec || lr: 0.00999 || Loss: 2.1\nEpoch: [ 0/200] Iter [  20/1487] || Time: 40.0000 sec || lr: 0.00999 || Loss: 2.0\n",
            {"done": 20, "total": 297400, "unit": "step", "epochs": 200, "observations": 2, "elapsed": 20.0},
        ),
    ),
)
