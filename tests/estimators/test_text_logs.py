"""What single lines of a language-model or speech log cannot show: stages, stops, ranks, lengths, words beside."""

from __future__ import annotations

import numpy as np
import pytest

from estimators import Impossible, read
from estimators.reading.session import split


def megatron(steps: range, total: int, seconds: float) -> str:
    return "".join(
        f" iteration {k:8d}/{total:8d} | consumed samples: {k * 16:12d} | elapsed time per iteration (ms): {seconds * 1000:.1f} |\n"
        for k in steps
    )


def test_a_stage_without_a_total_does_not_inherit_the_total_of_the_stage_before() -> None:
    base = "".join(
        f"step {k:05d}/21400 (0.10%) | loss: 3.1 | lrm: 1.00 | dt: 480.00ms | tok/sec: 9 |\n" for k in range(5)
    )
    middle = "".join(
        f"step {k:05d} ({k / 7.70:.2f}%) | loss: 1.1 | lrm: 1.00 | dt: 460.00ms | tok/sec: 9 |\n" for k in range(200)
    )
    run = read(base + middle).run
    assert run is not None
    assert run.done == 200
    assert run.total == pytest.approx(770, abs=5)


def test_a_wall_clock_cap_that_ended_the_run_ends_it() -> None:
    lines = "".join(
        f"step:{k}/20000 train_loss:3.0 train_time:{k * 44}ms step_avg:44.00ms\n" for k in range(100, 600, 100)
    )
    reading = read(lines + "stopping_early: wallclock_cap train_time:22044ms step:501/20000\n")
    assert isinstance(reading.problem, Impossible)
    assert reading.problem.id == "finished"


def test_two_ranks_that_print_the_same_steps_are_one_run() -> None:
    lines = "".join(
        f"2022-10-01 12:00:{k:02d},{rank}00 INFO [train.py:812] ({rank}/2) Epoch 1, batch {k * 50}, loss[a=1], tot_loss[a=1]\n"
        for k in range(40)
        for rank in range(2)
    )
    seen = read(lines).run
    assert seen is not None
    assert len(seen.observations) == 40
    assert seen.observations.elapsed[-1] == pytest.approx(39.0)


@pytest.mark.parametrize(("ranks", "skew"), [(8, 1.5), (16, 3.0), (64, 2.0)])
def test_ranks_that_overtake_each_other_are_one_run(ranks: int, skew: float) -> None:
    printed = sorted((k + (7 * rank + 3 * k) % 10 / 10 * skew, rank, k) for rank in range(ranks) for k in range(1, 121))
    lines = "".join(
        f"2022-10-01 12:{int(t) // 60:02d}:{t % 60:06.3f} INFO [train.py:812] ({rank}/{ranks}) Epoch 1, batch {k}, loss[a=1], tot_loss[a=1]\n"
        for t, rank, k in printed
    )
    run = read(lines).run
    assert run is not None
    assert len(run.sessions) == 1
    assert run.observations.elapsed[-1] / 119 == pytest.approx(1.0, rel=0.03)


@pytest.mark.parametrize(
    ("steps", "sessions"),
    [
        ([10, 20, 30, 10, 20, 30, 40], 2),
        ([1, 1, 2, 2, 3, 3, 1, 1, 2, 2, 3, 3, 4, 4], 2),
        ([100, 101, 102, 103, 102, 104, 105], 1),
        ([1, 2, 1, 3, 2, 4, 3, 5, 4], 1),
        ([1, 2, 3, 4, 1], 2),
    ],
)
def test_a_restart_walks_again_over_what_was_printed(steps: list[int], sessions: int) -> None:
    assert len(split(np.array(steps, float))) == sessions


def test_epochs_become_a_total_only_when_their_length_is_known() -> None:
    def log(steps: int) -> str:
        return "2020-02-09 13:00:00 cfg.training.epochs : 50\n" + "".join(
            f"2020-02-09 {13 + k // 3600}:{k // 60 % 60:02d}:{k % 60:02d} Epoch {1 + (k * 100 - 1) // 730:3d} Step: {k * 100:8d}"
            f" Batch Loss: 4.8 Tokens per Sec: 13096, Lr: 0.000300\n"
            for k in range(1, steps // 100 + 1)
        )

    early, late = read(log(1500)), read(log(20000))
    assert early.missing == {"total"}
    assert late.run is not None
    assert late.run.total == pytest.approx(36500, rel=0.003)


def test_micro_batches_are_no_steps_where_the_accumulation_is_not_known() -> None:
    lines = "Beginning of Epoch 1/16, Total Micro Batches 460\n" + "".join(
        f"[2023-04-18 01:47:{k:02d},590] [INFO] [logging.py:96:log_dist] [Rank 0] step={k}, skipped=0, lr=[9e-06], mom=[(1, 1)]\n"
        for k in range(1, 50)
    )
    assert read(lines).missing == {"total"}
    run = read("gradient_accumulation_steps: 4\n" + lines).run
    assert run is not None
    assert run.total == 16 * 115


@pytest.mark.parametrize("words", ["total 6000", "المجموع 6000"])
def test_a_total_in_words_beside_a_log_counts_and_words_of_the_log_do_not(words: str) -> None:
    line = "[2026-06-25 19:33:47] step 000100 | loss 3.1 | lrm 1.0 | dt_ms 900.0\n"
    assert read(line + "[2026-06-25 19:33:48] total 9000 tokens packed\n").missing == {"total"}
    run = read(line + words).run
    assert run is not None
    assert run.total == 6000


def test_a_resumed_log_counts_only_what_is_done_since() -> None:
    run = read(megatron(range(10, 510, 10), 1000, 0.8) + megatron(range(410, 510, 10), 1000, 1.6)).run
    assert run is not None
    assert len(run.sessions) == 2
    span = run.observations.elapsed[-1] / (run.observations.step[-1] - run.observations.step[0])
    assert span == pytest.approx(1.6)
