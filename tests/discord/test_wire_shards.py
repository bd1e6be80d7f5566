"""Several processes: shards begin in turns that PostgreSQL gives; SQLite refuses."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import discord
import pytest
import yarl

from bot.language import catalogue
from bot.memory import Memory
from bot.serving import serve
from bot.settings import Settings
from tests.discord.conftest import Connect
from tests.discord.fleet import Crowd, Fleet, servers
from tests.discord.gateway import IDENTIFY
from tests.discord.server import Discord
from tests.stores import need_server, opened, store_url


def test_one_of_several_is_refused_on_sqlite(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(token="a.b.c", database_url=f"sqlite:///{tmp_path}/mata.db", shard_ids=(0,), shard_count=2)
    assert serve(settings, catalogue()["en"]) == 1
    assert capsys.readouterr().err.strip() == catalogue()["en"].say("memory-several-on-sqlite")


async def test_a_turn_is_one_process_at_a_time(tmp_path: Path) -> None:
    need_server()
    with store_url("postgresql", tmp_path) as url:
        async with opened(url) as one, opened(url) as other:
            assert await one.turns.take(4711, 0, hold=30)
            waiting = asyncio.create_task(other.turns.take(4711, 0, hold=0))
            assert await other.turns.take(4711, 1, hold=0)  # another bucket is free
            assert not waiting.done()
            await one.close()  # as if killed: its connection is gone, and so is its turn
            assert await asyncio.wait_for(waiting, 5)


async def test_a_shard_of_several_takes_its_turn(
    wire: Discord, connect: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_server()
    gateway = yarl.URL(f"ws://127.0.0.1:{wire.port}/gateway")
    monkeypatch.setattr(discord.gateway.DiscordWebSocket, "DEFAULT_GATEWAY", gateway)
    with store_url("postgresql", tmp_path) as url:
        async with opened(url) as memory, connect(memory, shard_ids=(1,), shard_count=2) as client:
            identify = next(frame["d"] for frame in wire.gateway.received if frame["op"] == IDENTIFY)
            assert identify["shard"] == [1, 2]
            assert list(client.guilds) == []  # the one server belongs to shard 0
            assert not await _free(memory, client.application_id)
            assert wire.rest.commands == []  # the process with shard 0 tells Discord the commands


async def test_two_processes_share_the_shards_and_a_killed_one_comes_back(tmp_path: Path) -> None:
    need_server()
    wire = Discord(servers(4, 2))
    wire.gateway.max_concurrency, wire.gateway.identify_seconds = 4, 4.5
    await wire.start()
    with store_url("postgresql", tmp_path) as url:
        fleet, crowd = Fleet(wire, url, tmp_path, 2, 4), Crowd(wire)
        try:
            await fleet.start(40)
            assert wire.gateway.too_early == 0
            async with opened(url) as memory:
                await kept_places(memory, 4)
            for _ in range(8):
                await crowd.ask()
            await wire.until(lambda: all(crowd.messages()) and all(crowd.commands()), 20)
            await fleet.kill(0)
            for _ in range(8):
                await crowd.ask(message=True)
            await fleet.restart(0)
            await wire.until(lambda: all(crowd.messages()), 40)
        finally:
            await fleet.stop()
            await wire.stop()
    assert set(crowd.messages()) == {1}
    assert set(crowd.commands()) == {1}
    assert {asked.shard for asked in crowd.asked} == {0, 1, 2, 3}


async def kept_places(memory: Memory, shards: int) -> None:
    """Wait until it is kept where every shard stands."""
    async with asyncio.timeout(20):
        while len(await memory.sessions.stood(None, shards, datetime.now(UTC))) < shards:  # noqa: ASYNC110
            await asyncio.sleep(0.1)


async def test_a_shard_that_begins_too_early_begins_again(wire: Discord, connect: Connect) -> None:
    wire.gateway.identify_seconds = 1.0
    async with connect():
        pass
    async with connect() as client:
        assert client.user is not None
        assert wire.gateway.too_early == 1
        assert wire.gateway.count(IDENTIFY) == 3


async def _free(memory: object, application: int | None) -> bool:
    from sqlalchemy import text  # noqa: PLC0415 - only to look

    async with memory.database.transaction() as session:  # type: ignore[attr-defined]
        asked = text("SELECT pg_try_advisory_xact_lock(:application, 0)")
        return bool((await session.execute(asked, {"application": application})).scalar())
