"""Any log with a batch counter inside an epoch counter, on one line or on two."""

from estimators.reading.format import Example, Format
from estimators.run import Unit

_EPOCH = rb"(?i)(?<![\w./])epochs?[\"']?[ :=#(\[]{0,3}(?P<epoch>\d++)(?: ?(?:/|of) ?(?P<epochs>\d++))?[\])]?"
_BATCH = (
    rb"(?:(?:batch(?:es)?|step|iter(?:ation)?)[\"']?[ :=#(\[]{0,3}|\[|\() {0,6}(?P<batch>\d++)"
    rb"(?: ?(?:/|of) ?(?P<batches>\d++)|(?=[\]) ,:|]))"
)
_ALONE = (
    rb"(?i)(?<![\w./])(?:batch|step|iter(?:ation)?)[\"']?[ :=#(\[]{0,3} {0,6}(?P<batch>\d++) ?(?:/|of) ?(?P<batches>\d++)"
)
_TIME = (
    rb".{0,120}?\b(?:(?:batch|step|iter)?[_ ]?time|dt|took)[\"']?[:= (]{1,4}"
    rb"(?:(?P<time_ms>[\d.]++) ?ms\b|(?P<time_s>\d[\d.]*+)(?![\d:.]) ?s?)"
)

FORMAT = Format(
    name="epoch and batch lines",
    source="https://docs.python.org/3/howto/logging.html",
    notes=(
        "Two counters, the inner one begins again with every epoch; they may stand on one line or the epoch on a line "
        "of its own before its batches. Times come from stamps, or from a time per batch."
    ),
    needles=(b"poch", b"POCH"),
    records=(_EPOCH + rb"[^\w\n]{1,6}" + _BATCH + _TIME, _EPOCH + rb"[^\w\n]{0,6}" + _BATCH, _ALONE + _TIME, _ALONE),
    headers=(rb"(?im)(?<![\w./])" + _EPOCH[len(rb"(?i)(?<![\w./])") :] + rb"(?![^\n]{0,6}\[)",),
    epoch_first=None,
    unit=Unit.STEP,
    certainty=0.35,
    least=2,
    examples=(
        Example(
            "2026-03-01 10:00:00 - INFO - Epoch 1/5\n2026-03-01 10:00:10 - INFO -   Batch 10/20 | loss 3.1\n"
            "2026-03-01 10:00:20 - INFO -   Batch 20/20 | loss 2.9\n2026-03-01 10:00:23 - INFO - Epoch 2/5\n"
            "2026-03-01 10:00:33 - INFO -   Batch 10/20 | loss 2.7\n",
            {"done": 30, "total": 100, "elapsed": 23.0, "observations": 3},
        ),
        Example(
            "Epoch [1/3], Step [50/100], Loss: 0.5, time: 0.20s\nEpoch [1/3], Step [100/100], Loss: 0.4, time: 0.20s\n"
            "Epoch [2/3], Step [50/100], Loss: 0.3, time: 0.20s\n",
            {"done": 150, "total": 300, "elapsed": 20.0, "observations": 3},
        ),
    ),
)
