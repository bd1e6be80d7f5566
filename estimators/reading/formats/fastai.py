"""fastai 1 and 2: the table of epochs."""

from estimators.reading.format import Example, Format

FORMAT = Format(
    name="fastai",
    source="https://github.com/fastai/fastai/blob/main/fastai/learner.py",
    notes=(
        "One row an epoch, from 0, written when it is over; `time` is what the epoch took, validation included. The number of "
        "epochs stands in the call (`fit_one_cycle(5)`)."
    ),
    needles=(b"train_loss",),
    records=(
        rb"(?m)^ {0,4}(?P<epoch>\d++)(?:[ \t|]++(?:-?[\d.]++(?:e[+-]?\d++)?|nan|inf|None|#na#)){1,12}?[ \t|]++(?P<time_clock>(?:\d++:)?\d\d:\d\d)[ \t|]*+(?=\n|\Z)",
    ),
    settings=(rb"\bfit(?:_one_cycle|_flat_cos|_sgdr|_fc)?\((?:n_epoch=)?(?P<epochs>\d++)\b", rb"\bfine_tune\((?:epochs=)?(?P<epochs>\d++)\b"),
    epoch_first=0,
    certainty=0.93,
    examples=(
        Example(
            "learn.fit_one_cycle(10, 3e-3)\nepoch     train_loss  valid_loss  accuracy  time    \n0         0.512345    0.412345    0.891000  00:20     \n"
            "1         0.412345    0.312345    0.901000  00:21     \n2         0.312345    0.212345    0.911000  01:02:03  \n",
            {"done": 3, "total": 10, "unit": "epoch", "observations": 3, "elapsed": 3744.0},
        ),
    ),
)  # fmt: skip
