"""Turns among processes: who may IDENTIFY now, by an advisory lock that a killed process lets go."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress

from sqlalchemy import text

from bot.memory.database import Database
from bot.memory.errors import CannotKeep

log = logging.getLogger(__name__)
HOLD_SECONDS = 5.0  # Discord counts ``max_concurrency`` IDENTIFYs in five seconds
PATIENCE_SECONDS = 60.0
AGAIN_SECONDS = 0.25
MOST_HELD = 4  # each holds one of the pool's connections


class Turns:
    """Turns to IDENTIFY, shared by every process on one PostgreSQL database; SQLite has one process and needs none."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: set[asyncio.Task[None]] = set()
        self._at_once = asyncio.Semaphore(MOST_HELD)

    async def take(self, application: int, bucket: int, *, hold: float = HOLD_SECONDS) -> bool:
        """Wait for the turn of ``bucket`` and keep it for ``hold`` seconds after returning.

        ``False`` where the store could not give one in a minute: Discord then refuses what comes too early.
        """
        begun = asyncio.get_running_loop().time()
        while asyncio.get_running_loop().time() - begun < PATIENCE_SECONDS:
            granted: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
            task = asyncio.create_task(self._hold(application, bucket, hold, granted), name="mata: identify")
            self._held.add(task)
            task.add_done_callback(self._held.discard)
            with suppress(CannotKeep):
                if await granted:
                    return True
            await asyncio.sleep(AGAIN_SECONDS)
        log.warning("no turn to identify could be had: going on without")
        return False

    async def _hold(self, application: int, bucket: int, hold: float, granted: asyncio.Future[bool]) -> None:
        try:
            async with self._at_once, self._database.transaction(deadline=hold + 5.0) as session:
                asked = text("SELECT pg_try_advisory_xact_lock(:application, :bucket)")
                key = {"application": application % 2**31, "bucket": bucket}
                mine = bool((await session.execute(asked, key)).scalar())
                if not granted.done():
                    granted.set_result(mine)
                if mine:
                    await asyncio.sleep(hold)
        except CannotKeep as error:
            if not granted.done():
                granted.set_exception(error)

    async def close(self) -> None:
        """Let go of every turn."""
        for task in tuple(self._held):
            task.cancel()
        await asyncio.gather(*self._held, return_exceptions=True)
