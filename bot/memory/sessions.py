"""Where each shard stood in Discord's stream of events: a process that comes back asks for what it missed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from bot.memory.database import Database
from bot.memory.models import GatewaySession
from bot.memory.upsert import upsert
from bot.memory.values import Standing

KEPT_FOR = timedelta(hours=1)  # Discord forgets a session sooner


class Sessions:
    """One row a shard."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, stood: Sequence[Standing], now: datetime) -> None:
        """Keep where shards stand, in place of where they stood."""
        async with self._database.transaction(write=True) as session:
            for one in stood:
                key = {"shard_id": one.shard, "shard_count": one.shards}
                values = {"session_id": one.session, "sequence": one.sequence, "gateway": one.gateway}
                await upsert(session, GatewaySession, key, {**values, "updated_at": now})

    async def stood(self, ids: Sequence[int] | None, shards: int | None, now: datetime) -> list[Standing]:
        """Return where these shards, or all, stood when their process ended, where that is worth a try."""
        query = select(GatewaySession).where(GatewaySession.updated_at > now - KEPT_FOR)
        if ids is not None:
            query = query.where(GatewaySession.shard_id.in_(ids))
        if shards is not None:
            query = query.where(GatewaySession.shard_count == shards)
        async with self._database.transaction() as session:
            rows = (await session.scalars(query.order_by(GatewaySession.updated_at.desc()))).all()
        kept = (Standing(row.shard_id, row.shard_count, row.session_id, row.sequence, row.gateway) for row in rows)
        return [one for one in kept if one.shards == rows[0].shard_count]

    async def forget(self, stood: Standing) -> None:
        """Forget a session that Discord no longer knows."""
        gone = (GatewaySession.shard_id == stood.shard, GatewaySession.session_id == stood.session)
        async with self._database.transaction(write=True) as session:
            await session.execute(delete(GatewaySession).where(*gone))
