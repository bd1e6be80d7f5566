"""Insert or update in one statement; both databases spell it alike, SQLAlchemy keeps it in two places."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.memory.models import Base


async def upsert(
    session: AsyncSession,
    model: type[Base],
    key: dict[str, Any],
    values: dict[str, Any],
    only_new: dict[str, Any] | None = None,
) -> None:
    """Write ``values`` under ``key``; ``only_new`` is written only where the row did not exist."""
    row = {**key, **values, **(only_new or {})}
    if session.get_bind().dialect.name == "postgresql":
        await session.execute(
            postgresql.insert(model).values(row).on_conflict_do_update(index_elements=list(key), set_=values)
        )
    else:
        await session.execute(
            sqlite.insert(model).values(row).on_conflict_do_update(index_elements=list(key), set_=values)
        )
