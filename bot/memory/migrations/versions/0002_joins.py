"""What two messages that were taken together were apart."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "joins",
        sa.Column("run_id", sa.String(16)),
        sa.Column("owner_id", sa.BigInteger, nullable=False),
        sa.Column("before", sa.JSON, nullable=False),
        sa.Column("before_observations", sa.LargeBinary, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("optimistic_at", INSTANT),
        sa.Column("expected_at", INSTANT),
        sa.Column("pessimistic_at", INSTANT),
        sa.Column("alone", sa.JSON, nullable=False),
        sa.Column("alone_observations", sa.LargeBinary, nullable=False),
        sa.Column("joined_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("run_id", name="pk_joins"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_joins_run_id_runs", ondelete="CASCADE"),
    )
    op.create_index("ix_joins_owner_id", "joins", ["owner_id"])


def downgrade() -> None:
    op.drop_table("joins")
