"""MXNet's Speedometer and GluonCV's scripts."""

import re
from dataclasses import replace
from functools import partial
from math import ceil

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Array

_SPEED = rb"Speed: (?P<samples_rate>[\d.]++) ?samples?/s"
_ARGUMENT = re.compile(rb"\b(batch_size|num_gpus|gpus|num_examples)=(?:'([\d,]*+)'|(\d{1,15})(?!\d))")
_IMAGENET = 1281167  # the number of training images that train_imagenet.py holds as a constant


def _arguments(text: bytes) -> dict[bytes, float]:
    """Return what ``Namespace(...)`` says; ``gpus='0,1'`` are two."""
    start = text.find(b"Namespace(")
    line = text[start : start + 4000].partition(b"\n")[0] if start >= 0 else b""
    found = {m[1]: float(m[3]) if m[3] else float(len(m[2].split(b","))) for m in _ARGUMENT.finditer(line)}
    if b"datasets/imagenet" in line and b"rec_train" in line:
        found.setdefault(b"num_examples", float(_IMAGENET))
    return found


def _derive(fmt: Format, text: bytes) -> Format:
    """Give the shape the batch size over all devices and the length of an epoch, as far as the arguments tell them."""
    said = _arguments(text)
    size = said.get(b"batch_size")
    if size and b"num_gpus" in said:
        size *= max(said[b"num_gpus"], 1)
    examples = said.get(b"num_examples")
    length = float(ceil(examples / size)) if size and examples else None
    return replace(fmt, shape=partial(_shape, size=size, length=length))


def _shape(table: Table, size: float | None = None, length: float | None = None) -> Table:
    """Count batches where the length of an epoch is known or no epoch is over, else epochs."""
    epochs, batches = table.rows(table.kind >= _COSTS), table.rows(table.kind < _COSTS)
    printed = batches["batches"][np.isfinite(batches["batches"])]
    length = float(printed[-1]) if len(printed) else length
    if not len(batches) or (length is None and len(epochs)):
        return epochs.with_columns(time=epochs["interval"], interval=np.full(len(epochs), np.nan))
    if length is not None and length <= np.fmax.reduce(batches["batch"]):
        length = None
    first = np.diff(batches["epoch"], prepend=np.nan) != 0
    work = np.where(first, batches["batch"] + 1, np.diff(batches["batch"], prepend=-1)) / batches["samples_rate"]
    size = _calibrated(batches, epochs, np.maximum(work, 0), size)
    columns = {"batches": np.full(len(batches), length or np.nan), "interval": np.full(len(batches), np.nan)}
    if size is not None:
        columns["time"] = size / batches["samples_rate"]
        columns["elapsed"] = _elapsed(batches, epochs, np.maximum(work, 0) * size, first)
    return batches.with_columns(**columns)


def _calibrated(batches: Table, epochs: Table, work: Array, size: float | None) -> float | None:
    """Return the batch size: the stated one, or what the time of a finished epoch and its speeds imply."""
    for epoch, took in zip(epochs["epoch"], epochs["interval"], strict=True):
        inside = float(work[batches["epoch"] == epoch].sum())
        if size is None and inside > 0 and took > 0:
            return float(took) / inside
    return size


def _elapsed(batches: Table, epochs: Table, spent: Array, first: np.ndarray) -> Array:
    """Return seconds since the first epoch of the text: whole epochs as printed, the running one by its speeds."""
    starts = np.flatnonzero(first)
    sums = np.cumsum(spent)
    which = np.cumsum(first) - 1
    inside = sums - (sums - spent)[starts][which]
    whole = inside[np.append(starts[1:], len(spent)) - 1].copy()
    at = np.searchsorted(batches.offset, epochs.offset) - 1
    good = (at >= 0) & np.isfinite(epochs["interval"])
    whole[which[at[good]]] = np.maximum(epochs["interval"][good], 0)
    before = np.concatenate([[0.0], np.cumsum(whole)[:-1]])[which]
    return np.maximum.accumulate(before + inside)


