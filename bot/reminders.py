"""Reminders go out: claim, send, mark, in one task that sleeps until the next is due.

A crash at any point loses nothing: what was claimed and not marked is claimed again, and goes out with the nonce it
had, by which Discord drops the double. Knows neither Discord nor SQL: a ``Sender`` sends, the store keeps.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from bot.memory import CannotKeep, Memory, Reminding

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=3)  # renewed while the process lives: what a dead one held is free as soon as that
RENEW_EVERY = 1.0
SEND_SECONDS = 20.0
LATE_AFTER = timedelta(seconds=60)
TOO_OLD = timedelta(days=7)
LONGEST_SLEEP = 2.0  # another process may have died, or the clock jumped
LONGEST_BACKOFF = 300.0
SWEEP_EVERY = timedelta(hours=1)
AT_ONCE = 50


class Unreachable(Exception):  # noqa: N818 - a fact, not an error
    """Nobody can be reached there any more: channel gone, permission gone, direct messages closed."""


class Sender(Protocol):
    """What carries a reminder to its owner."""

    async def remind(self, reminder: Reminding, late: timedelta | None) -> None:
        """Send one reminder under its nonce. ``late``: how much, where it is worth saying."""

    async def summarise(self, newest: Reminding, count: int) -> None:
        """Say once that ``count`` reminders fell due while nobody was there to send them."""


@dataclass(slots=True)
class Tally:
    """What has happened since the start, for the metrics."""

    sent: int = 0
    late: int = 0
    dropped: int = 0
    failed: int = 0


class Reminders:
    """The one task that sends what is due."""

    def __init__(
        self, memory: Memory, sender: Sender, *, worker: str, now: Callable[[], datetime], tally: Tally | None = None
    ) -> None:
        self._memory = memory
        self._sender = sender
        self._worker = worker
        self._now = now
        self._wake = asyncio.Event()
        self._stopping = False
        self._unmarked: dict[str, bool] = {}
        self._swept_at: datetime | None = None
        self._released = False
        self.tally = tally or Tally()

    def wake(self) -> None:
        """Look again: a reminder was added or moved."""
        self._wake.set()

    def stop(self) -> None:
        """Let :meth:`run` return after what is being sent."""
        self._stopping = True
        self._wake.set()

    async def run(self) -> None:
        """Send until stopped. A store that cannot be used now is asked again, never given up."""
        while not self._stopping:
            self._wake.clear()
            try:
                pause = await self._round()
            except CannotKeep as error:
                log.warning("reminders wait for the store: %s", error.reason)
                pause = 2.0
            except Exception:  # a mistake of ours must not end the only task that sends
                log.exception("a round of reminders failed")
                pause = LONGEST_SLEEP
            try:
                async with asyncio.timeout(pause):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def once(self) -> int:
        """Send what is due now, one batch, and return how many were taken."""
        if not self._released:
            await self._memory.reminders.release(self._worker)
            self._released = True
        await self._mark_left_over()
        now = self._now()
        old = await self._memory.reminders.claim_old(self._worker, now, LEASE, oldest=now - TOO_OLD)
        if old:
            async with self._renewing():
                await self._summarise(old)
        due = await self._memory.reminders.claim(self._worker, now, LEASE, oldest=now - TOO_OLD, most=AT_ONCE)
        async with self._renewing():
            await asyncio.gather(*(self._send(reminder) for reminder in due))
        return len(due) + len(old)

    @asynccontextmanager
    async def _renewing(self) -> AsyncIterator[None]:
        """Keep what is claimed for as long as it takes to send it."""
        over = asyncio.Event()
        task = asyncio.create_task(self._renew(over))
        try:
            yield
        finally:
            over.set()
            await task

    async def _renew(self, over: asyncio.Event) -> None:
        while not over.is_set():
            try:
                async with asyncio.timeout(RENEW_EVERY):
                    await over.wait()
            except TimeoutError:
                with suppress(CannotKeep):  # another may take it then, and sends it under the same nonce
                    await self._memory.reminders.renew(self._worker, self._now() + LEASE)

    async def _round(self) -> float:
        """Do one batch and return how long nothing else is due, in seconds."""
        if await self.once():
            return 0.0
        now = self._now()
        if self._swept_at is None or now - self._swept_at >= SWEEP_EVERY:
            await self._memory.sweep(now)
            self._swept_at = now
        upcoming = await self._memory.reminders.next_at()
        if upcoming is None:
            return LONGEST_SLEEP
        return min(max((upcoming - now).total_seconds(), 0.01), LONGEST_SLEEP)

    async def _send(self, reminder: Reminding) -> None:
        if reminder.id in self._unmarked:
            return
        behind = self._now() - reminder.due_at
        late = behind if behind > LATE_AFTER else None
        if await self._tried([reminder], self._sender.remind(reminder, late)):
            self.tally.sent += 1
            self.tally.late += late is not None

    async def _summarise(self, old: Sequence[Reminding]) -> None:
        if await self._tried(old, self._sender.summarise(old[-1], len(old))):
            self.tally.dropped += len(old)

    async def _tried(self, reminders: Sequence[Reminding], sending: Awaitable[None]) -> bool:
        ids = [reminder.id for reminder in reminders]
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await sending
        except Unreachable:
            self.tally.failed += len(ids)
            await self._mark(ids, sent=False)
            return False
        except Exception:  # whatever a sender meets, the reminder stays and is tried again
            log.exception("a reminder could not be sent; it is tried again")
            await self._postpone(reminders)
            return False
        await self._mark(ids, sent=True)
        return True

    async def _mark(self, ids: Sequence[str], *, sent: bool) -> None:
        try:
            await self._memory.reminders.settle(ids, self._now(), sent=sent)
        except CannotKeep:
            self._unmarked |= dict.fromkeys(ids, sent)

    async def _mark_left_over(self) -> None:
        """Mark what was sent while the store could not be used: it must not be sent again."""
        for sent in (True, False):
            ids = [key for key, value in self._unmarked.items() if value is sent]
            if ids:
                await self._memory.reminders.settle(ids, self._now(), sent=sent)
                for key in ids:
                    del self._unmarked[key]

    async def _postpone(self, reminders: Sequence[Reminding]) -> None:
        for reminder in reminders:
            pause = min(2.0 ** min(reminder.attempts, 20), LONGEST_BACKOFF)
            try:
                await self._memory.reminders.postpone(reminder.id, self._worker, self._now() + timedelta(seconds=pause))
            except CannotKeep:
                return  # the lease runs out by itself
