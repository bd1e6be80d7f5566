"""Faults of the store: no answer waits for it, and once it is back it keeps again what is asked."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sqlite3
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, closing, contextmanager
from pathlib import Path

from yarl import URL

from bot.language import say
from tests.discord.server import text_of
from tests.faults.registry import fault
from tests.faults.stage import EXACT, Stage
from tests.stores import server_answers, store_url

FILLING = 1 << 20
NOT_KEPT = say("en", "language-not-kept")
NO_DISK = "not played: no disk of its own can be mounted here"


@fault("database locked")
async def locked(stage: Stage) -> None:
    """Another program holds the file's lock."""
    path = stage.folder / "mata.db"
    async with stage.process(MATA_DATABASE_URL=f"sqlite:///{path}"):
        await keeps(stage)
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            await answers(stage)
        await keeps(stage)


@fault("database full")
async def full(stage: Stage) -> None:
    """A real disk of 1 MB has no space left; then it has."""
    with disk(stage.folder / "disk") as path:
        if path is None:
            stage.note = NO_DISK
            return await plain(stage)
        async with stage.process(MATA_DATABASE_URL=f"sqlite:///{path / 'mata.db'}"):
            await keeps(stage)
            filling = path / "filling"
            with contextlib.suppress(OSError):
                filling.write_bytes(bytes(FILLING))
            await answers(stage)
            filling.unlink()
            await keeps(stage)
    return None


@fault("database read-only")
async def read_only(stage: Stage) -> None:
    """The disk is read-only when the process starts; then it is not."""
    with disk(stage.folder / "disk") as path:
        if path is None:
            stage.note = NO_DISK
            return await plain(stage)
        remount(path, "ro")
        async with stage.process(MATA_DATABASE_URL=f"sqlite:///{path / 'mata.db'}"):
            await answers(stage)
            remount(path, "rw")
            await keeps(stage)
    return None


@fault("database gone")
async def gone(stage: Stage) -> None:
    """The folder of the file vanishes and comes back."""
    folder, elsewhere = stage.folder / "data", stage.folder / "elsewhere"
    async with stage.process(MATA_DATABASE_URL=f"sqlite:///{folder / 'mata.db'}"):
        await keeps(stage)
        folder.rename(elsewhere)
        await answers(stage)
        elsewhere.rename(folder)
        await keeps(stage)


@fault("database server gone")
async def server_gone(stage: Stage) -> None:
    """PostgreSQL's connections are cut and new ones refused; then it is there again."""
    if not server_answers():
        stage.note = "not played: no PostgreSQL here"
        return await plain(stage)
    with store_url("postgresql", stage.folder) as url:
        async with Line.to(url) as line, stage.process(MATA_DATABASE_URL=line.url):
            await keeps(stage)
            line.cut()
            await answers(stage, met=False)
            await keeps(stage)
            await line.close()
            await answers(stage)
            await line.open()
            await keeps(stage)
    return None


class Line:
    """A way to a database server that can be cut and closed."""

    def __init__(self, url: URL) -> None:
        self._real, self._port = url, 0
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    @classmethod
    @asynccontextmanager
    async def to(cls, url: str) -> AsyncIterator[Line]:
        """An open line, closed afterwards."""
        line = cls(URL(url))
        await line.open()
        try:
            yield line
        finally:
            await line.close()

    @property
    def url(self) -> str:
        """The server's URL by this line."""
        return str(self._real.with_host("127.0.0.1").with_port(self._port))

    async def open(self) -> None:
        """Let connections through."""
        self._server = await asyncio.start_server(self._through, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    def cut(self) -> None:
        """Reset every connection."""
        for writer in self._writers:
            writer.transport.abort()

    async def close(self) -> None:
        """Reset every connection and refuse new ones."""
        if self._server is not None:
            self._server.close()
        self.cut()

    async def _through(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = await asyncio.open_connection(self._real.host, self._real.port)
        self._writers |= {writer, there[1]}
        await asyncio.gather(_copy(reader, there[1]), _copy(there[0], writer))
        self._writers -= {writer, there[1]}


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError):
        while data := await reader.read(1 << 16):
            writer.write(data)
            await writer.drain()
    writer.close()


async def plain(stage: Stage) -> None:
    """Ask without any fault."""
    async with stage.client():
        await stage.message()


async def answers(stage: Stage, *, met: bool = True) -> None:
    """The fault holds: people ask in both ways and are answered, and are told that a choice could not be kept."""
    stage.struck()
    await stage.message()
    await stage.command()
    await stage.settled()
    if met:
        chosen = await stage.wire.slash("language", to="en", author=stage.person())
        await stage.wire.until(lambda: chosen.original and text_of(chosen.original), 15)
        if NOT_KEPT not in text_of(chosen.original or {}):
            stage.note = "was not met"


async def keeps(stage: Stage) -> None:
    """Ask until the run is kept: one more question, answered when ``/runs`` lists it."""
    listed: list[int] = []
    stage.count(lambda: len(listed))
    for _ in range(40):
        author = stage.person()
        asked = await stage.wire.slash("eta", text=EXACT, author=author)
        await stage.wire.until(lambda asked=asked: asked.original)
        await asyncio.sleep(0.05)
        told = await stage.wire.slash("runs", author=author)
        await stage.wire.until(lambda told=told: told.original and text_of(told.original))
        if told.original is not None and "<t:" in text_of(told.original):
            listed.append(author)
            break
        await asyncio.sleep(0.25)
    await stage.settled()


@contextmanager
def disk(path: Path) -> Iterator[Path | None]:
    """A small disk of its own, where this machine lets one be mounted."""
    path.mkdir()
    mounted = not run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(path))
    try:
        yield path if mounted else None
    finally:
        if mounted:
            run("umount", "-l", str(path))


def remount(path: Path, how: str) -> None:
    """Make the disk read-only, or writable again."""
    assert run("mount", "-o", f"remount,{how}", str(path)) == 0


def run(*command: str) -> int:
    """The exit status of a command; not zero where it is not there."""
    if os.geteuid() != 0:
        return 1
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode
    except FileNotFoundError:
        return 1
