"""The log of forecasts: appended in order, never edited, deleted or replaced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "r0002_forecasts"
down_revision = "0001"

KEPT = (
    """
    CREATE TRIGGER forecasts_no_update BEFORE UPDATE ON forecasts
    BEGIN SELECT RAISE(ABORT, 'forecasts are never edited'); END
    """,
    """
    CREATE TRIGGER forecasts_no_delete BEFORE DELETE ON forecasts
    BEGIN SELECT RAISE(ABORT, 'forecasts are never deleted'); END
    """,
    # INSERT OR REPLACE deletes without a DELETE trigger.
    """
    CREATE TRIGGER forecasts_no_replace BEFORE INSERT ON forecasts
    WHEN EXISTS (SELECT 1 FROM forecasts WHERE id = NEW.id OR seq = NEW.seq)
    BEGIN SELECT RAISE(ABORT, 'forecasts are never replaced'); END
    """,
    # Nor is one slipped in before others, or after a gap that hides a missing one. Without a
    # number of its own a row would pass here as -1, so the number is asked for.
    """
    CREATE TRIGGER forecasts_in_order BEFORE INSERT ON forecasts
    WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM forecasts)
    BEGIN SELECT RAISE(ABORT, 'forecasts are only ever appended, never out of order'); END
    """,
)


def upgrade() -> None:
    """Make the log and the triggers that keep it."""
    op.create_table(
        "forecasts",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_forecasts"),
        sa.UniqueConstraint("id", name="uq_forecasts_id"),
    )
    op.create_index("ix_forecasts_claim", "forecasts", ["claim"])
    for statement in KEPT:
        op.execute(statement)
