"""The engine under the store: its schema, its one writer, its faults."""

from __future__ import annotations

import asyncio
import os
import re
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from bot.memory import CannotKeep, Memory, Place, Refusal
from bot.memory.migrations import configuration, newest
from bot.memory.models import Base
from tests.bot.runs import a_run
from tests.stores import opened

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
HOLDER = """
import asyncio, sys
from bot.memory import Memory
async def hold():
    memory = Memory(sys.argv[1])
    await memory.start()
    print("held", flush=True)
    await asyncio.to_thread(sys.stdin.read)
asyncio.run(hold())
"""


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def forbid_writing(folder: Path) -> None:
    folder.chmod(0o500)


def remove_store(path: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink()


async def test_the_migrations_make_exactly_the_models(memory: Memory) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))

    async with memory.database.transaction() as session:
        assert await (await session.connection()).run_sync(differences) == []


def test_the_newest_version_is_the_head_of_the_chain() -> None:
    assert ScriptDirectory.from_config(configuration()).get_heads() == [newest()]


async def test_starting_again_changes_nothing(database_url: str) -> None:
    async with opened(database_url) as first:
        await first.people.choose(1, NOW, language="ar")
    async with opened(database_url) as second:
        assert (await second.people.settings(1)).language == "ar"


async def test_several_processes_migrate_once(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("one process only")
    memories = [Memory(database_url, deadline=20) for _ in range(4)]
    await asyncio.gather(*(memory.start() for memory in memories))
    await memories[0].people.choose(1, NOW, language="ar")
    assert (await memories[3].people.settings(1)).language == "ar"
    for memory in memories:
        await memory.close()


async def test_writers_at_once_wait_for_each_other(memory: Memory) -> None:
    await asyncio.gather(*(memory.people.choose(user, NOW, language="ar") for user in range(40)))
    found = await asyncio.gather(*(memory.people.settings(user) for user in range(40)))
    assert {settings.language for settings in found} == {"ar"}


async def test_a_second_process_on_sqlite_is_refused_until_the_first_is_killed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'mata.db'}"
    first = subprocess.Popen(  # noqa: ASYNC220 - a real second process is the point
        [sys.executable, "-c", HOLDER, url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert first.stdin is not None
    assert first.stdout is not None
    try:
        assert first.stdout.readline() == "held\n"
        second = Memory(url)
        with pytest.raises(Refusal, match="memory-second-process"):
            await second.start()
    finally:
        first.kill()
        first.communicate()
    await second.start()
    await second.close()


@pytest.mark.parametrize(
    "url", ["mysql://root@localhost/x", "sqlite://", "sqlite:///:memory:", "://", "nosuch:thing://x"]
)
def test_other_stores_are_refused(url: str) -> None:
    with pytest.raises(Refusal, match="memory-bad-url"):
        Memory(url)


@pytest.mark.parametrize("url", ["postgres://u:secret@h/d", "postgresql://u:secret@h/d"])
def test_a_refused_or_shown_url_hides_its_password(url: str) -> None:
    memory = Memory(url)
    assert memory.shared
    assert "secret" not in repr(memory.database.url)


async def test_a_person_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "mata.db"
    async with opened(f"sqlite:///{path}") as memory:
        key = await memory.runs.remember(7, Place(1), a_run(), NOW)
        await memory.runs.rename(key, 7, "zebra stripes")
        await memory.personal.delete(7)
    assert names_in(tmp_path) == ["mata.db", "mata.db.lock"]
    assert b"zebra" not in path.read_bytes()


async def test_a_locked_file_is_said_and_then_used_again(tmp_path: Path) -> None:
    path = tmp_path / "mata.db"
    async with opened(f"sqlite:///{path}") as memory:
        await memory.people.choose(1, NOW, language="ar")
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotKeep) as told:
            await memory.people.choose(1, NOW, language="en")
        assert told.value.reason == "locked"
        assert (await memory.people.settings(1)).language == "ar"
        other.execute("ROLLBACK")
        other.close()
        await memory.people.choose(1, NOW, language="en")
        assert (await memory.people.settings(1)).language == "en"


async def test_a_full_disk_is_said_and_reading_goes_on(tmp_path: Path) -> None:
    async with opened(f"sqlite:///{tmp_path / 'mata.db'}") as memory:
        await memory.people.choose(1, NOW, language="ar")
        async with memory.database.transaction(write=True) as session:
            pages = await session.scalar(text("PRAGMA page_count"))
        full = f"PRAGMA max_page_count={pages}"
        memory.database.on_connect.append(full)
        await memory.database.reopen()
        many = a_run(20_000, pauses=())
        with pytest.raises(CannotKeep) as told:
            await memory.runs.remember(1, Place(1), many, NOW)
        assert told.value.reason == "full"
        assert (await memory.people.settings(1)).language == "ar"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
async def test_a_folder_without_permission_is_said(tmp_path: Path) -> None:
    forbid_writing(tmp_path)
    memory = Memory(f"sqlite:///{tmp_path / 'mata.db'}")
    with pytest.raises(CannotKeep) as told:
        await memory.start()
    assert told.value.reason == "read-only"


async def test_a_read_only_store_is_said_and_reading_goes_on(database_url: str) -> None:
    async with opened(database_url) as memory:
        await memory.people.choose(1, NOW, language="ar")
        memory.database.on_connect.append(
            "PRAGMA query_only=ON" if memory.database.is_sqlite else "SET default_transaction_read_only = on"
        )
        await memory.database.reopen()
        with pytest.raises(CannotKeep) as told:
            await memory.people.choose(1, NOW, language="en")
        assert told.value.reason == "read-only"
        assert (await memory.people.settings(1)).language == "ar"


async def test_a_deleted_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "mata.db"
    async with opened(f"sqlite:///{path}") as memory:
        await memory.people.choose(1, NOW, language="ar")
        remove_store(path)
        assert (await memory.people.settings(1)).language is None
        await memory.people.choose(1, NOW, language="en")
        assert path.exists()


async def test_a_folder_that_is_gone_is_said_and_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    memory = Memory(f"sqlite:///{folder / 'mata.db'}")
    with pytest.raises(CannotKeep) as told:
        await memory.people.settings(1)
    assert told.value.reason == "gone"
    folder.mkdir()
    memory.database.forgive()
    await memory.people.choose(1, NOW, language="ar")
    await memory.close()


async def test_a_server_that_refuses_is_said_at_once() -> None:
    memory = Memory("postgresql://postgres@127.0.0.1:1/none", deadline=5)
    with pytest.raises(CannotKeep) as told:
        await memory.people.settings(1)
    assert told.value.reason == "gone"
    with pytest.raises(CannotKeep):
        await memory.people.settings(1)
    await memory.close()


async def test_a_lost_connection_is_replaced(database_url: str) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("no connection to lose")
    async with opened(database_url) as memory, opened(database_url) as other:
        await memory.people.choose(1, NOW, language="ar")
        async with memory.database.transaction() as session:
            victim = await session.scalar(text("SELECT pg_backend_pid()"))
        async with other.database.transaction() as session:
            await session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": victim})
        assert (await memory.people.settings(1)).language == "ar"


def test_sql_lives_in_one_folder() -> None:
    root = Path(__file__).parents[2]
    spoken = re.compile(r"^\s*(?:from|import) (?:sqlalchemy|alembic|sqlite3|aiosqlite|asyncpg)\b", re.MULTILINE)
    places = [*(root / "bot").rglob("*.py"), *(root / "estimators").rglob("*.py")]
    found = {path.relative_to(root).parts[:2] for path in places if spoken.search(path.read_text(encoding="utf-8"))}
    assert found == {("bot", "memory")}
