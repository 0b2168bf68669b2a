"""What is followed, and what failed: working tables that change, beside the record."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of feeds, of the pages they named, and of what is in quarantine."""
    _feeds()
    _entries()
    _quarantine()


def _feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("host", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("minutes", sa.Float, nullable=False),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("last_tried", sa.Text),
        sa.Column("last_good", sa.Text),
        sa.Column("last_new", sa.Text),
        sa.Column("next_due", sa.Text),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("detail", sa.Text),
        sa.Column("entries", sa.Integer, nullable=False),
        sa.Column("wanted", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("url", name="pk_feeds"),
    )
    op.create_index("ix_feeds_next_due", "feeds", ["next_due"])


def _entries() -> None:
    op.create_table(
        "feed_entries",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("feed", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("etag", sa.Text),
        sa.Column("last_modified", sa.Text),
        sa.Column("capture", sa.Text),
        sa.Column("checks", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("next_check", sa.Text),
        sa.PrimaryKeyConstraint("number", name="pk_feed_entries"),
        sa.UniqueConstraint("feed", "id", name="uq_feed_entries_feed_id"),
        sa.ForeignKeyConstraint(["feed"], ["feeds.url"], name="fk_feed_entries_feed"),
    )
    op.create_index("ix_feed_entries_next_check", "feed_entries", ["next_check"])


def _quarantine() -> None:
    op.create_table(
        "quarantine",
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("remedy", sa.Text, nullable=False),
        sa.Column("first_at", sa.Text, nullable=False),
        sa.Column("last_at", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("next_try", sa.Text),
        sa.Column("capture", sa.Text),
        sa.Column("media_type", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("headers", sa.JSON),
        sa.Column("captured_at", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("body", sa.LargeBinary),
        sa.PrimaryKeyConstraint("item", name="pk_quarantine"),
    )
    op.create_index("ix_quarantine_next_try", "quarantine", ["next_try"])
