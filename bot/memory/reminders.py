"""Reminders: asked for, claimed by one process for a while, sent, settled.

Between claim and settlement a process may die. Then nobody renews the claim and it runs out, or, on SQLite, where
there is one process, the next lets go of it; whoever sends again uses the same nonce, by which Discord drops the double.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import ColumnElement, and_, delete, func, or_, select, update

from bot.memory.database import Database
from bot.memory.models import KeptRun, Reminder, kept_run
from bot.memory.values import Place, ReminderKind, Reminding

MOST_WAITING = 25  # of one person
AFTER_DUE = timedelta(days=7)
OPEN = Reminder.closed_at.is_(None)


def new_reminder(
    owner: int, place: Place, kind: ReminderKind, due_at: datetime, *, run_id: str | None, language: str
) -> Reminding:
    """Return a reminder with a random id and the nonce that every attempt to send it will carry."""
    identity = secrets.token_urlsafe(9)
    return Reminding(identity, owner, place, run_id, kind, language, due_at, str(secrets.randbits(63)))


class Reminders:
    """One row a reminder; SQL is the queue."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, reminder: Reminding, now: datetime) -> bool:
        """Keep a reminder; ``False`` where the person has too many waiting. One kind a run: a second one moves it."""
        same = (Reminder.owner_id == reminder.owner_id, Reminder.run_id == reminder.run_id, OPEN)
        async with self._database.transaction(write=True) as session:
            if reminder.run_id and reminder.kind != "chosen":
                await session.execute(delete(Reminder).where(*same, Reminder.kind == reminder.kind))
            waiting = select(func.count()).where(Reminder.owner_id == reminder.owner_id, OPEN)
            if (await session.scalar(waiting) or 0) >= MOST_WAITING:
                return False
            session.add(_row(reminder, now))
            late_enough = reminder.due_at + AFTER_DUE
            outlives = (KeptRun.id == reminder.run_id, KeptRun.expires_at < late_enough)
            await session.execute(update(KeptRun).where(*outlives).values(expires_at=late_enough))
        return True

    async def waiting(self, owner: int) -> list[Reminding]:
        """Return the person's reminders that are still to come, next first."""
        query = select(Reminder).where(Reminder.owner_id == owner, OPEN).order_by(Reminder.due_at)
        async with self._database.transaction() as session:
            return [_value(row) for row in await session.scalars(query)]

    async def get(self, reminder_id: str) -> Reminding | None:
        """Return one reminder, settled or not."""
        async with self._database.transaction() as session:
            row = await session.get(Reminder, reminder_id)
        return _value(row) if row else None

    async def cancel(self, reminder_id: str, owner: int) -> bool:
        """Delete a reminder that is still to come; ``False`` where it is not theirs or gone."""
        mine = (Reminder.id == reminder_id, Reminder.owner_id == owner, OPEN)
        async with self._database.transaction(write=True) as session:
            gone = await session.scalars(delete(Reminder).where(*mine).returning(Reminder.id))
            return gone.first() is not None

    async def claim(
        self, worker: str, now: datetime, lease: timedelta, *, oldest: datetime, most: int = 50
    ) -> list[Reminding]:
        """Take up to ``most`` reminders due since ``oldest`` for ``lease``; no other process gets them until then.

        On PostgreSQL rows that another process is claiming at this moment are skipped; on SQLite, which has one
        process, the single statement is atomic by itself.
        """
        due = (
            select(Reminder.id)
            .where(OPEN, Reminder.due_at <= now, Reminder.due_at >= oldest, _free(now))
            .order_by(Reminder.due_at)
            .limit(most)
            .with_for_update(skip_locked=True)
            .cte("due")  # read once: a plan may run a plain subquery again, and take more than ``most``
        )
        return await self._taken(Reminder.id.in_(select(due.c.id)), worker, now + lease)

    async def claim_old(self, worker: str, now: datetime, lease: timedelta, *, oldest: datetime) -> list[Reminding]:
        """Take everything of one person that fell due before ``oldest``: worth one summary, not a flood."""
        old = (OPEN, Reminder.due_at < oldest, _free(now))
        someone = select(Reminder.owner_id).where(*old).order_by(Reminder.owner_id).limit(1).scalar_subquery()
        return await self._taken(and_(*old, Reminder.owner_id == someone), worker, now + lease)

    async def _taken(self, which: ColumnElement[bool], worker: str, until: datetime) -> list[Reminding]:
        query = (
            update(Reminder)
            .where(which)
            .values(claimed_by=worker, claimed_until=until, attempts=Reminder.attempts + 1)
            .returning(Reminder)
            .execution_options(synchronize_session=False)
        )
        async with self._database.transaction(write=True) as session:
            rows = (await session.scalars(query)).all()
        return sorted(map(_value, rows), key=lambda reminder: reminder.due_at)

    async def settle(self, ids: Sequence[str], now: datetime, *, sent: bool) -> None:
        """Mark reminders as sent, or (``sent=False``) as given up: nobody can be reached there any more."""
        change = {"closed_at": now, "claimed_until": None, **({"sent_at": now} if sent else {})}
        async with self._database.transaction(write=True) as session:
            await session.execute(update(Reminder).where(Reminder.id.in_(ids), OPEN).values(change))

    async def postpone(self, reminder_id: str, worker: str, until: datetime) -> None:
        """Hand a claimed reminder back, to be tried again from ``until`` on."""
        mine = (Reminder.id == reminder_id, Reminder.claimed_by == worker, OPEN)
        async with self._database.transaction(write=True) as session:
            await session.execute(update(Reminder).where(*mine).values(claimed_by=None, claimed_until=until))

    async def renew(self, worker: str, until: datetime) -> None:
        """Keep what ``worker`` holds until then: it lives and is still sending."""
        mine = (Reminder.claimed_by == worker, OPEN)
        async with self._database.transaction(write=True) as session:
            await session.execute(update(Reminder).where(*mine).values(claimed_until=until))

    async def release(self, worker: str) -> int:
        """Let go of what ``worker`` held when it died; to be called when it starts. Returns how many."""
        held = update(Reminder).where(Reminder.claimed_by == worker, OPEN)
        async with self._database.transaction(write=True) as session:
            freed = await session.scalars(held.values(claimed_by=None, claimed_until=None).returning(Reminder.id))
            return len(freed.all())

    async def due(self, now: datetime) -> int:
        """Return how many are due and not sent."""
        query = select(func.count()).select_from(Reminder).where(OPEN, Reminder.due_at <= now)
        async with self._database.transaction() as session:
            return await session.scalar(query) or 0

    async def next_at(self) -> datetime | None:
        """Return the instant at which the next reminder can be claimed."""
        async with self._database.transaction() as session:
            due = await session.scalar(select(func.min(Reminder.due_at)).where(OPEN, Reminder.claimed_until.is_(None)))
            freed = await session.scalar(select(func.min(Reminder.claimed_until)).where(OPEN))
        return min((at for at in (due, freed) if at is not None), default=None)


def _free(now: datetime) -> ColumnElement[bool]:
    return or_(Reminder.claimed_until.is_(None), Reminder.claimed_until <= now)


def _row(reminder: Reminding, now: datetime) -> Reminder:
    return Reminder(
        id=reminder.id,
        owner_id=reminder.owner_id,
        guild_id=reminder.place.guild_id,
        channel_id=reminder.place.channel_id,
        run_id=kept_run(reminder.run_id),
        kind=reminder.kind,
        language=reminder.language,
        due_at=reminder.due_at,
        nonce=reminder.nonce,
        attempts=0,
        created_at=now,
    )


def _value(row: Reminder) -> Reminding:
    return Reminding(
        id=row.id,
        owner_id=row.owner_id,
        place=Place(row.channel_id, row.guild_id),
        run_id=row.run_id,
        kind=cast("ReminderKind", row.kind),
        language=row.language,
        due_at=row.due_at,
        nonce=row.nonce,
        attempts=row.attempts,
    )
