"""Move a SQLite store into PostgreSQL: every table found in the schema, in one transaction of the target."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any

from sqlalchemy import Table, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from bot.memory.database import Database
from bot.memory.errors import Refusal
from bot.memory.models import Base

BATCH = 500
HOURS = 6 * 3600.0


async def move(source_url: str, target_url: str) -> dict[str, int]:
    """Copy every row from a SQLite store into an empty PostgreSQL store; the rows copied, by table.

    The source keeps its lock meanwhile, so that no bot writes to it, and stays as it was. Raises
    :class:`bot.memory.Refusal` where the stores are not these two kinds or the target is not empty.
    """
    source, target = Database(source_url, deadline=HOURS), Database(target_url, deadline=HOURS)
    if not source.is_sqlite or target.is_sqlite:
        raise Refusal("memory-move-same")
    try:
        await source.start()
        await target.start()
        async with source.transaction() as old, target.transaction(write=True) as new:
            return {table.name: await _copied(old, new, table) for table in Base.metadata.sorted_tables}
    finally:
        await source.close()
        await target.close()


async def _copied(old: AsyncSession, new: AsyncSession, table: Table) -> int:
    if await new.scalar(select(func.count()).select_from(table)):
        raise Refusal("memory-move-not-empty")
    count = 0
    async for rows in _batches(old, table):
        await new.execute(insert(table), list(rows))
        count += len(rows)
    for column in table.primary_key.columns:
        if column.autoincrement is True:
            await _continue_numbering(new, table, column.name)
    return count


async def _batches(old: AsyncSession, table: Table) -> AsyncIterator[Sequence[dict[str, Any]]]:
    keys = list(table.primary_key.columns)
    found = await old.stream(select(table).order_by(*keys))
    async for rows in found.mappings().partitions(BATCH):
        yield [dict(row) for row in rows]


async def _continue_numbering(new: AsyncSession, table: Table, column: str) -> None:
    """Let the target count on after the numbers it was given."""
    name = new.get_bind().dialect.identifier_preparer.format_table(table)
    highest = f"(SELECT coalesce(max({column}), 0) + 1 FROM {name})"  # noqa: S608 - names of our own schema
    await new.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', '{column}'), {highest}, false)"))
