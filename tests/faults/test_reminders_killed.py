"""A process that sends reminders is killed again and again: none lost, none doubled, none late."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.reminders import measure
from tests.stores import KINDS, need_server, store_url


@pytest.mark.parametrize("kind", KINDS)
async def test_five_kills_lose_and_double_nothing(kind: str, tmp_path: Path) -> None:
    if kind == "postgresql":
        need_server()
    with store_url(kind, tmp_path) as url:
        count = await measure(url, cycles=5)
    assert count.reminders == 20
    assert (count.lost, count.doubled) == (0, 0)
    assert count.latest < 5.0
    assert sum(count.kills.values()) >= 5
