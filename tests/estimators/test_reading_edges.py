"""What a log can look like at its edges: clocks of every kind, given totals, bars without a header, broken lines."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from estimators import Impossible, NotALog, Run, Unit, read

RECORD = "iter {}: loss 3.1, time 500.00ms, mfu 2.31%\n"
FAIRSEQ = (
    "2025-10-15 11:33:32 | INFO | train_inner | epoch 001:    100 / 487 loss=4.655, ppl=25.2, wps=31002, ups=2.5, "
    "wpb=3974, bsz=160, num_updates=100, lr=0.0001, gnorm=1.1, train_wall=12, gb_free=20, wall=40\n"
)
KERAS = "Epoch 4/10\n\n 40/100 ━━━━━━━━━━━━━━━━━━━━ 30s 500ms/step - loss: 1.25\n"


def run_of(text: str, total: int | None = None) -> Run:
    found = read(text, total).run
    assert found is not None
    return found


def seconds_of(text: str, total: int | None = None) -> float:
    """Return the seconds between the first record of ``text`` and its last."""
    return float(run_of(text, total).observations.elapsed[-1])


@pytest.mark.parametrize(
    ("stamps", "seconds"),
    [
        (("03/01/2026 11:59:30 AM", "03/01/2026 12:00:30 PM", "03/01/2026 01:00:30 PM"), 3660),
        (("13/01/2026 11:59:30", "13/01/2026 12:00:30"), 60),
        (("01/13/2026 23:59:30", "01/14/2026 00:00:30"), 60),
        (("1700000000.5", "1700000010.0"), 9.5),
        (("1700000000500", "1700000010500"), 10),
        (("Mar  1 23:59:50", "Mar  2 00:00:20"), 30),
        (("12-31 23:59:50", "01-01 00:00:20"), 30),
        (("[23:59:50]", "[00:00:20]"), 30),
    ],
)
def test_stamps_of_every_kind_are_a_clock(stamps: tuple[str, ...], seconds: float) -> None:
    text = "".join(f"{stamp} step {10 * at} loss 2.0\n" for at, stamp in enumerate(stamps, 1))
    assert seconds_of(text, 100) == seconds


def test_a_date_that_does_not_exist_is_no_clock() -> None:
    days = ("2026-02-27", "2026-02-30", "2026-02-28")
    text = "".join(f"{day} 10:00:00 {RECORD.format(10 * at)}" for at, day in enumerate(days, 1))
    run = run_of(text, 6000)
    assert run.done == 30
    assert run.observations.clock == "step-times"
    assert run.observations.elapsed[-1] == 10.0


def test_a_clock_that_stands_still_gives_way_to_the_printed_rate() -> None:
    text = " 10%|#  | 10/100 [00:00<00:01, 90.00it/s]\n 20%|## | 20/100 [00:00<00:01, 90.00it/s]\n"
    assert seconds_of(text) == pytest.approx(10 / 90)


@pytest.mark.parametrize("clock", ["{h}:{m:02}:{s:02}", "{minutes}:{s:02}"])
def test_a_hundred_bars_tell_hours(clock: str) -> None:
    def bar(at: int) -> str:
        spent = 61 * at
        shown = clock.format(h=spent // 3600, m=spent // 60 % 60, s=spent % 60, minutes=spent // 60)
        return f"Progress: {at}%|##| {at}/200 [{shown}<?, 61.00s/it]\n"

    assert seconds_of("".join(map(bar, range(1, 121)))) == 61 * 119


def test_a_hundred_running_bars_tell_seconds() -> None:
    bars = "".join(f"{at}/200 [=>...] - ETA: {200 - at}s - loss: 2.0\n" for at in range(1, 101))
    assert seconds_of(f"Epoch 1/3\n{bars}") == pytest.approx(99, abs=1.5)


def test_a_hundred_clocks_with_parts_of_a_second_are_read() -> None:
    lines = "".join(f"Iteration: {at}, loss 0.9, elapsed: 0:{at:02}.50\n" for at in range(1, 60))
    more = "".join(f"Iteration: {60 + at}, loss 0.9, elapsed: 1:{at:02}.50\n" for at in range(60))
    assert seconds_of(lines + more, 1000) == 118


def test_the_slow_first_batch_is_not_in_the_time_between_the_first_record_and_the_last() -> None:
    """Half a second a batch, ten more for the first, five for every validation: 130 s from 20/100 to the last row."""
    text = (
        "Epoch 1/10\n 20/100 [=>...] - ETA: 40s - loss: 2.5\n 60/100 [=>...] - ETA: 20s - loss: 2.1\n"
        "100/100 [=====] - 65s 500ms/step - loss: 2.0 - val_loss: 2.1\n"
        "Epoch 2/10\n 20/100 [=>...] - ETA: 40s - loss: 1.9\n 60/100 [=>...] - ETA: 20s - loss: 1.8\n"
        "100/100 [=====] - 55s 500ms/step - loss: 1.7 - val_loss: 1.9\n"
        "Epoch 3/10\n 60/100 [=>...] - ETA: 20s - loss: 1.6\n"
    )
    assert run_of(text).done == 260
    assert seconds_of(text) == pytest.approx(130, abs=1.5)


def test_bars_without_a_header_are_epochs_one_after_another() -> None:
    bars = (
        " 20/100 [=>...] - ETA: 40s - loss: 2.5\n 60/100 [=>...] - ETA: 20s - loss: 2.1\n"
        "100/100 [=====] - 50s 500ms/step - loss: 2.0\n 20/100 [=>...] - ETA: 40s - loss: 1.9\n"
    )
    run = run_of(bars)
    assert (run.done, run.total, run.unit) == (120, None, Unit.STEP)
    assert run.observations.elapsed[-1] == pytest.approx(50, abs=1)


@pytest.mark.parametrize(
    ("line", "done", "unit", "pace"),
    [
        (" - 12s - loss: 0.1274 - acc: 0.9583\n", 1, Unit.EPOCH, "12"),
        ("Epoch 2/50\n - 10s - loss: 0.1174 - acc: 0.9683\n", 2, Unit.EPOCH, "10"),
        ("Epoch 2/50\n250/250 - 10s - loss: 0.1174 - acc: 0.9683\n", 500, Unit.STEP, "0.04"),
        ("Epoch 2/50 time: 10s loss 3\n", 2, Unit.EPOCH, "10"),
    ],
)
def test_one_line_of_one_epoch_tells_the_pace(line: str, done: int, unit: Unit, pace: str) -> None:
    run = run_of(line)
    assert (run.done, run.unit, run.pace) == (done, unit, Decimal(pace))


@pytest.mark.parametrize(
    ("text", "total", "unit", "done"),
    [
        (KERAS, 12, Unit.EPOCH, "3.4"),  # more than the log says, less than the batches done: epochs
        (KERAS, 10, Unit.EPOCH, "3.4"),
        (KERAS, 2000, Unit.STEP, "340"),
        ("Epoch 1/10 time: 30s\nEpoch 2/10 time: 30s\n", 1000, Unit.STEP, "200"),  # a hundred steps an epoch
        ("Epoch 1/10 time: 30s\nEpoch 2/10 time: 30s\n", 10, Unit.EPOCH, "2"),
        ("Epoch 1/10 time: 30s\nEpoch 2/10 time: 30s\n", 12, Unit.EPOCH, "2"),
        ("Epoch 1 time: 30s\nEpoch 2 time: 30s\n", 12, Unit.EPOCH, "2"),
    ],
)
def test_the_size_of_a_given_total_says_what_it_counts(text: str, total: int, unit: Unit, done: str) -> None:
    run = run_of(text, total)
    assert (run.total, run.unit, run.done) == (total, unit, Decimal(done))


def test_a_given_total_below_the_epochs_done_is_impossible() -> None:
    problem = read(KERAS, 2).problem
    assert isinstance(problem, Impossible)
    assert problem.id == "done-exceeds-total"


def test_a_bar_beside_an_engine_s_lines_says_how_many_there_are() -> None:
    run = run_of(FAIRSEQ + " 10%|# | 100/1000 [00:40<06:00,  2.50it/s]\n")
    assert (run.done, run.total) == (100, 1000)


def test_a_bar_of_something_else_does_not() -> None:
    for bar in (" 10%|# | 1/10 [00:40<06:00, 40.00s/it]\n", "100%|##| 100/100 [00:40<00:00,  2.50it/s]\n"):
        assert run_of(FAIRSEQ + bar).total is None


def test_backspaces_are_line_ends() -> None:
    bars = "\b\b\b10/100 [=>....] - ETA: 45s - loss: 2.5\b\b\b20/100 [==>...] - ETA: 40s - loss: 2.4"
    run = run_of(f"Epoch 1/1\n{bars}")
    assert (run.done, len(run.observations)) == (20, 2)


def test_a_cursor_sequence_without_its_escape_is_taken_away() -> None:
    run = run_of(" 10%|#  | 10/100 [00:10<01:30,  1.00s/it] [A\n 20%|## | 20/100 [00:20<01:20,  1.00s/it] [A\n")
    assert (run.done, run.observations.elapsed[-1]) == (20, 10)


def test_a_line_longer_than_any_chunk_hides_no_record() -> None:
    head, tail = ("".join(RECORD.format(at) for at in part) for part in (range(0, 50, 10), range(50, 100, 10)))
    run = run_of(f"{head}{'A' * 600_000}\n{tail}", 6000)
    assert (run.done, len(run.observations)) == (90, 10)


def test_batches_without_the_number_of_their_epoch_count_epochs_where_they_begin_again() -> None:
    batches = "".join(f"Batch {at}/50 time 0.5s\n" for at in (10, 20, 40, 10))
    run = run_of(f"train epoch\n{batches}")
    assert (run.done, run.observations.elapsed[-1]) == (60, 25)


def test_a_fork_that_counts_epochs_and_batches_from_one() -> None:
    lines = "".join(
        f"Epoch: [1][ {batch:2}/100]\tTime  0.500 ( 0.500)\tData  0.000 ( 0.100)\tLoss 6.9e+00 (6.9e+00)\n"
        for batch in (10, 20, 30)
    )
    assert (
        run_of(lines + "Epoch: [2][ 10/100]\tTime  0.500 ( 0.500)\tData  0.000 ( 0.100)\tLoss 6.9e+00 (6.9e+00)\n").done
        == 110
    )


@pytest.mark.parametrize(
    "text",
    [
        "                 Class     Images  Instances          P          R      mAP50: 100%|##########| 2/2 [00:04<00:00,  2.00s/it]\n",
        "Test: Total time: 0:00:12 (0.1200 s / it)\n",
        "[batch=\n" + "\t Train time/total: 0.0100\n" * 13,
    ],
)
def test_what_an_evaluation_leaves_behind_is_no_run(text: str) -> None:
    reading = read(text)
    assert reading.run is None
    assert isinstance(reading.problem, NotALog | Impossible)


def test_a_remaining_time_of_nothing_tells_no_total() -> None:
    line = "[03/01 10:00:20 d2.utils.events]:  eta: 0:00:00  iter: 99  total_loss: 1.0  time: 0.5000  data_time: 0.0100  lr: 0.001\n"
    reading = read(line)
    assert reading.format == "detectron2"
    assert reading.missing == {"total"}


@pytest.mark.parametrize(("name", "unit"), [("token", Unit.TOKEN), ("sample", Unit.SAMPLE)])
def test_blocks_that_count_tokens_or_samples(name: str, unit: Unit) -> None:
    blocks = "".join(f"[{name}={1000 * at}/100000]:\n\t Train time/total: {0.01 * at:.4f}\n" for at in range(1, 6))
    run = run_of(blocks)
    assert (run.unit, run.done, run.total) == (unit, 5000, 100_000)
    assert run.observations.elapsed[-1] == pytest.approx(0.04 * 3600)


def test_epochs_of_changing_length_end_on_the_line_through_their_ends() -> None:
    """Lengths of 10, 11, 9, 11, 9 ...: ten to an epoch, and the changes contradict any one length."""
    ends = (10, 21, 30, 41, 50, 61, 70, 81, 90)
    lines = "".join(
        f'{{"epoch": {1 + sum(step > end for end in ends)}, "update": {step / 10:.3f}, "loss": "4.6", "ups": "2.5", '
        f'"num_updates": "{step}", "lr": "0.1", "wall": "{step}"}}\n'
        for step in range(1, 100)
    )
    before, epochs = np.array(ends), np.arange(1, 10)
    length = (epochs @ (2 * before)) / 2 / (epochs @ epochs)
    run = run_of("Namespace(max_epoch=10, max_update=0)\n" + lines)
    assert run.total == round(10 * length)
    assert "note-total-from-settings" in {note.id for note in run.assumptions}


def test_a_hundred_hours_and_more_are_read_one_by_one() -> None:
    lines = "".join(f"Iteration: {at}, loss 0.9, elapsed: 100:{at // 60:02}:{at % 60:02}.50\n" for at in range(1, 100))
    assert seconds_of(lines, 1000) == 98


def test_validation_bars_alone_are_no_training_of_lightning_s() -> None:
    bars = "".join(f"Validation ━━━━━━━━━━ {at}/10 0:00:0{at} • 0:00:05\n" for at in (3, 5))
    assert read("v_num=3\nEpoch \n" + bars).format != "PyTorch Lightning"


def test_more_steps_than_any_run_has_are_too_large() -> None:
    line = "Epoch [1/1000000000000][{}/1000000000000] loss 1 time 0.5s\n"
    assert read(line.format(5) + line.format(6)).problem == Impossible("too-large", {"name": "total"})


def test_a_mean_over_no_step_at_all_is_no_pace() -> None:
    found = read("step:0/5100 val_loss:10.8258 train_time:230ms step_avg:230.0ms\n")
    assert found.run is not None
    assert (found.run.done, found.run.total, found.run.pace, found.missing) == (0, 5100, None, {"pace"})


def test_bars_behind_a_prefix_are_read_like_bars_alone() -> None:
    bars = "{0}Epoch 1/5\n{0}10/100 [==>...] - ETA: 30s - loss: 1.0\n{0}20/100 [===>..] - ETA: 25s - loss: 1.0\n"
    behind, alone = run_of(bars.format("out ")), run_of(bars.format(""))
    assert (behind.done, behind.total) == (alone.done, alone.total) == (20, 500)
    np.testing.assert_array_equal(behind.observations.elapsed, alone.observations.elapsed)


def test_epochs_that_took_no_time_have_no_pace() -> None:
    found = read("".join(f"INFO:root:Epoch[{at}] Time cost=0.000\n" for at in range(3)))
    assert found.run is not None
    assert (found.run.done, found.run.pace, found.missing) == (3, None, {"total", "pace"})


def test_intervals_that_took_no_time_are_no_clock() -> None:
    found = read("".join(f"INFO:tensorflow:loss = 1, step = {at} (0.000 sec)\n" for at in (100, 200)))
    assert found.run is not None
    assert (found.run.done, found.run.pace, found.missing) == (200, None, {"total", "pace"})


@pytest.mark.parametrize("label", [": ", " - 1: ", "-: "])
def test_a_bar_whose_label_has_no_letter_is_a_bar(label: str) -> None:
    run = run_of(f"{label}10%|#  | 10/100 [00:05<00:45, 2.00it/s]\n")
    assert (run.done, run.total, run.pace) == (10, 100, Decimal("0.5"))
