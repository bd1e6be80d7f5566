"""Texts that a long run once broke something with, each on a line of its own."""

from __future__ import annotations

import pytest

from tests.fuzz.guided import LIMIT_MS, spent_ms
from tests.fuzz.target import execute

CRASHED = (
    "Epoch: [1/5] Iter:[3/9], Time: 1" + "0" * 80,  # a number larger than any run's
    "Epoch 1/9 Segmentron INFO: Epoch: 2/120 || Iters: 20/371 || Cos Time: 0:06:31 || Estimated Time: 12:12:43\n",  # no time passed
    "Training 1e-306% in 8:50",  # a share next to nothing
    "Epoch 0 \u250150/50 5 \u2022 0 0it/s Validation \u25019/2 1807370955161610 \u2022 ",  # a clock of no time
    f"Namespace(batch_size=1 num_examples={'9' * 400}Epoch[",  # an epoch of infinite length
    "Namespace(batch_size=6rec_traindatasets/imagenet:Epoch[0] Batch[9999999999999999]\tSpeed: 6sample/s",  # no counter left
    "epoch:[0/0], global_step:1, avg_reader_cost: 0 s, avg_batch_cost: 0 s "
    "epoch:[1/2], global_step:2, avg_reader_cost: 0 s, avg_batch_cost: 0 s",  # an epoch before the first
    "Epoch 1/2\n0/250 [=]- ETA: 0s\n250/250 [=]- ETA: 0s",  # a bar at its start, counted below nothing
    "s/\n9%||6/9999999999999999 [5<1\n8%||9/8 [5<5",  # a bar whose length is no number of a run
)
SLOW: tuple[str, ...] = ()


@pytest.mark.parametrize("text", CRASHED)
def test_what_once_crashed_is_answered(text: str) -> None:
    execute(text)


@pytest.mark.parametrize("text", SLOW)
def test_what_once_was_slow_is_read_in_time(text: str) -> None:
    assert spent_ms(text) < LIMIT_MS
