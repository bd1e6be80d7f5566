"""How estimates came out: numbers without a name, and the coverage they add up to."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.memory.database import Database
from bot.memory.models import KeptRun, Outcome
from bot.memory.values import Coverage


class Outcomes:
    """Hits and misses of the band."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, run_id: str, owner: int, finished_at: datetime) -> bool | None:
        """Keep that the run ended, and count its last band as hit (``True``) or miss; ``None``: nothing to count.

        A run counts once: two clicks, two reminders or two processes make one outcome.
        """
        async with self._database.transaction(write=True) as session:
            mine = (KeptRun.id == run_id, KeptRun.owner_id == owner)
            await session.execute(update(KeptRun).where(*mine).values(finished_at=finished_at))
            return await _judge(session, run_id, owner, finished_at, ended=True)

    async def still_running(self, run_id: str, owner: int, now: datetime) -> bool:
        """Count a run that has not ended by the late end of its band as a miss; ``True`` where that is so."""
        async with self._database.transaction(write=True) as session:
            row = await session.get(KeptRun, run_id)
            if row is None or row.owner_id != owner or row.pessimistic_at is None or now <= row.pessimistic_at:
                return False
            return await _judge(session, run_id, owner, now, ended=False) is not None

    async def coverage(self) -> Coverage:
        """Return how many of the told outcomes lay inside the band."""
        async with self._database.transaction() as session:
            told = await session.scalar(select(func.count()).select_from(Outcome))
            hits = await session.scalar(select(func.count()).select_from(Outcome).where(Outcome.hit))
        return Coverage(hits or 0, told or 0)


async def _judge(session: AsyncSession, run_id: str, owner: int, at: datetime, *, ended: bool) -> bool | None:
    mine = (KeptRun.id == run_id, KeptRun.owner_id == owner, KeptRun.judged_at.is_(None))
    judged = update(KeptRun).where(*mine, KeptRun.expected_at.is_not(None)).values(judged_at=at).returning(KeptRun)
    row = (await session.scalars(judged.execution_options(populate_existing=True))).first()
    found = _outcome(row, at, ended=ended) if row else None
    if found is None:
        return None
    session.add(found)
    return found.hit


def _outcome(row: KeptRun, at: datetime, *, ended: bool) -> Outcome | None:
    if row.optimistic_at is None or row.expected_at is None or row.pessimistic_at is None:
        return None
    side = -1 if at < row.optimistic_at else int(at > row.pessimistic_at)
    return Outcome(
        month=at.strftime("%Y-%m"),
        hit=side == 0,
        side=side,
        expected_seconds=(row.expected_at - row.asked_at).total_seconds(),
        optimistic_seconds=(row.optimistic_at - row.asked_at).total_seconds(),
        pessimistic_seconds=(row.pessimistic_at - row.asked_at).total_seconds(),
        actual_seconds=(at - row.asked_at).total_seconds() if ended else None,
    )
