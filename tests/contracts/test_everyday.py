"""Ordinary texts are not mistaken for training logs or for questions about a run."""

import pytest

from estimators import NotALog, read
from tests.contracts.everyday import TEXTS


def test_there_are_enough_of_them() -> None:
    assert len(set(TEXTS)) >= 200


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text[:40])
def test_nothing_is_answered(text: str) -> None:
    reading = read(text)
    assert isinstance(reading.problem, NotALog), (reading.format, reading.problem, reading.run)
