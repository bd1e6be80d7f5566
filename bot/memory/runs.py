"""The runs of people, as numbers, for thirty days."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal

from sqlalchemy import delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.memory.database import Database
from bot.memory.models import KeptRun, Reminder
from bot.memory.naming import clean_name
from bot.memory.numbers import details, packed, unpacked
from bot.memory.upsert import upsert
from bot.memory.values import Finish, Place, Remembered
from estimators import Run, Unit

KEPT_FOR = timedelta(days=30)
MOST_RUNS = 100  # of one person; the oldest goes
NEVER = Finish(None, None, None)


def new_run_id() -> str:
    """Return a random id, short enough for a button: known before anything is stored."""
    return secrets.token_urlsafe(9)


class Runs:
    """Remember, find again, rename and forget."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def remember(
        self, owner: int, place: Place, run: Run, now: datetime, *, finish: Finish = NEVER, run_id: str | None = None
    ) -> str:
        """Keep ``run`` under ``run_id`` (a new one without it) and return the id; moves its waiting reminders.

        Another person's run is never overwritten: it is kept under a new id instead.
        """
        blob, known = packed(run), details(run)
        async with self._database.transaction(write=True) as session:
            key = run_id or new_run_id()
            held_by = await session.scalar(select(KeptRun.owner_id).where(KeptRun.id == key))
            if held_by not in {None, owner}:
                key = new_run_id()
            values = {
                "format": run.format[:40],
                "unit": str(run.unit),
                "done": run.done,
                "total": run.total,
                "pace": run.pace,
                "details": known,
                "observations": blob,
                "asked_at": now,
                "optimistic_at": finish.optimistic,
                "expected_at": finish.expected,
                "pessimistic_at": finish.pessimistic,
                "updated_at": now,
                "expires_at": now + KEPT_FOR,
            }
            where = {"owner_id": owner, "guild_id": place.guild_id, "channel_id": place.channel_id}
            await upsert(session, KeptRun, {"id": key}, values, {**where, "created_at": now})
            if held_by == owner:
                await _move_reminders(session, key, finish, now)
            else:
                await _drop_oldest(session, owner)
        return key

    async def latest(self, owner: int, place: Place, now: datetime) -> Remembered | None:
        """Return the person's newest run in this place that is not known to have ended."""
        query = (
            select(KeptRun)
            .where(KeptRun.owner_id == owner, KeptRun.channel_id == place.channel_id)
            .where(KeptRun.finished_at.is_(None), KeptRun.expires_at > now)
            .order_by(KeptRun.updated_at.desc())
            .limit(1)
        )
        async with self._database.transaction() as session:
            row = await session.scalar(query)
        return _value(row) if row else None

    async def get(self, run_id: str, owner: int | None = None) -> Remembered | None:
        """Return one run; with ``owner`` only where it is theirs."""
        async with self._database.transaction() as session:
            row = await session.get(KeptRun, run_id)
        return _value(row) if row and owner in {None, row.owner_id} else None

    async def of(self, owner: int, now: datetime, most: int = 25) -> list[Remembered]:
        """Return the person's runs everywhere, newest first."""
        query = (
            select(KeptRun)
            .where(KeptRun.owner_id == owner, KeptRun.expires_at > now)
            .order_by(KeptRun.updated_at.desc())
            .limit(most)
        )
        async with self._database.transaction() as session:
            return [_value(row) for row in await session.scalars(query)]

    async def rename(self, run_id: str, owner: int, name: str | None) -> bool:
        """Give the run a name, or take it away; ``False`` where it is not theirs."""
        change = update(KeptRun).where(KeptRun.id == run_id, KeptRun.owner_id == owner)
        async with self._database.transaction(write=True) as session:
            done = await session.scalars(change.values(name=clean_name(name)).returning(KeptRun.id))
            return done.first() is not None

    async def forget(self, run_id: str, owner: int) -> bool:
        """Delete the run and its reminders; ``False`` where it is not theirs."""
        query = delete(KeptRun).where(KeptRun.id == run_id, KeptRun.owner_id == owner).returning(KeptRun.id)
        async with self._database.transaction(write=True) as session:
            return (await session.scalars(query)).first() is not None


async def _move_reminders(session: AsyncSession, run_id: str, finish: Finish, now: datetime) -> None:
    """Let reminders at an estimated instant follow the newer estimate; one being sent stays."""
    for kind, at in (("expected", finish.expected), ("pessimistic", finish.pessimistic)):
        if at is not None:
            waiting = (Reminder.run_id == run_id, Reminder.kind == kind, Reminder.closed_at.is_(None))
            free = Reminder.claimed_until.is_(None)
            await session.execute(update(Reminder).where(*waiting, free).values(due_at=at))
    latest = await session.scalar(
        select(func.max(Reminder.due_at)).where(Reminder.run_id == run_id, Reminder.closed_at.is_(None))
    )
    if latest is not None and latest + timedelta(days=7) > now + KEPT_FOR:
        await session.execute(update(KeptRun).where(KeptRun.id == run_id).values(expires_at=latest + timedelta(days=7)))


async def _drop_oldest(session: AsyncSession, owner: int) -> None:
    beyond = select(KeptRun.id).where(KeptRun.owner_id == owner).order_by(KeptRun.updated_at.desc()).offset(MOST_RUNS)
    old: Iterable[str] = (await session.scalars(beyond.limit(MOST_RUNS))).all()
    if old:
        await session.execute(delete(KeptRun).where(KeptRun.id.in_(old)))


def _value(row: KeptRun) -> Remembered:
    scalars = Run(row.format, Unit(row.unit), Decimal(row.done), total=row.total, pace=row.pace)
    return Remembered(
        id=row.id,
        owner_id=row.owner_id,
        place=Place(row.channel_id, row.guild_id),
        run=unpacked(row.observations, row.details, scalars),
        name=row.name,
        asked_at=row.asked_at,
        finish=Finish(row.optimistic_at, row.expected_at, row.pessimistic_at),
        finished_at=row.finished_at,
        updated_at=row.updated_at,
    )
