"""Who revoked a judgement and why; how many stand under a sign that is a crowd."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the columns, which hold nothing for what is there."""
    for name in ("revoked_by", "revoked_reason"):
        op.add_column("judgements", sa.Column(name, sa.Text))
    op.add_column("crowded_signs", sa.Column("number", sa.Integer))
