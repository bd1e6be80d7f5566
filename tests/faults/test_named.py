"""Every named fault: whatever can be answered is answered, and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.delivery import Times
from tests.faults.registry import faults, played

IMPATIENT = Times(first_try=1.0, one_try=1.0)


@pytest.mark.parametrize("name", faults())
async def test_nothing_is_lost_and_nothing_doubled(name: str, tmp_path: Path) -> None:
    tally = await played(name, tmp_path, IMPATIENT)
    assert (tally.lost, tally.doubled) == (0, 0)
    assert tally.answered > 0
    assert tally.note != "was not met"
