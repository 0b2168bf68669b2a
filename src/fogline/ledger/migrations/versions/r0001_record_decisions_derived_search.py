"""The record, the decisions over it, what is derived from them, and text search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# What was recorded is never changed or taken away, by us or by anyone with a database shell.
# INSERT OR REPLACE deletes without a DELETE trigger, hence the third.
KEPT = ("captures", "documents", "parts", "claims")
ONE_ROW = {
    "captures": "id = NEW.id",
    "documents": "id = NEW.id",
    "parts": "document = NEW.document AND position = NEW.position",
    "claims": "id = NEW.id",
    "judgements": "id = NEW.id",
}

NO_UPDATE = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are never edited'); END
"""
NO_DELETE = """
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END
"""
NO_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})
BEGIN SELECT RAISE(ABORT, '{table} are never replaced'); END
"""
ONLY_REVOKED = """
CREATE TRIGGER judgements_only_revoked BEFORE UPDATE ON judgements
WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subjects IS NOT OLD.subjects
  OR NEW."by" IS NOT OLD."by" OR NEW.at IS NOT OLD.at OR NEW.reason IS NOT OLD.reason
BEGIN SELECT RAISE(ABORT, 'judgements are only ever revoked, once'); END
"""

SEARCHED = {"documents": "title, text", "claims": "sentence"}
SEARCH = """
CREATE VIRTUAL TABLE {table}_search USING fts5(
  {columns}, content='{table}', content_rowid='key', tokenize='unicode61 remove_diacritics 2')
"""
SEARCH_INSERT = """
CREATE TRIGGER {table}_searchable AFTER INSERT ON {table}
BEGIN INSERT INTO {table}_search (rowid, {columns}) VALUES (NEW.key, {values}); END
"""


def upgrade() -> None:
    """Make every table, then what SQLite alone has: triggers and text search."""
    _record()
    _claims()
    _decisions()
    _derived()
    for statement in _sqlite():
        op.execute(statement)


def _record() -> None:
    op.create_table(
        "captures",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("headers", sa.JSON, nullable=False),
        sa.Column("captured_at", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("recorded_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_captures"),
    )
    op.create_table(
        "documents",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("publisher", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("published_earliest", sa.Text),
        sa.Column("published_latest", sa.Text),
        sa.Column("input_id", sa.Text),
        sa.Column("reader", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_documents"),
        sa.UniqueConstraint("id", name="uq_documents_id"),
        sa.ForeignKeyConstraint(["id"], ["captures.id"], name="fk_documents_id"),
    )
    for column in ("url", "publisher", "published_earliest"):
        op.create_index(f"ix_documents_{column}", "documents", [column])
    op.create_table(
        "parts",
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("author", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("posted", sa.Text),
        sa.PrimaryKeyConstraint("document", "position", name="pk_parts"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_parts_document"),
    )
    op.create_index("ix_parts_role", "parts", ["role"])


def _claims() -> None:
    op.create_table(
        "claims",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("part", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("polarity", sa.Text, nullable=False),
        sa.Column("certainty", sa.Text, nullable=False),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("when_start", sa.Text),
        sa.Column("when_end", sa.Text),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        sa.Column("trigger_end", sa.Integer, nullable=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("sentence", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_claims"),
        sa.UniqueConstraint("id", name="uq_claims_id"),
        sa.ForeignKeyConstraint(["document"], ["documents.id"], name="fk_claims_document"),
    )
    for columns in (["document"], ["event", "mode"], ["lat", "lon"], ["when_start", "when_end"]):
        op.create_index(f"ix_claims_{'_'.join(columns)}", "claims", columns)


def _decisions() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subjects", sa.JSON, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("revoked_at", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_judgements"),
    )


def _derived() -> None:
    for table in ("origins", "events"):
        op.create_table(
            table,
            sa.Column("id", sa.Text, nullable=False),
            sa.Column("content", sa.JSON, nullable=False),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        )
    op.create_table(
        "claim_origins",
        sa.Column("claim", sa.Text, nullable=False),
        sa.Column("content", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_claim_origins"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_claim_origins_claim"),
    )
    op.create_table(
        "event_claims",
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("event", "claim", name="pk_event_claims"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_event_claims_event"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_event_claims_claim"),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])


def _sqlite() -> list[str]:
    """Return the statements for what SQLAlchemy has no words for."""
    kept = [form.format(table=table) for table in KEPT for form in (NO_UPDATE, NO_DELETE)]
    once = [NO_REPLACE.format(table=table, same=same) for table, same in ONE_ROW.items()]
    search = []
    for table, columns in SEARCHED.items():
        values = ", ".join(f"NEW.{column}" for column in columns.split(", "))
        search.append(SEARCH.format(table=table, columns=columns))
        search.append(SEARCH_INSERT.format(table=table, columns=columns, values=values))
    return [*kept, *once, ONLY_REVOKED, NO_DELETE.format(table="judgements"), *search]
