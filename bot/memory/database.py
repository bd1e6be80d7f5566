"""The engine under the store: opening, one writer on SQLite, migrations, and errors put into our words."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from bot.memory.errors import CannotKeep, Refusal, reason_of
from bot.memory.filelock import FileLock

DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
START_SECONDS = 30.0
RETRY_SECONDS = 2.0
BUSY_MS = 500


def database_url(given: str) -> URL:
    """Return the URL with an asynchronous driver; a plain path means SQLite. Raises :class:`Refusal`."""
    text = given if "://" in given else f"sqlite:///{given}"
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise Refusal("memory-bad-url") from error
    driver = DRIVERS.get(url.drivername)
    if driver is None or (driver.startswith("sqlite") and url.database in {None, "", ":memory:"}):
        raise Refusal("memory-bad-url")
    return url.set(drivername=driver)


class Database:
    """One database: opened at first use, reopened after a fault, closed once."""

    def __init__(self, url: str, *, deadline: float = 5.0) -> None:
        found = database_url(url)
        self.schema = _text(found.query.get("schema"))
        self.url = found.difference_update_query(["schema"])
        self.is_sqlite = found.drivername.startswith("sqlite")
        self.path = Path(found.database or "") if self.is_sqlite else None
        self.deadline = deadline
        self.on_connect: list[str] = []  # statements for every new connection, after our own
        self._engine: AsyncEngine | None = None
        self._opening = asyncio.Lock()
        self._writing = asyncio.Lock()
        self._in_use = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._begun: set[asyncio.Future[AsyncEngine]] = set()
        self._retry_at = 0.0
        self._inode: int | None = None
        self._lock = FileLock(self.path.with_name(f"{self.path.name}.lock")) if self.path else None

    async def start(self) -> None:
        """Open the database and bring its schema up to date. Raises :class:`Refusal` or :class:`CannotKeep`.

        The folder of a SQLite file is made here and never later: one that vanishes is a disk that is gone.
        """
        with _in_our_words():
            if self.path:
                self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            async with asyncio.timeout(START_SECONDS):
                await self._open()

    async def reopen(self) -> None:
        """Close every connection; the next transaction opens new ones."""
        await asyncio.gather(*self._begun, return_exceptions=True)
        engine, self._engine = self._engine, None
        if engine is not None:
            await self._dispose(engine)

    async def _dispose(self, engine: AsyncEngine) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(self.deadline):
                await self._idle.wait()
        await engine.dispose()

    def forgive(self) -> None:
        """Try again at once after a failure to open, instead of waiting the usual two seconds."""
        self._retry_at = 0.0

    async def close(self) -> None:
        """Close every connection and let another process in."""
        await self.reopen()
        if self._lock:
            self._lock.release()

    @asynccontextmanager
    async def transaction(self, *, write: bool = False, deadline: float | None = None) -> AsyncIterator[AsyncSession]:
        """Give one session in one transaction; any fault of the store comes out as :class:`CannotKeep`."""
        with _in_our_words():
            async with asyncio.timeout(deadline or self.deadline):
                engine = (await self._open()).execution_options(mata_write=write)
                async with (
                    self._turn(write=write),
                    AsyncSession(engine, expire_on_commit=False) as session,
                    session.begin(),
                ):
                    yield session

    @asynccontextmanager
    async def _turn(self, *, write: bool) -> AsyncIterator[None]:
        """Let one write at a time at a SQLite file: it would look for the lock again and again, and in no order."""
        async with self._writing if write and self.is_sqlite else nullcontext():
            with self._counted():
                yield

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Let :meth:`reopen` wait: a connection in use when its engine goes would be left behind."""
        self._in_use += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._in_use -= 1
            if not self._in_use:
                self._idle.set()

    async def _open(self) -> AsyncEngine:
        if self._engine is not None and not self._replaced():
            return self._engine
        # whoever waits may give up; the opening itself goes on, a connection cut off half way would be left behind
        opening = asyncio.ensure_future(self._open_once())
        self._begun.add(opening)
        opening.add_done_callback(self._ended)
        return await asyncio.shield(opening)

    def _ended(self, opening: asyncio.Future[AsyncEngine]) -> None:
        self._begun.discard(opening)
        if not opening.cancelled():
            opening.exception()  # seen by whoever waited; asyncio need not complain that nobody did

    async def _open_once(self) -> AsyncEngine:
        async with self._opening:
            if self._engine is not None and self._replaced():
                old, self._engine = self._engine, None
                await self._dispose(old)
            if self._engine is None:
                self._engine = await self._opened()
            return self._engine

    async def _opened(self) -> AsyncEngine:
        clock = asyncio.get_running_loop().time
        if clock() < self._retry_at:
            raise CannotKeep("gone")
        if self._lock:
            self._lock.take()
        engine = self._made()
        try:
            await _migrate(engine, self.schema)
        except BaseException:
            self._retry_at = clock() + RETRY_SECONDS
            with suppress(Exception):
                await engine.dispose()
            raise
        self._inode = self.path.stat().st_ino if self.path else None
        return engine

    def _made(self) -> AsyncEngine:
        if self.is_sqlite:
            engine = create_async_engine(self.url, hide_parameters=True, pool_size=4, max_overflow=0)
            event.listen(engine.sync_engine, "connect", _set_up_sqlite)
            event.listen(engine.sync_engine, "begin", _begin_sqlite)
            event.listen(engine.sync_engine, "connect", self._prepare)
            return engine
        server = {"application_name": "mata", "timezone": "UTC"}
        if self.schema:
            server["search_path"] = self.schema
        connect = {"timeout": 3.0, "command_timeout": 10.0, "server_settings": server}
        try:
            engine = create_async_engine(
                self.url, hide_parameters=True, pool_pre_ping=True, pool_size=5, max_overflow=5, connect_args=connect
            )
        except (ModuleNotFoundError, NoSuchModuleError) as error:
            raise Refusal("memory-no-driver") from error
        event.listen(engine.sync_engine, "connect", self._prepare)
        return engine

    def _prepare(self, connection: Any, _: object) -> None:
        _execute(connection, self.on_connect)

    def _replaced(self) -> bool:
        """Say whether the SQLite file was deleted or exchanged under us: writes would go nowhere."""
        if self.path is None:
            return False
        try:
            return self.path.stat().st_ino != self._inode
        except FileNotFoundError:
            return True


