"""A Discord on loopback for each test, and Mata connected to it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, TypeAlias

import discord
import pytest
import yarl
from discord.gateway import DiscordWebSocket

from bot.app import Mata, Options
from bot.memory import Memory
from tests.discord import openapi
from tests.discord.server import Discord

Connect: TypeAlias = Callable[..., AbstractAsyncContextManager[Mata]]


@pytest.fixture
async def wire(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Discord]:
    """The server; afterwards every body that the bot sent is held against the official description."""
    server = Discord()
    await server.start()
    monkeypatch.setattr(discord.http.Route, "BASE", server.api)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", yarl.URL(server.gateway.url))
    yield server
    await server.stop()
    if openapi.available():
        assert server.complaints() == []


@pytest.fixture
def connect(wire: Discord) -> Connect:
    """Connect a client; it is ready when it knows the guilds of its shards."""

    def knows_all(client: Mata) -> bool:
        ids, count = client.options.shard_ids or (0,), client.options.shard_count or 1
        theirs = [guild for guild in wire.gateway.guilds if (int(guild["id"]) >> 22) % count in ids]
        return wire.gateway.serving() >= set(ids) and all(client.get_guild(int(guild["id"])) for guild in theirs)

    @asynccontextmanager
    async def connected(memory: Memory | None = None, **options: Any) -> AsyncIterator[Mata]:
        client = Mata(Options(cdn=f"http://127.0.0.1:{wire.port}", **options), memory)
        task = asyncio.create_task(client.start("test-token"))
        try:
            await wire.until(lambda: task.done() or knows_all(client))
            if task.done():
                task.result()
            yield client
        finally:
            await client.close()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    return connected


@pytest.fixture
async def mata(connect: Connect) -> AsyncIterator[Mata]:
    async with connect() as client:
        yield client
