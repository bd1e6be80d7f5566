"""A person's data: everything there is, out as plain values or gone. Found by walking the schema."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, delete, func, select

from bot.memory.database import Database
from bot.memory.models import Base
from bot.memory.numbers import readable


def personal_tables() -> dict[Table, str]:
    """Return every table that holds rows of persons, with the column that says whose."""
    return {t: t.info["person"] for t in Base.metadata.sorted_tables if t.info["person"] is not None}


class Personal:
    """Export and deletion over all tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, user_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return every row about the person, table by table, in values that JSON knows."""
        async with self._database.transaction(deadline=30) as session:
            found = {}
            for table, column in personal_tables().items():
                rows = await session.execute(select(table).where(table.c[column] == user_id))
                found[table.name] = [{name: _plain(value) for name, value in row.items()} for row in rows.mappings()]
        return found

    async def count(self, user_id: int) -> dict[str, int]:
        """Return how many rows there are about the person, table by table."""
        async with self._database.transaction() as session:
            return {
                table.name: await session.scalar(
                    select(func.count()).select_from(table).where(table.c[column] == user_id)
                )
                or 0
                for table, column in personal_tables().items()
            }

    async def delete(self, user_id: int) -> int:
        """Delete every row about the person and return how many there were."""
        count = 0
        async with self._database.transaction(write=True, deadline=30) as session:
            for table, column in reversed(personal_tables().items()):
                gone = await session.execute(delete(table).where(table.c[column] == user_id).returning(table.c[column]))
                count += len(gone.all())
        return count


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        return readable(value)
    return value
