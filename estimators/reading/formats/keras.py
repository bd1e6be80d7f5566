"""Keras 1 to 3 and tf.keras: bars, verbose=2, backspaces."""

from math import isfinite, nan

import numpy as np

from estimators.reading.anchors import LOOSE, at_line_starts
from estimators.reading.format import Example, Format
from estimators.reading.shaping import without_repeats
from estimators.reading.table import Table
from estimators.run import Array

_OF = LOOSE + rb"(?P<batch>\d++)/(?P<batches>\d++|Unknown|None)"
_TIME = rb"(?P<time_clock>[\d.]++[mu\xc2\xb5]{0,2}+s)/(?:step|sample|epoch)"
_CLOCK = rb"(?:\d++(?::\d\d){1,2}+|\d++s)"


def _shape(table: Table) -> Table:
    """Keep the training rows, and say how long each had been running in its epoch."""
    table = _only_training(table)
    batch, batches, shown = table["batch"], table["batches"], table["interval"]
    over = np.isnan(batch) | (batch == batches) | np.isnan(batches)
    by_step = table["time"] * batch
    left = batches - batch
    eta = np.where(over, np.nan, np.where(np.isnan(table["eta"]), shown, table["eta"]))
    digit = np.select([table["time"] < 1e-3, table["time"] < 1], [1e-6, 1e-3], 1.0)
    lows, highs = _bounds(table["time"], digit, eta, left)
    counted = np.maximum(batch - _without_first((lows + highs) / 2, table["epoch"]), 0)
    running = _running(table["epoch"], counted, lows, highs, np.where(digit < 1, table["time"], np.nan))
    finer = (digit / table["time"] * shown < 1) & (np.abs(by_step - shown) <= 0.6)
    ended = np.where(finer | ((shown == 0) & np.isfinite(by_step)), by_step, shown)
    elapsed = np.where(over & np.isfinite(ended), ended, running)
    elapsed = _warmed(elapsed, running, batch, batches, table["epoch"])
    time = np.where(np.isnan(table["time"]) & (eta >= 10), (eta + 0.5) / np.maximum(left, 1), table["time"])
    return table.with_columns(elapsed=elapsed, interval=np.full(len(table), np.nan), eta=eta, time=time)


def _bounds(time: Array, digit: Array, eta: Array, left: Array) -> tuple[Array, Array]:
    """Return the least and the greatest mean seconds per batch of the epoch that a row's rounded prints allow.

    It is within half a digit of the printed time, and remaining / batches left with the remaining time cut to seconds.
    """
    by_eta = np.divide(eta, left, out=np.full(len(eta), np.nan), where=left > 0)
    return np.fmax(time - digit / 2, by_eta), np.fmin(time + digit / 2, by_eta + 1 / np.maximum(left, 1))


def _running(epoch: Array, counted: Array, lows: Array, highs: Array, told: Array) -> Array:
    """Return seconds since each epoch began: within its bounds, a row goes on from the one before at the usual pace."""
    found, slope = [], nan
    now, first, last = nan, (nan, nan), (nan, nan)
    rows = (column.tolist() for column in (epoch, counted, lows * counted, highs * counted, told * counted))
    for which, at, low, high, said in zip(*rows, strict=True):
        if which != now:
            now, first, last = which, (nan, nan), (nan, nan)
        if last[0] > first[0]:
            slope = (last[1] - first[1]) / (last[0] - first[0])
        ahead = last[1] + slope * (at - last[0])
        guess = next((value for value in (said, ahead, slope * at, (low + high) / 2) if isfinite(value)), nan)
        seconds = min(max(guess, low), high) if low <= high else guess
        found.append(seconds)
        if isfinite(low) and isfinite(seconds):
            first, last = (first if isfinite(first[0]) else (at, seconds)), (at, seconds)
    return np.array(found)


def _without_first(mean: Array, epoch: Array) -> Array:
    """Return 1 for rows whose mean leaves out the epoch's first batch (newer versions), 0 where it is in it.

    It is in it where a slow first batch shows: the mean falls by a third until the middle of the epoch.
    """
    begins = np.flatnonzero(np.diff(epoch, prepend=np.nan) != 0)
    middles = (begins + np.append(begins[1:], len(epoch)) - 1) // 2
    of = np.searchsorted(begins, np.arange(len(epoch)), side="right") - 1
    return np.where((mean[begins] > 1.5 * mean[middles])[of], 0.0, 1.0)


def _warmed(elapsed: Array, running: Array, batch: Array, batches: Array, epoch: Array) -> Array:
    """Take the slow first batch of the run out of the end of its first epoch: it lies before the first record.

    What finished epochs hold beside their batches is validation; the first one's excess over the others is warm-up.
    """
    ends = np.flatnonzero((batch == batches) & np.isfinite(elapsed - running))
    if len(ends) < 2 or ends[0] == 0 or epoch[ends[0]] != epoch[0]:
        return elapsed
    beside = (elapsed - running)[ends]
    excess = beside[0] - np.median(beside[1:])
    return np.where(np.arange(len(elapsed)) == ends[0], elapsed - max(excess, 0.0), elapsed)


