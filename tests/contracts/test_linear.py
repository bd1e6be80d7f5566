"""No text makes reading more than linear: twice the text takes at most 2.5 times as long, in CPU time.

A ratio of the least of several runs in one process, so that a busy machine does not decide it; what takes next to
nothing at the larger size is not compared.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from estimators import read
from estimators.reading.format import Format
from estimators.reading.formats import all_formats
from estimators.reading.table import scan

SIZE, REPEATS, NEGLIGIBLE = 40_000, 5, 0.004
FORMATS = all_formats()


def least(work: Callable[[], object]) -> float:
    """Return the least CPU time of several runs."""
    spent = []
    for _ in range(REPEATS):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return min(spent)


def grown(work: Callable[[bytes], object], piece: bytes) -> float:
    """Return how many times longer ``work`` takes on twice as much of the repeated piece."""
    once, twice = piece * (SIZE // len(piece)), piece * (2 * SIZE // len(piece))
    for _ in range(3):  # a ratio that noise made is not there again
        larger = least(lambda: work(twice))
        ratio = larger / max(least(lambda: work(once)), 1e-6)
        if larger < NEGLIGIBLE or ratio < 2.5:
            return 1.0 if larger < NEGLIGIBLE else ratio
    return ratio


def pieces(fmt: Format) -> list[bytes]:
    """Beginnings that never end: the literal that a format looks for, and its own lines cut in the middle, unbroken."""
    line = max(fmt.examples[0].text.encode().splitlines(), key=len)
    return [fmt.needles[0], line[: len(line) // 2 + 1], line[: len(line) * 4 // 5 + 1] + b" "]


@pytest.mark.parametrize("fmt", FORMATS, ids=lambda fmt: fmt.name)
def test_a_format_is_linear_on_its_own_beginnings(fmt: Format) -> None:
    roles = {"all": (*fmt.patterns, *fmt.header_patterns, *fmt.setting_patterns, *fmt.pause_patterns)}
    for piece in pieces(fmt):
        assert grown(lambda text: scan([(0, b"\n" + text)], roles, None), piece) < 2.5


@pytest.mark.parametrize(
    "piece", [b"> ", b"\x1b[", b"1/", b"step ", b"epoch 1 ", b"9:", b"(((", b'{"a": ', "٣".encode(), b"100%|", b"[", b"max_iters "]
)
def test_reading_is_linear_on_what_looks_like_everything(piece: bytes) -> None:
    assert grown(read, piece) < 2.5
