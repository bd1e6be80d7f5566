"""What ``read`` makes of whole texts: lines and words together, several runs, hostile input."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from estimators import Ambiguous, Impossible, NotALog, TooLarge, read
from estimators.reading import LARGEST

LINE = "iter 100: loss 3.1, time 3995.11ms, mfu 2.31%"
MEGATRON = (
    " iteration      200/    1000 | consumed samples:          800 | elapsed time per iteration (ms): 1382.2 | "
    "learning rate: 1.342E-04 | global batch size:     4 | lm loss: 7.365868E+00 |\n"
    " iteration      300/    1000 | consumed samples:         1200 | elapsed time per iteration (ms): 1380.2 | "
    "learning rate: 1.342E-04 | global batch size:     4 | lm loss: 7.265868E+00 |\n"
)


def test_a_line_without_a_total_asks_for_it() -> None:
    reading = read(LINE)
    assert reading.format == "nanoGPT"
    assert reading.missing == {"total"}


@pytest.mark.parametrize("beside", ["max_iters = 6000", "total 6000", "--max_iters=6000", "المجموع 6000", "max_iters: 6_000"])
def test_a_total_beside_the_line_is_taken(beside: str) -> None:
    for text in (f"{LINE}\n{beside}", f"{beside}\n{LINE}"):
        run = read(text).run
        assert run is not None
        assert (run.done, run.total, run.pace) == (Decimal(100), Decimal(6000), Decimal("3.99511"))


@pytest.mark.parametrize("total", ["6000", "6k", "٦٠٠٠", 6000, "6,000", Decimal(6000)])
def test_a_total_given_separately_is_read_like_any_number(total: object) -> None:
    run = read(LINE, total=total).run  # type: ignore[arg-type]
    assert run is not None
    assert run.total == 6000


@pytest.mark.parametrize("total", ["many", "-6000", "nan", "1e400"])
def test_a_total_that_is_no_number_is_a_mistake_as_a_value(total: str) -> None:
    assert isinstance(read(LINE, total=total).problem, Impossible)


def test_a_total_below_what_is_done_is_impossible() -> None:
    problem = read(LINE, total=50).problem
    assert isinstance(problem, Impossible)
    assert problem.id == "done-exceeds-total"


def test_a_finished_run_is_told_so() -> None:
    problem = read(LINE, total=100).problem
    assert isinstance(problem, Impossible)
    assert problem.id == "finished"


def test_two_tools_in_one_text_are_asked_about() -> None:
    problem = read(f"max_iters = 6000\n{LINE}\n{LINE.replace('100', '110')}\n{MEGATRON}").problem
    assert isinstance(problem, Ambiguous)
    assert len(problem.args["choices"]) == 2


def test_an_earlier_run_of_the_same_text_is_left_out_and_said() -> None:
    first = "".join(f"iter {i}: loss 3.0, time 100.00ms, mfu 2.31%\n" for i in range(0, 50, 10))
    again = "".join(f"iter {i}: loss 3.0, time 200.00ms, mfu 2.31%\n" for i in range(0, 30, 10))
    reading = read(first + again, total=1000)
    assert reading.run is not None
    assert reading.run.done == 20
    assert [note.id for note in reading.ignored] == ["ignored-earlier-sessions"]


@pytest.mark.parametrize("text", ["", "  \n", b"\x00\x01\x02", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4])
def test_nothing_and_no_text_are_no_log(text: str | bytes) -> None:
    assert isinstance(read(text).problem, NotALog)


def test_what_is_beyond_the_limit_is_not_read() -> None:
    assert isinstance(read(b" x" * (LARGEST // 2 + 1)).problem, TooLarge)


def test_words_in_arabic_choose_the_language_of_a_log() -> None:
    assert read(f"متى ينتهي التدريب؟\n{LINE}").language == "ar"
    assert read("متى ينتهي التدريب؟\n" + f"{LINE}\n" * 20).language == "ar"
    assert read(LINE).language is None


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_no_text_is_a_bug(text: str) -> None:
    reading = read(text)
    assert (reading.run is None) == (reading.problem is not None)


@settings(max_examples=200, deadline=None)
@given(st.binary())
def test_no_bytes_are_a_bug(raw: bytes) -> None:
    reading = read(raw)
    assert (reading.run is None) == (reading.problem is not None)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([LINE, MEGATRON, "Epoch 1/5", "Epoch [1/5], Step [1/9]", "step 5/9 time=1.0s", "100%|##| 5/5 [00:01<00:00, 5it/s]",
                                 "2026-03-01 10:00:00 step 3", "9999999999999999999999/1", "iter 9e99: loss 1, time 1ms", "\x1b[31m", "\r", "> "]), max_size=12))  # fmt: skip
def test_no_mixture_of_lines_is_a_bug(lines: list[str]) -> None:
    reading = read("\n".join(lines))
    assert (reading.run is None) == (reading.problem is not None)