class _in_our_words:  # noqa: N801 - reads as a phrase
    """Turn the drivers' errors into :class:`CannotKeep`; a broken rule of the schema is a bug and passes."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if isinstance(error, IntegrityError) or error is None:
            return
        if isinstance(error, DBAPIError | OSError | TimeoutError) or type(error).__module__.startswith("asyncpg"):
            raise CannotKeep(reason_of(error)) from error
        if isinstance(error, SQLAlchemyError) and "QueuePool" in str(error):
            raise CannotKeep("slow") from error


def _text(value: str | tuple[str, ...] | None) -> str | None:
    return value if isinstance(value, str) else None


def _set_up_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver must not begin transactions of its own
    # secure_delete: what a person deletes is gone from the file's bytes too
    pragmas = (
        f"busy_timeout={BUSY_MS}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",
    )
    _execute(connection, [f"PRAGMA {pragma}" for pragma in pragmas])


def _execute(connection: Any, statements: Sequence[str]) -> None:
    """Run statements on a new connection; one that cannot be set up is closed, its thread would stay otherwise."""
    try:
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        connection.commit()
    except BaseException:
        connection.terminate()
        raise


def _begin_sqlite(connection: Connection) -> None:
    """Take the write lock at once where the transaction will write: upgrading later fails instead of waiting."""
    writes = connection.get_execution_options().get("mata_write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


async def _migrate(engine: AsyncEngine, schema: str | None) -> None:
    from bot.memory.migrations import is_current, upgrade  # noqa: PLC0415 - needed once

    async with engine.connect() as connection:
        if await connection.run_sync(is_current):
            return
    async with engine.execution_options(mata_write=True).begin() as connection:
        await connection.run_sync(upgrade, schema)
