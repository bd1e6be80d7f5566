"""A store of its own for each test, on both databases, gone afterwards."""

from __future__ import annotations

import asyncio
import os
import secrets
from collections.abc import AsyncIterator, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import asyncpg
import pytest

from bot.memory import Memory

T = TypeVar("T")
KINDS = ("sqlite", "postgresql")
USUAL_SERVER = "postgresql://postgres@127.0.0.1:5432/test"


def server() -> str:
    """The PostgreSQL server that tests use."""
    return os.environ.get("MATA_TEST_DATABASE_URL", USUAL_SERVER)


@cache
def server_answers() -> bool:
    async def ask() -> bool:
        try:
            connection = await asyncpg.connect(server(), timeout=3)
        except (OSError, TimeoutError, asyncpg.PostgresError):
            return False
        await connection.close()
        return True

    return in_a_thread(ask())


def in_a_thread(work: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end on a loop of its own, whether or not one is running here."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def need_server() -> None:
    """Skip, or in CI fail, where no PostgreSQL answers."""
    if server_answers():
        return
    where = "no PostgreSQL at MATA_TEST_DATABASE_URL or 127.0.0.1:5432"
    if os.environ.get("CI") == "true":
        pytest.fail(where)
    pytest.skip(where)


@contextmanager
def store_url(kind: str, folder: Path) -> Iterator[str]:
    """Give the URL of an empty store of that kind: a file in ``folder``, or a schema dropped afterwards."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'mata.db'}"
        return
    schema = f"mata_{secrets.token_hex(8)}"
    try:
        yield f"{server()}?schema={schema}"
    finally:
        in_a_thread(drop(schema))


async def drop(schema: str) -> None:
    """Remove a schema with everything in it."""
    connection = await asyncpg.connect(server(), timeout=10)
    try:
        await connection.execute(f'DROP SCHEMA IF EXISTS "{schema}" CASCADE')
    finally:
        await connection.close()


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Memory]:
    """Give a started memory and close it."""
    memory = Memory(url, deadline=10)
    try:
        await memory.start()
        yield memory
    finally:
        await memory.close()
