"""Which answer belongs to which message: an edit is answered in place, a deletion followed."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, delete, select

from bot.memory.database import Database
from bot.memory.models import Reply, kept_run
from bot.memory.upsert import upsert
from bot.memory.values import KnownReply

KEPT_FOR = timedelta(days=7)
MOST_REPLIES = 200  # of one person; the oldest go


class Replies:
    """Bounded in time and in number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def link(self, reply: KnownReply, now: datetime) -> None:
        """Keep that ``reply_id`` answers ``source_id`` (a message's or an interaction's id)."""
        values = {"reply_id": reply.reply_id, "run_id": kept_run(reply.run_id), "expires_at": now + KEPT_FOR}
        whose = {"channel_id": reply.channel_id, "owner_id": reply.owner_id, "created_at": now}
        beyond = (
            select(Reply.source_id)
            .where(Reply.owner_id == reply.owner_id)
            .order_by(Reply.created_at.desc(), Reply.source_id.desc())
            .offset(MOST_REPLIES)
        )
        async with self._database.transaction(write=True) as session:
            await upsert(session, Reply, {"source_id": reply.source_id}, values, whose)
            old = (await session.scalars(beyond.limit(MOST_REPLIES))).all()
            if old:
                await session.execute(delete(Reply).where(Reply.source_id.in_(old)))

    async def to(self, source_id: int) -> KnownReply | None:
        """Return the answer to a message."""
        return await self._one(Reply.source_id == source_id)

    async def named(self, reply_id: int) -> KnownReply | None:
        """Return what is known of one of Mata's own messages: someone replied to it, or it was deleted."""
        return await self._one(Reply.reply_id == reply_id)

    async def unlink(self, source_id: int) -> None:
        """Forget an answer: it, or its source, is gone."""
        async with self._database.transaction(write=True) as session:
            await session.execute(delete(Reply).where(Reply.source_id == source_id))

    async def _one(self, condition: ColumnElement[bool]) -> KnownReply | None:
        async with self._database.transaction() as session:
            row = await session.scalar(select(Reply).where(condition).limit(1))
        if row is None:
            return None
        return KnownReply(row.source_id, row.reply_id, row.channel_id, row.owner_id, row.run_id)
