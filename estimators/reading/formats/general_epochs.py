"""Any log that counts epochs only."""

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_EPOCH = rb"(?i)(?<![\w./])epochs?[\"']?[ :=#(\[]{0,3}(?P<epoch>\d++)(?![.\d])(?: ?(?:/|of) ?(?P<epochs>\d++))?[\])]?"
_TIME = (
    rb".{0,200}?\b(?:(?:epoch|running|run|train(?:ing)?|total)?[_ ]?time|took|duration|time (?:taken|cost|used))[\"']?"
    rb"(?: is| taken| cost| used)?[:= (]{1,4}"
    rb"(?:(?P<interval_clock>\d++:\d\d(?::\d\d)?(?:\.\d++)?)|(?P<interval_ms>[\d.]++) ?ms\b|(?P<interval_min>[\d.]++) ?min"
    rb"|(?P<interval_s>\d++(?:\.\d++)?+) ?s?)"
)


def add_evaluations(table: Table) -> Table:
    """Let the time of a second line of the same epoch (its evaluation) count, that of a second rank's copy not."""
    spent = np.nan_to_num(table["interval"])
    again = np.diff(table["epoch"], prepend=np.nan) == 0
    copy = again & (np.abs(spent - np.roll(spent, 1)) <= 0.2 * np.maximum(spent, np.roll(spent, 1)))
    if "interval" not in table or copy.all():
        return table
    return table.with_columns(elapsed=np.cumsum(np.where(copy, 0.0, spent)))


FORMAT = Format(
    name="epoch lines",
    source="https://docs.python.org/3/howto/logging.html",
    notes=(
        "One line an epoch, when it is over; its time is the epoch's own duration, or comes from the time stamps. "
        "Lines of evaluation are not counted."
    ),
    needles=(b"poch", b"POCH"),
    records=(_EPOCH + _TIME, _EPOCH),
    epoch_first=None,
    unit=Unit.EPOCH,
    elapsed_scope="text",
    certainty=0.3,
    least=2,
    shape=add_evaluations,
    examples=(
        Example(
            "Epoch 1/20 | train loss 0.9 | val loss 1.0 | time: 31.5s\nEpoch 2/20 | train loss 0.8 | val loss 0.9 | time: 30.5s\n",
            {"done": 2, "total": 20, "unit": "epoch", "elapsed": 30.5, "observations": 2},
        ),
        Example(
            "2026-03-01 10:00:00 epoch 1 loss 0.9\n2026-03-01 10:05:00 epoch 2 loss 0.8\n2026-03-01 10:10:00 epoch 3 loss 0.7\n",
            {"done": 3, "missing": {"total"}, "elapsed": 600.0, "observations": 3},
        ),
        Example(
            "Epoch 0 trained with loss: 0.41. The running time is 12.0.\nEpoch 0 evaluated with loss: 0.5. The running time is 1.0.\n"
            "Epoch 1 trained with loss: 0.21. The running time is 12.0.\n",
            {"done": 2, "missing": {"total"}, "elapsed": 13.0, "observations": 2},
        ),
    ),
)
