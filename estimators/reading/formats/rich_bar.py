"""Bars of rich.progress, as many trainers and downloaders draw them."""

from __future__ import annotations

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_BAR = rb"(?:\xe2\x94[\x80-\x8f]|\xe2\x95[\xb8-\xbb]){4,200} {1,4}"
_CLOCK = rb"\d{1,4}:\d\d:\d\d"


def pace_of_the_bar(table: Table) -> Table:
    """Where only percent and remaining time are drawn: the pace that the bar itself goes by."""
    if "elapsed" in table or "percent" not in table or table.has("step"):
        return table
    left = 100.0 - table["percent"]
    pace = np.divide(table["eta"], left, out=np.full(len(table), np.nan), where=left > 0)
    return table.with_columns(time=pace)


FORMAT = Format(
    name="rich progress",
    source="https://rich.readthedocs.io/en/stable/progress.html",
    notes=(
        "percent, or done/total, then the elapsed time where the column is shown, then the remaining time, which rich "
        "takes from the last 30 s. A bar that shows only percent and remaining time has no other clock."
    ),
    needles=("━".encode(),),
    records=(
        _BAR
        + rb"(?:\d{1,3}% {1,2})?(?P<step>\d[\d,]*+)/(?P<total>\d[\d,]*+) {1,2}(?P<elapsed_clock>"
        + _CLOCK
        + rb")(?: {0,2}[<\xe2\x80\xa2]{1,3} {0,2}(?P<eta_clock>"
        + _CLOCK
        + rb"))?",
        _BAR + rb"(?P<percent>\d{1,3})% {1,2}(?P<eta_clock>" + _CLOCK + rb")",
    ),
    unit=Unit.STEP,
    certainty=0.6,
    shape=pace_of_the_bar,
    examples=(
        Example(
            "Training ━━━━━━━━━━━━━━━━━━━━╺━━━━━━━━━━━━━━━━━━━  20% 0:08:00\n",
            {"done": 20, "total": 100, "unit": "percent", "step_time": 6.0, "observations": 1},
        ),
        Example(
            "Fitting ━━━━━━━━━━━━━━━━━━━━━━╺━━━━━━━ 400/1000 0:04:00 < 0:06:00\n"
            "Fitting ━━━━━━━━━━━━━━━━━━━━━━━━━╺━━━━ 500/1000 0:05:00 < 0:05:00\n",
            {"done": 500, "total": 1000, "elapsed": 60.0, "observations": 2},
        ),
    ),
)
