"""What two messages that were taken together were apart, for whoever says that they are two runs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import delete, select

from bot.memory.database import Database
from bot.memory.models import Join, kept_run
from bot.memory.numbers import details, packed, unpacked
from bot.memory.upsert import upsert
from bot.memory.values import Apart, Finish
from estimators import Run, Unit


class Joins:
    """One a run: what its last two messages were apart."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, run_id: str, owner: int, apart: Apart) -> None:
        """Keep what the kept run ``run_id`` was before its last message, and what that message is by itself."""
        values = {
            "before": _scalars(apart.before),
            "before_observations": packed(apart.before),
            "asked_at": apart.asked_at,
            "optimistic_at": apart.finish.optimistic,
            "expected_at": apart.finish.expected,
            "pessimistic_at": apart.finish.pessimistic,
            "alone": _scalars(apart.alone),
            "alone_observations": packed(apart.alone),
            "joined_at": apart.joined_at,
        }
        async with self._database.transaction(write=True) as session:
            if await session.scalar(select(kept_run(run_id))):
                await upsert(session, Join, {"run_id": run_id}, values, {"owner_id": owner})

    async def of(self, run_id: str, owner: int) -> Apart | None:
        """Return what the last two messages of the person's run were apart, if they were two."""
        async with self._database.transaction() as session:
            row = await session.get(Join, run_id)
        if row is None or row.owner_id != owner:
            return None
        return Apart(
            _run(row.before, row.before_observations),
            row.asked_at,
            Finish(row.optimistic_at, row.expected_at, row.pessimistic_at),
            _run(row.alone, row.alone_observations),
            row.joined_at,
        )

    async def drop(self, run_id: str, owner: int) -> None:
        """Forget it: the two are apart again."""
        async with self._database.transaction(write=True) as session:
            await session.execute(delete(Join).where(Join.run_id == run_id, Join.owner_id == owner))


def _scalars(run: Run) -> dict[str, Any]:
    numbers = {"done": run.done, "total": run.total, "pace": run.pace}
    written = {name: None if number is None else str(number)[:48] for name, number in numbers.items()}
    return {**written, "format": run.format[:40], "unit": str(run.unit), "details": details(run)}


def _run(known: dict[str, Any], observations: bytes) -> Run:
    done, total, pace = (Decimal(known[name]) if known[name] else None for name in ("done", "total", "pace"))
    run = Run(known["format"], Unit(known["unit"]), done or Decimal(0), total, pace)
    return unpacked(observations, known["details"], run)
