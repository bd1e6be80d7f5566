"""A SQLite store moved into PostgreSQL holds the same rows, and goes on counting."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.cli import run
from bot.language import catalogue
from bot.memory import Apart, Finish, KnownReply, Memory, Place, Refusal, Standing, new_reminder
from bot.memory.move import move
from tests.bot.runs import a_run
from tests.stores import need_server, opened, store_url

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
PLACE = Place(10, 1)


@pytest.fixture
def source(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'mata.db'}"


@pytest.fixture
def target(tmp_path: Path) -> Iterator[str]:
    need_server()
    with store_url("postgresql", tmp_path) as url:
        yield url


async def fill(memory: Memory) -> str:
    finish = Finish(NOW, NOW + timedelta(hours=1), NOW + timedelta(hours=2))
    for number in range(3):
        key = await memory.runs.remember(7, PLACE, a_run(50), NOW + timedelta(minutes=number), finish=finish)
    await memory.people.choose(7, NOW, language="ar")
    await memory.guilds.choose(1, NOW, language="ar", role_id=2**60)
    await memory.guilds.watch(1, 10, NOW, watched=True)
    await memory.replies.link(KnownReply(1, 2, 10, 7, key), NOW)
    await memory.reminders.add(new_reminder(7, PLACE, "expected", NOW, run_id=key, language="ar"), NOW)
    await memory.outcomes.record(key, 7, NOW + timedelta(minutes=30))
    await memory.joins.keep(key, 7, Apart(a_run(), NOW, Finish(None, None, None), a_run(), NOW))
    await memory.sessions.keep([Standing(0, 1, "abc", 12, "wss://gateway.discord.gg")], NOW)
    return key


async def test_every_row_arrives_and_the_source_stays(source: str, target: str) -> None:
    async with opened(source) as memory:
        key = await fill(memory)
        before = await memory.personal.export(7)
    moved = await move(source, target)
    assert moved == {
        "people": 1, "guilds": 1, "watched_channels": 1, "runs": 3, "joins": 1, "replies": 1, "reminders": 1,
        "outcomes": 1, "gateway_sessions": 1,
    }  # fmt: skip
    async with opened(target) as memory:
        assert await memory.personal.export(7) == before
        assert (await memory.guilds.settings(1)).watched == frozenset({10})
        other = (await memory.runs.of(7, NOW))[1]
        assert await memory.outcomes.record(other.id, 7, NOW) is not None
        assert (await memory.outcomes.coverage()).told == 2
        assert await memory.runs.get(key, 7) is not None
    async with opened(source) as memory:
        assert await memory.personal.export(7) == before


async def test_a_target_in_use_is_refused(source: str, target: str) -> None:
    async with opened(source) as memory:
        await fill(memory)
    async with opened(target) as memory:
        await memory.people.choose(8, NOW, language="en")
    with pytest.raises(Refusal, match="memory-move-not-empty"):
        await move(source, target)
    async with opened(target) as memory:
        assert not any((await memory.personal.count(7)).values())


async def test_only_from_sqlite_to_postgresql(source: str) -> None:
    with pytest.raises(Refusal, match="memory-move-same"):
        await move(source, source)


@pytest.mark.parametrize(("code", "said"), [("en", "Moved 11 rows of 9 tables"), ("ar", "نُقل 11")])
async def test_the_command_says_what_it_did(
    source: str, target: str, code: str, said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(source) as memory:
        await fill(memory)
    assert await asyncio.to_thread(run, ["move", source, target], catalogue()[code]) == 0
    assert said in capsys.readouterr().out
    monkeypatch.setenv("MATA_DATABASE_URL", target)
    assert await asyncio.to_thread(run, ["move", source], catalogue()[code]) == 1
    assert catalogue()[code].say("memory-move-not-empty") in capsys.readouterr().err
