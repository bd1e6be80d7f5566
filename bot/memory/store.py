"""Memory: everything that is kept, one room a concern. SQL lives in this folder only."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, exists, select

from bot.memory.choices import Guilds, People
from bot.memory.database import Database
from bot.memory.joins import Joins
from bot.memory.models import KeptRun, Reminder, Reply
from bot.memory.outcomes import Outcomes
from bot.memory.personal import Personal
from bot.memory.reminders import AFTER_DUE, Reminders
from bot.memory.replies import Replies
from bot.memory.runs import Runs
from bot.memory.sessions import Sessions
from bot.memory.turns import Turns


class Memory:
    """What is kept, on SQLite or PostgreSQL by ``url``.

    Every method raises :class:`bot.memory.CannotKeep` when the store cannot be used now, after
    ``deadline`` seconds at the latest; a store that comes back is used again by itself.
    """

    def __init__(self, url: str, *, deadline: float = 5.0) -> None:
        self.database = Database(url, deadline=deadline)
        self.people = People(self.database)
        self.guilds = Guilds(self.database)
        self.runs = Runs(self.database)
        self.joins = Joins(self.database)
        self.replies = Replies(self.database)
        self.reminders = Reminders(self.database)
        self.outcomes = Outcomes(self.database)
        self.personal = Personal(self.database)
        self.sessions = Sessions(self.database)
        self.turns = Turns(self.database)

    @property
    def shared(self) -> bool:
        """Say whether several processes may use this store at once."""
        return not self.database.is_sqlite

    async def start(self) -> None:
        """Open the store and migrate it. ``Refusal`` must stop the process; ``CannotKeep`` need not."""
        await self.database.start()

    async def close(self) -> None:
        """Close the store."""
        await self.turns.close()
        await self.database.close()

    async def sweep(self, now: datetime) -> int:
        """Delete what has expired and return how many rows; called every hour."""
        pending = exists(select(Reminder.id).where(Reminder.run_id == KeptRun.id, Reminder.closed_at.is_(None)))
        expired = (
            delete(Reply).where(Reply.expires_at <= now).returning(Reply.created_at),
            delete(Reminder).where(Reminder.closed_at <= now - AFTER_DUE).returning(Reminder.created_at),
            delete(KeptRun).where(KeptRun.expires_at <= now, ~pending).returning(KeptRun.created_at),
        )
        count = 0
        async with self.database.transaction(write=True, deadline=30) as session:
            for statement in expired:
                count += len((await session.execute(statement)).all())
        return count