def _only_training(table: Table) -> Table:
    """Drop the bars of evaluate() and predict(): they have no epoch, another length, or come after the last batch."""
    if np.isfinite(table["epoch"]).any():
        table = table.rows(np.isfinite(table["epoch"]))
        epoch, batches = table["epoch"], np.nan_to_num(table["batches"], nan=-1.0)
        begins = np.flatnonzero(np.diff(epoch, prepend=np.nan) != 0)
        of = np.searchsorted(begins, np.arange(len(table)), side="right") - 1
        ended = (table["batch"] == batches) & (table["interval"] > 0)
        before = np.cumsum(ended) - ended
        table = table.rows((batches == batches[begins][of]) & (before == before[begins][of]))
        return without_repeats(table, "epoch", "batch")
    shown = np.isnan(table["eta"]) | (np.arange(len(table)) == len(table) - 1)
    table = table.rows(shown | (table["batch"] != table["batches"]))
    batch = np.nan_to_num(table["batch"])
    return table.with_columns(epoch=1.0 + np.cumsum(np.diff(batch, prepend=-1.0) <= 0).astype(float))


FORMAT = Format(
    name="Keras",
    source="https://github.com/keras-team/keras/blob/master/keras/src/utils/progbar.py",
    notes=(
        "A bar counts the batches of one epoch; `Epoch k/N` stands before it. Rows of a running bar show the remaining "
        "time of the epoch (`ETA:` or, in Keras 3, the bare duration); the finished bar shows the epoch's seconds, "
        "validation included, and seconds per step. With verbose=2 there is one line an epoch."
    ),
    needles=(b"Epoch ", b"] - ", b"ms/step", b"s/step", b"s/epoch", b"s - loss"),
    records=(
        _OF + rb" \[[=>.]++\] ?- (?:ETA: (?P<eta_clock>" + _CLOCK + rb")|(?P<interval_clock>" + _CLOCK + rb")(?: " + _TIME + rb")?)",
        _OF + rb" (?:\xe2[\x94\x95].|[=>.\-]){5,90}? (?P<interval_clock>" + _CLOCK + rb") " + _TIME,
        _OF + rb" - (?P<interval_clock>" + _CLOCK + rb") - (?:" + _TIME
        + rb"|(?=[a-z_0-9]{1,60}: )(?:[^\n]{0,600}?s/epoch - (?P<time_ms>\d++)ms/step)?)",
        LOOSE + rb"(?P<batch>\d++)/(?P<batches>Unknown) (?:- )?(?P<interval_clock>" + _CLOCK + rb") " + _TIME,
        rb"(?m)^ ?-? ?(?P<interval_clock>\d++s)(?: " + _TIME + rb")? - (?=[a-z_0-9]{1,60}: [\d.]|loss)",
    ),
    headers=(rb"\bEpoch (?P<epoch>\d++)/(?P<epochs>\d++)[ \t]*+(?=\n|\Z)",),
    elapsed_scope="epoch",
    eta_scope="epoch",
    time_span="epoch",
    certainty=0.92,
    shape=_shape,
    derive=at_line_starts,
    examples=(
        Example(
            "Epoch 1/20\n250/250 [==============================] - ETA: 0s - loss: 0.5110\n"
            "250/250 [==============================] - 30s 120ms/step - loss: 0.5110 - val_loss: 0.6129\n"
            "Epoch 2/20\n250/250 [==============================] - ETA: 0s - loss: 0.4109\n"
            "250/250 [==============================] - 25s 100ms/step - loss: 0.4109 - val_loss: 0.6118\n"
            "Epoch 3/20\n 50/250 [=====>........................] - ETA: 20s - loss: 0.3871\n",
            {"done": 550, "total": 5000, "unit": "step", "epochs": 20, "observations": 3, "elapsed": 30.0225},
        ),
        Example(
            "Epoch 4/10\n\n 40/100 ━━━━━━━━━━━━━━━━━━━━ 30s 500ms/step - loss: 1.25\n",
            {"done": 340, "total": 1000, "epochs": 10, "step_time": 0.5},
        ),
        Example(
            "Train on 800 samples, validate on 200 samples\nEpoch 1/50\n - 12s - loss: 0.1274 - acc: 0.9583 - val_loss: 0.2\n"
            "Epoch 2/50\n - 10s - loss: 0.1174 - acc: 0.9683 - val_loss: 0.2\n",
            {"done": 2, "total": 50, "unit": "epoch", "elapsed": 10.0},
        ),
        Example(
            "Epoch 1/5\n60/60 - 6s - 100ms/step - loss: 2.0110\nEpoch 2/5\n60/60 - 3s - 50ms/step - loss: 1.5110\n",
            {"done": 120, "total": 300, "unit": "step", "elapsed": 3.0},
        ),
    ),
)  # fmt: skip
