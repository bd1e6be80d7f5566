"""A process that comes back goes on where it stood: Discord repeats the events that nobody has answered.

Discord keeps a session for a while after its connection is gone, however the process ended, and repeats on RESUME
what came since. It sends the servers' names and channels only after an IDENTIFY, though. So each shard does both: the
earlier session is taken up beside the new one, and left when the new one is ready. Discord allows several sessions of
one shard; what both bring is answered once.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeAlias

import aiohttp
import discord
from discord.gateway import DiscordWebSocket, ReconnectWebSocket
from yarl import URL

from bot.app import TASKS, forgiving
from bot.gateway import Connection
from bot.guard import Recent
from bot.memory import CannotKeep, Memory, Standing

if TYPE_CHECKING:
    from bot.app import Mata

log = logging.getLogger(__name__)
KEEP_EVERY = 1.0
PATIENCE = 60.0  # seconds that an answer may take before a place after it is kept nevertheless
OVERLAP = 1.0  # seconds that the earlier session is still heard when the new one is ready
TRIES = 3
SEEN = 4_000  # events whose ids are held: more than come in the second between two places that are kept
NEW, LATER = ("INTERACTION_CREATE", "MESSAGE_CREATE"), ("MESSAGE_UPDATE", "MESSAGE_DELETE", "MESSAGE_DELETE_BULK")
Parse: TypeAlias = Callable[[Any], Any]


def once(parse: Parse, seen: Recent[bool]) -> Parse:
    """Return a parser that passes an event over which came before: repeated by a RESUME, or by two sessions."""

    def parsed(data: Any) -> None:
        told = data.get("id") if isinstance(data, dict) else None
        if isinstance(told, str) and told.isdecimal():
            number = int(told)
            if seen.get(number):
                return
            seen.put(number, True)
        parse(data)

    return parsed


class Places:
    """Where the shards stand; a place is kept once everything that came before it is answered."""

    def __init__(self, app: Mata, memory: Memory) -> None:
        self._app, self._memory = app, memory
        self.ready: set[int] = set()
        self._waiting: deque[tuple[float, list[Standing], set[asyncio.Task[Any]]]] = deque()
        self._kept: dict[int, Standing] = {}

    async def watch(self) -> None:
        """Note and keep, until cancelled or the client stops: what comes then is for the next process."""
        while not self._app.stopping:
            self.note()
            await self.keep()
            await asyncio.sleep(KEEP_EVERY)

    def note(self) -> None:
        """Note where the shards stand now, and what is still being answered."""
        stand = [found for shard in sorted(self.ready) if (found := standing(self._app, shard)) is not None]
        answering = {task for task in asyncio.all_tasks() if task.get_name().startswith(TASKS)}
        self._waiting.append((self._app.loop.time(), stand, answering))

    async def keep(self) -> None:
        """Keep the latest place of which everything before is answered."""
        latest: list[Standing] = []
        while self._waiting and self._over(*self._waiting[0]):
            latest = self._waiting.popleft()[1]
        moved = [one for one in latest if self._kept.get(one.shard) != one]
        if not moved:
            return
        try:
            await self._memory.sessions.keep(moved, self._app.now())
        except CannotKeep:
            return  # the next one is as good
        self._kept |= {one.shard: one for one in moved}

    def _over(self, noted: float, _: list[Standing], answering: set[asyncio.Task[Any]]) -> bool:
        return all(task.done() for task in answering) or self._app.loop.time() - noted > PATIENCE


class CatchingUp:
    """The earlier session of one shard, beside the new one until that is ready."""

    def __init__(self, app: Mata, memory: Memory, stood: Standing) -> None:
        self._app, self._memory, self._stood = app, memory, stood
        self._sequence = stood.sequence
        self._held: list[tuple[Parse, Any]] | None = []

    async def run(self) -> None:
        """Take the session up and hear it until cancelled, or until it is over."""
        for _ in range(TRIES):
            try:
                await self._heard()
            except ReconnectWebSocket as lost:
                if not lost.resume:
                    log.info("shard %s: the earlier session is over", self._stood.shard)
                    break
            except (OSError, RuntimeError, TimeoutError, aiohttp.ClientError, discord.DiscordException):
                await asyncio.sleep(KEEP_EVERY)
        with suppress(CannotKeep):
            await self._memory.sessions.forget(self._stood)

    async def _heard(self) -> None:
        stood = self._stood
        connection = await Connection.from_client(
            self._app, gateway=URL(stood.gateway), shard_id=stood.shard, session=stood.session,
            sequence=self._sequence, resume=True,
        )  # fmt: skip
        connection._discord_parsers = self._parsers()
        try:
            while True:
                await connection.poll_event()
                self._sequence = connection.sequence or self._sequence
        finally:
            await connection.close(code=1000 if self._held is None else 4000)  # 1000 ends the session

    def _parsers(self) -> dict[str, Parse]:
        parsers = self._app._connection.parsers
        held = {event: forgiving(event, self._in_time(parsers[event])) for event in (*NEW, *LATER)}
        return {"RESUMED": parsers["RESUMED"], **held}

    def _in_time(self, parse: Parse) -> Parse:
        """Hold back what belongs to a server that is not known yet; an interaction brings along what it needs."""

        def parsed(data: Any) -> None:
            guild = data.get("guild_id")
            known = guild is None or "token" in data or self._app.get_guild(int(guild)) is not None
            if known or self._held is None:
                parse(data)
            else:
                self._held.append((parse, data))

        return parsed

    def release(self) -> None:
        """Hand on what was held back: the servers are known."""
        held, self._held = self._held or [], None
        for parse, data in held:
            parse(data)


class Resuming:
    """Both, of every shard of one client."""

    def __init__(self, app: Mata, memory: Memory | None) -> None:
        self._app, self._memory = app, memory
        self._places = Places(app, memory) if memory else None
        self._catching_up: dict[int, tuple[CatchingUp, asyncio.Task[None]]] = {}
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take up what an earlier process left, before the shards begin."""
        parsers, seen = self._app._connection.parsers, Recent[bool](SEEN, 600.0)
        parsers |= {event: once(parsers[event], seen) for event in NEW}
        if self._memory is None or self._places is None:
            return
        with suppress(CannotKeep):
            told = self._app.options
            for stood in await self._memory.sessions.stood(told.shard_ids, told.shard_count, self._app.now()):
                if safe(stood.gateway):
                    self._take_up(self._memory, stood)
        self._watching = asyncio.create_task(self._places.watch(), name="mata: places")

    def _take_up(self, memory: Memory, stood: Standing) -> None:
        catching_up = CatchingUp(self._app, memory, stood)
        task = asyncio.create_task(catching_up.run(), name="mata: catching up")
        self._catching_up[stood.shard] = catching_up, task

    async def ready(self, shard: int) -> None:
        """Go over to the new session of a shard."""
        catching_up, task = self._catching_up.pop(shard, (None, None))
        if catching_up is not None and task is not None:
            catching_up.release()
            await asyncio.sleep(OVERLAP)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        if self._places is not None:
            self._places.ready.add(shard)

    async def stop(self) -> None:
        """Keep where every shard stood when the client began to stop, and let Discord keep the sessions."""
        tasks = [task for _, task in self._catching_up.values()]
        tasks += [self._watching] if self._watching else []
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._places is not None:
            await self._places.keep()
            for shard in self._places.ready:
                if (open_one := connection(self._app, shard)) is not None:
                    open_one.stays_open()


def connection(app: Mata, shard: int) -> Connection | None:
    """Return a shard's connection, which discord.py shows to nobody."""
    found = app._get_websocket(shard_id=shard) if app.get_shard(shard) else None
    return found if isinstance(found, Connection) else None


def standing(app: Mata, shard: int) -> Standing | None:
    """Return where a shard stands now, if it is in a session."""
    found = connection(app, shard)
    if found is None or found.session_id is None or found.sequence is None:
        return None
    return Standing(shard, app.shard_count or 1, found.session_id, found.sequence, str(found.gateway)[:200])


def safe(gateway: str) -> bool:
    """Tell whether an address is Discord's: the token is said there."""
    host, usual = URL(gateway).host or "", DiscordWebSocket.DEFAULT_GATEWAY.host
    return host == usual or host.endswith(".discord.gg")
