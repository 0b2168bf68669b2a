"""What the person who added a capture stated of it, beside the capture and its quarantine."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Make the columns, which hold nothing for what is there."""
    for table in ("captures", "quarantine"):
        op.add_column(table, sa.Column("stated", sa.JSON(none_as_null=True)))
