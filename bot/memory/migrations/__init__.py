"""Bringing a database's schema up to date. The versions are package data; nothing here needs an ini file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).parent
TABLE = "alembic_version"


def configuration() -> Config:
    """Return Alembic's settings: where the versions are."""
    from alembic.config import Config  # noqa: PLC0415 - 11 MB, and slow to import: only where something is missing

    config = Config()
    config.set_main_option("script_location", str(HERE).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def upgrade(connection: Connection, schema: str | None = None) -> None:
    """Run what is missing, inside the caller's transaction; several processes wait for the first.

    SQLite's transaction holds its write lock already; PostgreSQL takes an advisory lock for the transaction.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))"), {"what": f"mata {schema}"})
        if schema:
            connection.exec_driver_sql(
                f"CREATE SCHEMA IF NOT EXISTS {connection.dialect.identifier_preparer.quote(schema)}"
            )
    if is_current(connection):
        return
    from alembic import command  # noqa: PLC0415 - see above

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def newest() -> str:
    """Return the last version: its file begins with its number."""
    return max(path.name.partition("_")[0] for path in (HERE / "versions").glob("[0-9]*_*.py"))


def is_current(connection: Connection) -> bool:
    """Say whether nothing is missing; asks without writing, so a read-only store can still be read."""
    if not inspect(connection).has_table(TABLE):
        return False
    found: str | None = connection.scalar(text(f"SELECT version_num FROM {TABLE}"))  # noqa: S608 - our own name
    return found == newest()
