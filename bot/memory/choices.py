"""What people and servers chose."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import delete, select

from bot.memory.database import Database
from bot.memory.models import Base, Guild, Person, WatchedChannel
from bot.memory.upsert import upsert
from bot.memory.values import GuildSettings, PersonSettings, Verbosity


class People:
    """A person's own settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings(self, user_id: int) -> PersonSettings:
        """Return what the person chose; all ``None`` for a stranger."""
        async with self._database.transaction() as session:
            row = await session.get(Person, user_id)
        return PersonSettings(row.language, cast("Verbosity | None", row.verbosity)) if row else PersonSettings()

    async def choose(self, user_id: int, now: datetime, **chosen: str | None) -> None:
        """Set ``language`` or ``verbosity``; ``None`` takes the choice back."""
        await _set(self._database, Person, {"user_id": user_id}, now, chosen)


class Guilds:
    """A server's settings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def settings(self, guild_id: int) -> GuildSettings:
        """Return what the managers chose."""
        async with self._database.transaction() as session:
            row = await session.get(Guild, guild_id)
            watched = await session.scalars(
                select(WatchedChannel.channel_id).where(WatchedChannel.guild_id == guild_id)
            )
            channels = frozenset(watched)
        if row is None:
            return GuildSettings(watched=channels)
        return GuildSettings(row.language, cast("Verbosity | None", row.verbosity), row.role_id, channels)

    async def choose(self, guild_id: int, now: datetime, **chosen: str | int | None) -> None:
        """Set ``language``, ``verbosity`` or ``role_id``; ``None`` takes the choice back."""
        await _set(self._database, Guild, {"guild_id": guild_id}, now, chosen)

    async def watch(self, guild_id: int, channel_id: int, now: datetime, *, watched: bool) -> None:
        """Begin or end watching a channel for logs."""
        async with self._database.transaction(write=True) as session:
            if watched:
                await upsert(session, WatchedChannel, {"channel_id": channel_id}, {"guild_id": guild_id, "since": now})
            else:
                await session.execute(delete(WatchedChannel).where(WatchedChannel.channel_id == channel_id))

    async def watched_channels(self) -> frozenset[int]:
        """Return every watched channel of every server."""
        async with self._database.transaction() as session:
            return frozenset(await session.scalars(select(WatchedChannel.channel_id)))

    async def forget(self, guild_id: int) -> None:
        """Delete a server's settings: it removed Mata."""
        async with self._database.transaction(write=True) as session:
            await session.execute(delete(WatchedChannel).where(WatchedChannel.guild_id == guild_id))
            await session.execute(delete(Guild).where(Guild.guild_id == guild_id))


async def _set(
    database: Database, model: type[Base], key: dict[str, Any], now: datetime, chosen: dict[str, Any]
) -> None:
    unknown = set(chosen) - {"language", "verbosity", "role_id"}
    if unknown:
        raise TypeError(f"no such setting: {sorted(unknown)}")
    async with database.transaction(write=True) as session:
        await upsert(session, model, key, {**chosen, "updated_at": now})
