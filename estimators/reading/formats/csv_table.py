"""Any CSV that has a column of counters and one of times: TensorBoard and W&B exports, a script's own metrics.csv."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from estimators.reading import columns
from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Unit

_COUNTERS = dict.fromkeys((b"step", b"Step", b"_step", b"global_step", b"train/global_step", b"iteration", b"iter"), "step")
_ELAPSED = dict.fromkeys(
    (b"elapsed", b"elapsed_s", b"elapsed_seconds", b"elapsed_time", b"time_elapsed", b"_runtime", b"Wall time", b"wall_time",
     b"timestamp", b"_timestamp", b"seconds", b"time_s"), "elapsed_s",
)  # fmt: skip
_EPOCHS = {b"epoch": "epoch", b"Epoch": "epoch"}
_PLAN = {b"total_steps": "total", b"max_steps": "total", b"total_epochs": "epochs"}
_DATE = 1e8  # seconds: no run lasts three years, and no clock that counts from 1970 stands before 1973


def _derive(fmt: Format, text: bytes) -> Format:
    steps = columns.fitted(fmt, text, b",", {**_COUNTERS, **_ELAPSED, **_PLAN}, frozenset({"step", "elapsed_s"}))
    if steps is not fmt:
        return steps
    epochs = columns.fitted(fmt, text, b",", {**_EPOCHS, **_ELAPSED, **_PLAN}, frozenset({"epoch", "elapsed_s"}))
    return replace(epochs, epoch_first=0 if columns.first_value(epochs, text, "epoch") == 0 else 1)


def _since_the_first(table: Table) -> Table:
    """Count the seconds of a clock from its first row."""
    elapsed = table["elapsed"]
    known = elapsed[np.isfinite(elapsed)]
    return table.with_columns(elapsed=elapsed - known[0]) if len(known) and known[0] > _DATE else table


FORMAT = Format(
    name="CSV",
    source="https://github.com/tensorflow/tensorboard/blob/master/tensorboard/plugins/scalar/scalars_plugin.py",
    notes=(
        "The first row names the columns; one is a counter (or an epoch, told when it is over), one is seconds since the start "
        "or a clock in seconds since 1970, of which only differences count. Without such a row it is no table to us."
    ),
    needles=(*_ELAPSED,),
    records=(rb"(?m)^(?P<step>[Ss]tep),Wall time,(?=\n)",),
    unit=Unit.STEP,
    step_first=None,
    elapsed_scope="run",
    certainty=0.8,
    least=3,
    shape=_since_the_first,
    derive=_derive,
    examples=(
        Example(
            "Wall time,Step,Value\n1700000000.5,0,4.1\n1700000010.5,100,3.2\n1700000020.5,200,2.9\n1700000030.5,300,2.7\n",
            {"done": 300, "missing": {"total"}, "unit": "step", "observations": 4, "elapsed": 30.0},
        ),
        Example(
            "step,loss,max_steps,elapsed_seconds\n10,4.1,6000,40.0\n20,3.2,6000,80.0\n30,2.9,6000,120.0\n40,2.7,6000,160.0\n",
            {"done": 40, "total": 6000, "unit": "step", "observations": 4, "elapsed": 120.0},
        ),
        Example(
            "epoch,time_elapsed,val_loss\n0,60.0,0.9\n1,120.0,0.7\n2,180.0,0.6\n",
            {"done": 3, "missing": {"total"}, "unit": "epoch", "observations": 3, "elapsed": 120.0},
        ),
    ),
)