_COSTS = 2
FORMAT = Format(
    name="MXNet / GluonCV",
    source="https://github.com/apache/mxnet/blob/master/python/mxnet/callback.py",
    notes=(
        "Epoch and batch count from 0. `Speed` is samples per second since the last such line: seconds = batches x batch "
        "size / speed. The length of an epoch is printed by few scripts; where it is unknown, whole epochs are counted "
        "by their `Time cost`, `Training cost` or `time`. The number of epochs stands in the arguments."
    ),
    needles=(b"Epoch[", b"[Epoch "),
    records=(
        rb"\bEpoch ?\[(?P<epoch>\d++)\] Batch ?\[(?:\d++-)?(?P<batch>\d++)\](?:/\[(?P<batches>\d++)\])?[\t ,]++(?:[^\n\t]{0,60}\t)?" + _SPEED,
        rb"\[Epoch (?P<epoch>\d++)\] ?\[Batch (?P<batch>\d++)(?:/(?P<batches>\d++))?\],? [^\n]{0,120}?" + _SPEED,
        rb"\bEpoch ?\[(?P<epoch>\d++)\] Time cost=(?P<interval_s>[\d.]++)",
        rb"\[Epoch (?P<epoch>\d++)\] (?:speed: \d++ samples/sec[\t ]++time cost: |Training cost: |time cost: )(?P<interval_s>[\d.]++)",
        rb"\[Epoch (?P<epoch>\d++)\] (?:train|training)[=:][^\n]{0,200}?\btime: (?P<interval_s>[\d.]++)",
    ),
    settings=(rb"\bnum_epochs=(?P<epochs>\d++)",),
    epoch_first=0,
    batch_first=0,
    elapsed_scope="text",
    certainty=0.93,
    shape=_shape,
    derive=_derive,
    examples=(
        Example(
            "Namespace(batch_size=128, num_epochs=30, num_examples=50000, gpus='0')\n"
            "INFO:root:Epoch[0] Batch [50]\tSpeed: 640.00 samples/sec\tTrain-accuracy=0.256875\n"
            "INFO:root:Epoch[0] Batch [100]\tSpeed: 640.00 samples/sec\tTrain-accuracy=0.356875\n"
            "INFO:root:Epoch[0] Batch [150]\tSpeed: 640.00 samples/sec\tTrain-accuracy=0.456875\n",
            {"done": 151, "total": 11730, "unit": "step", "epochs": 30, "observations": 3, "elapsed": 20.0},
        ),
        Example(
            "Namespace(batch_size=64, dataset='voc', epochs=200, gpus='0,1')\nStart training from [Epoch 0]\n"
            "[Epoch 0][Batch 99], LR: 9.59E-05, Speed: 148.642 samples/sec, ObjLoss=429.711, ClassLoss=35.826\n"
            "[Epoch 0] Training cost: 190.000, ObjLoss=177.344, ClassLoss=22.689\n[Epoch 0] Validation:\nmAP=0.1\n"
            "[Epoch 1][Batch 99], LR: 1.93E-04, Speed: 166.373 samples/sec, ObjLoss=224.125, ClassLoss=26.485\n"
            "[Epoch 1] Training cost: 160.000, ObjLoss=95.831, ClassLoss=15.560\n",
            {"done": 2, "total": 200, "unit": "epoch", "observations": 2, "elapsed": 160.0},
        ),
        Example(
            "Epoch[049] Batch [1849]/[2000]\tSpeed: 64.000000 samples/sec\taccuracy=0.1\nEpoch[049] Batch [1899]/[2000]\tSpeed: 64.000000 samples/sec\taccuracy=0.1\n",
            {"done": 99900, "missing": {"total", "pace"}, "unit": "step"},
        ),
        Example(
            "Namespace(batch_size=64, num_epochs=90, num_gpus=2, rec_train='/data/datasets/imagenet/train.rec')\n"
            "INFO:root:Epoch[0] Batch [49]\tSpeed: 640.00 samples/sec\taccuracy=0.1\nINFO:root:Epoch[0] Batch [99]\tSpeed: 640.00 samples/sec\taccuracy=0.1\n",
            {"done": 100, "total": 900900, "unit": "step", "elapsed": 10.0},
        ),
        Example(
            "Epoch[0] Time cost=210.0\nEpoch[1] Batch [49]/[100]\tSpeed: 64.00 samples/sec\taccuracy=0.1\n"
            "Epoch[1] Batch [99]/[100]\tSpeed: 64.00 samples/sec\taccuracy=0.1\nEpoch[1] Time cost=200.0\n"
            "Epoch[2] Batch [49]/[100]\tSpeed: 64.00 samples/sec\taccuracy=0.1\n",
            {"done": 250, "missing": {"total"}, "unit": "step", "observations": 3, "elapsed": 200.0},
        ),
        Example(
            "Namespace(batch_size=128, num_epochs=30, num_examples=1000, gpus='0')\n"
            "INFO:root:Epoch[0] Batch [50]\tSpeed: 640.00 samples/sec\taccuracy=0.25\nINFO:root:Epoch[0] Batch [100]\tSpeed: 640.00 samples/sec\taccuracy=0.35\n",
            {"done": 101, "missing": {"total"}, "unit": "step", "epochs": 30, "elapsed": 10.0},
        ),
    ),
)  # fmt: skip
