"""What people and servers chose, held for a while: most questions come from somebody who asked a moment ago."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from math import inf
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

import discord

from bot.guard import Recent
from bot.memory import GuildSettings, Memory, PersonSettings
from bot.reply import Reply

if TYPE_CHECKING:
    from bot.exchange import Asker

T = TypeVar("T")
PERSON_SECONDS, GUILD_SECONDS = 600.0, 60.0
SOON, PATIENT = 1.0, 10.0  # seconds for memory's word: while somebody waits for an answer, and while nobody does


class Kept(Protocol):
    """How memory is asked: ``None`` where it cannot answer within so many seconds."""

    async def __call__(self, ask: Callable[[], Awaitable[T]], /, within: float = SOON) -> T | None:
        """Return what ``ask`` returns, or ``None``."""


class Preferences:
    """The choices behind an answer. Whoever changes one drops it here; other processes notice within a minute."""

    def __init__(self, memory: Memory | None, kept: Kept) -> None:
        self._memory, self._kept = memory, kept
        self._people: Recent[PersonSettings] = Recent(5_000, PERSON_SECONDS)
        self._guilds: Recent[GuildSettings] = Recent(20_000, GUILD_SECONDS)
        self._watched: frozenset[int] | None = None
        self._watched_at = -inf
        self._loading: asyncio.Task[None] | None = None

    async def person(self, user_id: int) -> PersonSettings:
        """Return what a person chose; nothing where memory does not say."""
        held, memory = self._people.get(user_id), self._memory
        if held is None and memory is not None:
            held = await self._kept(lambda: memory.people.settings(user_id))
            self._hold(self._people, user_id, held)
        return held or PersonSettings()

    def unwatched(self, channel_id: int) -> bool:
        """Say at once that nobody watches a channel, where that is known: asked for every message of every server."""
        if time.monotonic() - self._watched_at > GUILD_SECONDS and self._loading is None and self._memory is not None:
            self._loading = asyncio.create_task(self._load_watched(self._memory), name="mata: watched channels")
        return self._watched is not None and channel_id not in self._watched

    async def watches(self, channel_id: int) -> bool:
        """Say whether a channel is watched. A log that nobody asked about can wait, but not be passed over."""
        if not self.unwatched(channel_id) and self._watched is None and self._loading is not None:
            await asyncio.shield(self._loading)
        return channel_id in (self._watched or ())

    async def _load_watched(self, memory: Memory) -> None:
        found = await self._kept(memory.guilds.watched_channels, within=PATIENT)
        if self._loading is not asyncio.current_task():
            return  # what is watched has changed meanwhile
        self._loading = None
        if found is not None:
            self._watched, self._watched_at = found, time.monotonic()

    async def guild(self, guild_id: int | None) -> GuildSettings:
        """Return what a server's managers chose; nothing in a direct message or where memory does not say."""
        memory = self._memory
        if guild_id is None or memory is None:
            return GuildSettings()
        held = self._guilds.get(guild_id)
        if held is None:
            held = await self._kept(lambda: memory.guilds.settings(guild_id))
            self._hold(self._guilds, guild_id, held)
        return held or GuildSettings()

    def choose(self, user_id: int, settings: PersonSettings) -> None:
        """Hold a choice, also where it could not be kept."""
        self._people.put(user_id, settings)

    def drop_person(self, user_id: int) -> None:
        """Ask memory again next time."""
        self._people.pop(user_id)

    def drop_guild(self, guild_id: int) -> None:
        """Ask memory again next time."""
        self._guilds.pop(guild_id)
        self._watched, self._watched_at, self._loading = None, -inf, None

    async def fitted(self, asker: Asker, reply: Reply) -> Reply:
        """Return the reply as long as the person, else the server, wants it."""
        own = (await self.person(asker.person)).verbosity
        wanted = own or (await self.guild(asker.guild)).verbosity
        return shortened(reply) if wanted == "short" else reply

    async def may_use(self, guild_id: int | None, user: discord.abc.User) -> bool:
        """Say whether the server lets this member use Mata; its managers always may."""
        role = (await self.guild(guild_id)).role_id
        if role is None or not isinstance(user, discord.Member):
            return True
        permissions = user.resolved_permissions or user.guild_permissions
        return user.get_role(role) is not None or permissions.manage_guild

    @staticmethod
    def _hold(recent: Recent[Any], key: int, settings: object) -> None:
        if settings is not None:
            recent.put(key, settings)


def shortened(reply: Reply) -> Reply:
    """Return the answer itself: the time, the sum, the band, what was read, and what is asked or wrong."""
    return replace(
        reply,
        findings=(),
        trend="",
        scenarios_title="",
        scenarios_head=None,
        scenarios=(),
        tips_title="",
        tips=(),
        paste="",
    )
