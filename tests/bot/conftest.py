"""Stores for the tests of the shell: each test runs on SQLite and on PostgreSQL, in a store of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.memory import Memory
from tests.stores import KINDS, need_server, opened, store_url


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "postgresql":
        need_server()
    with store_url(request.param, tmp_path) as url:
        yield url


@pytest.fixture
async def memory(database_url: str) -> AsyncIterator[Memory]:
    async with opened(database_url) as found:
        yield found
