"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
EXACT = sa.String(48)
RUN_ID = sa.String(16)


def upgrade() -> None:
    _settings()
    _runs()
    _replies()
    _reminders()
    _outcomes()


def downgrade() -> None:
    for table in ("outcomes", "reminders", "replies", "runs", "watched_channels", "guilds", "people"):
        op.drop_table(table)


def _settings() -> None:
    op.create_table(
        "people",
        sa.Column("user_id", sa.BigInteger, autoincrement=False),
        sa.Column("language", sa.String(8)),
        sa.Column("verbosity", sa.String(8)),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_people"),
    )
    op.create_table(
        "guilds",
        sa.Column("guild_id", sa.BigInteger, autoincrement=False),
        sa.Column("language", sa.String(8)),
        sa.Column("verbosity", sa.String(8)),
        sa.Column("role_id", sa.BigInteger),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("guild_id", name="pk_guilds"),
    )
    op.create_table(
        "watched_channels",
        sa.Column("channel_id", sa.BigInteger, autoincrement=False),
        sa.Column("guild_id", sa.BigInteger, nullable=False),
        sa.Column("since", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("channel_id", name="pk_watched_channels"),
    )
    op.create_index("ix_watched_channels_guild_id", "watched_channels", ["guild_id"])


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", RUN_ID),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("format", sa.String(40), nullable=False),
        sa.Column("unit", sa.String(16), nullable=False),
        sa.Column("name", sa.String(60)),
        sa.Column("done", EXACT, nullable=False),
        sa.Column("total", EXACT),
        sa.Column("pace", EXACT),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("observations", sa.LargeBinary, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("optimistic_at", INSTANT),
        sa.Column("expected_at", INSTANT),
        sa.Column("pessimistic_at", INSTANT),
        sa.Column("finished_at", INSTANT),
        sa.Column("judged_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_index("ix_runs_owner_id_channel_id_updated_at", "runs", ["owner_id", "channel_id", "updated_at"])
    op.create_index("ix_runs_expires_at", "runs", ["expires_at"])


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("source_id", sa.BigInteger, autoincrement=False),
        sa.Column("reply_id", sa.BigInteger, nullable=False),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("run_id", RUN_ID),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("source_id", name="pk_replies"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_replies_run_id_runs", ondelete="SET NULL"),
    )
    op.create_index("ix_replies_owner_id_created_at", "replies", ["owner_id", "created_at"])
    for column in ("reply_id", "run_id", "expires_at"):
        op.create_index(f"ix_replies_{column}", "replies", [column])


def _reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", RUN_ID),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("guild_id", sa.BigInteger),
        sa.Column("channel_id", sa.BigInteger, nullable=False),
        sa.Column("run_id", RUN_ID),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("nonce", sa.String(25), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("claimed_by", sa.String(64)),
        sa.Column("claimed_until", INSTANT),
        sa.Column("sent_at", INSTANT),
        sa.Column("closed_at", INSTANT),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_reminders_run_id_runs", ondelete="CASCADE"),
    )
    op.create_index("ix_reminders_waiting", "reminders", ["closed_at", "due_at"])
    for column in ("owner_id", "run_id"):
        op.create_index(f"ix_reminders_{column}", "reminders", [column])


def _outcomes() -> None:
    number = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    op.create_table(
        "outcomes",
        sa.Column("id", number, autoincrement=True),
        sa.Column("month", sa.String(7), nullable=False),
        sa.Column("hit", sa.Boolean, nullable=False),
        sa.Column("side", sa.SmallInteger, nullable=False),
        sa.Column("expected_seconds", sa.Double, nullable=False),
        sa.Column("optimistic_seconds", sa.Double, nullable=False),
        sa.Column("pessimistic_seconds", sa.Double, nullable=False),
        sa.Column("actual_seconds", sa.Double),
        sa.PrimaryKeyConstraint("id", name="pk_outcomes"),
    )
