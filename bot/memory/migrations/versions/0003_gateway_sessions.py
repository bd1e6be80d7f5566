"""Where each shard stood in Discord's stream of events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "gateway_sessions",
        sa.Column("shard_id", sa.Integer, autoincrement=False),
        sa.Column("shard_count", sa.Integer, autoincrement=False),
        sa.Column("session_id", sa.String(64), nullable=False),
        sa.Column("sequence", sa.BigInteger, nullable=False),
        sa.Column("gateway", sa.String(200), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("shard_id", "shard_count", name="pk_gateway_sessions"),
    )


def downgrade() -> None:
    op.drop_table("gateway_sessions")
