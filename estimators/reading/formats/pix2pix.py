"""pix2pix and CycleGAN in PyTorch."""

import re
from dataclasses import replace

import numpy as np

from estimators.reading.format import Example, Format
from estimators.reading.table import Table
from estimators.run import Settings

_OPTION = re.compile(rb"\b(n_epochs|n_epochs_decay|niter|niter_decay): (\d++)")


def _derive(fmt: Format, text: bytes) -> Format:
    """Add up the epochs at the first learning rate and those of its decay, which are two options."""
    options = {m[1]: float(m[2]) for m in _OPTION.finditer(text)}
    epochs = sum(options.values()) if len(options) == 2 else None

    def plan(said: Settings) -> Settings:
        return replace(said, epochs=epochs)

    return replace(fmt, plan=plan)


def _shape(table: Table) -> Table:
    """Count finished epochs where their end is told, else images; the time of a row is that of one batch per image."""
    ends = table.rows(table.kind == 1)
    if len(ends):
        return ends.with_columns(batches=np.full(len(ends), np.nan))
    images = table["samples_total"]
    return table.with_columns(batches=images, samples_total=np.full(len(table), np.nan))


FORMAT = Format(
    name="pix2pix / CycleGAN",
    source="https://github.com/junyanz/pytorch-CycleGAN-and-pix2pix/blob/master/train.py",
    notes=(
        "`iters` are images of the epoch, `time` seconds per image of the last batch. `End of epoch e / E  Time Taken` tells "
        "finished epochs; loss_log.txt lacks these lines. E = n_epochs + n_epochs_decay. One file may hold several sessions."
    ),
    needles=(b"(epoch: ", b"End of epoch "),
    headers=(rb"\bThe number of training images = (?P<samples_total>\d++)",),
    records=(
        rb"\(epoch: (?P<epoch>\d++), iters: (?P<batch>\d++), time: (?P<time_s>[\d.]++)(?:, data: (?P<data_s>[\d.]++))?\)",
        rb"\bEnd of epoch (?P<epoch>\d++) / (?P<epochs>\d++)[ \t]++Time Taken: (?P<time_s>[\d.]++) sec",
    ),
    certainty=0.95,
    shape=_shape,
    derive=_derive,
    examples=(
        Example(
            "n_epochs: 100\nn_epochs_decay: 100\nThe number of training images = 400\n"
            "(epoch: 1, iters: 100, time: 0.500, data: 0.100) D_A: 0.194 G_A: 0.4\n(epoch: 1, iters: 200, time: 0.500, data: 0.100) D_A: 0.194 G_A: 0.4\n",
            {"done": 200, "total": 80000, "epochs": 200, "observations": 2, "elapsed": 50.0},
        ),
        Example(
            "(epoch: 1, iters: 100, time: 0.500, data: 0.100) D_A: 0.194 G_A: 0.4\nEnd of epoch 1 / 200 \t Time Taken: 210 sec\n"
            "(epoch: 2, iters: 100, time: 0.500, data: 0.100) D_A: 0.194 G_A: 0.4\nEnd of epoch 2 / 200 \t Time Taken: 200 sec\n",
            {"done": 2, "total": 200, "unit": "epoch", "observations": 2, "elapsed": 200.0},
        ),
    ),
)  # fmt: skip
