"""The log, former readings, takedowns; judgements keep the words that they are about.

What was recorded before gets its entries once the schema is there: see `ledger/adoption.py`.
"""

from __future__ import annotations

import hashlib
import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"

SUCCESSION = """
CREATE TRIGGER log_only_appended BEFORE INSERT ON log
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
  OR NEW.previous IS NOT coalesce(
    (SELECT hash FROM log ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'the log is only ever appended to'); END
"""
LOG_NO_DELETE = """
CREATE TRIGGER log_no_delete BEFORE DELETE ON log
BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END
"""
# But for the words of a capture that was taken down: they go, and the digest stays.
LOG_NO_UPDATE = """
CREATE TRIGGER log_no_update BEFORE UPDATE ON log
WHEN NEW.content IS NOT NULL OR OLD.kind = 'takedown'
  OR NOT EXISTS (SELECT 1 FROM takedowns WHERE capture = OLD.document)
  OR NEW.seq IS NOT OLD.seq OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject
  OR NEW.document IS NOT OLD.document OR NEW.at IS NOT OLD.at OR NEW.digest IS NOT OLD.digest
  OR NEW.previous IS NOT OLD.previous OR NEW.hash IS NOT OLD.hash
BEGIN SELECT RAISE(ABORT, 'entries of the log are never edited'); END
"""

# A reading may go once it is kept as a former one, or its capture is taken down.
NO_DELETE = """
CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table}
WHEN NOT EXISTS (
    SELECT 1 FROM former_readings WHERE document = OLD.{of} AND digest = (
      SELECT digest FROM log WHERE subject = OLD.{of} AND kind = 'document'
      ORDER BY seq DESC LIMIT 1))
  AND NOT EXISTS (SELECT 1 FROM takedowns WHERE capture = OLD.{of})
BEGIN SELECT RAISE(ABORT, '{table} are never deleted'); END
"""
READ = {"documents": "id", "parts": "document", "claims": "document"}
CAPTURES_NO_UPDATE = """
CREATE TRIGGER captures_no_update BEFORE UPDATE ON captures
WHEN NOT EXISTS (SELECT 1 FROM takedowns WHERE capture = OLD.id)
  OR NEW.id IS NOT OLD.id OR NEW.recorded_at IS NOT OLD.recorded_at OR length(NEW.body) > 0
BEGIN SELECT RAISE(ABORT, 'captures are never edited'); END
"""
ONLY_REVOKED = """
CREATE TRIGGER judgements_only_revoked BEFORE UPDATE ON judgements
WHEN OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.kind IS NOT OLD.kind OR NEW.subjects IS NOT OLD.subjects
  OR NEW."by" IS NOT OLD."by" OR NEW.at IS NOT OLD.at OR NEW.reason IS NOT OLD.reason
  OR NEW.anchors IS NOT OLD.anchors
BEGIN SELECT RAISE(ABORT, 'judgements are only ever revoked, once'); END
"""
FORMER_NO_DELETE = """
CREATE TRIGGER former_readings_no_delete BEFORE DELETE ON former_readings
WHEN NOT EXISTS (SELECT 1 FROM takedowns WHERE capture = OLD.document)
BEGIN SELECT RAISE(ABORT, 'former readings are never deleted'); END
"""
NO_UPDATE = """
CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table}
BEGIN SELECT RAISE(ABORT, '{table} are never edited'); END
"""
TAKEDOWNS_NO_DELETE = """
CREATE TRIGGER takedowns_no_delete BEFORE DELETE ON takedowns
BEGIN SELECT RAISE(ABORT, 'takedowns are never deleted'); END
"""
NO_REPLACE = """
CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table}
WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})
BEGIN SELECT RAISE(ABORT, '{table} are never replaced'); END
"""

SEARCHED = {"documents": ("title", "text"), "claims": ("sentence",)}
SEARCH_DELETE = """
CREATE TRIGGER {table}_not_searchable AFTER DELETE ON {table}
BEGIN INSERT INTO {table}_search ({table}_search, rowid, {columns})
  VALUES ('delete', OLD.key, {values}); END
"""


def upgrade() -> None:
    """Make the new tables, the anchors of judgements, and the triggers that let go what may go."""
    _log()
    _versions()
    op.execute("DROP TRIGGER judgements_only_revoked")
    op.add_column("judgements", sa.Column("anchors", sa.JSON))
    _anchor()
    for statement in _triggers():
        op.execute(statement)


def _log() -> None:
    op.create_table(
        "log",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("document", sa.Text),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("content", sa.Text),
        sa.Column("previous", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_log"),
    )
    op.create_index("ix_log_document", "log", ["document"])
    op.create_index("ix_log_subject_kind", "log", ["subject", "kind"])


def _versions() -> None:
    op.create_table(
        "former_readings",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("packed_digest", sa.Text, nullable=False),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_former_readings"),
        sa.ForeignKeyConstraint(["document"], ["captures.id"], name="fk_former_readings_document"),
    )
    op.create_index("ix_former_readings_document", "former_readings", ["document"])
    op.create_table(
        "takedowns",
        sa.Column("capture", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("capture", name="pk_takedowns"),
        sa.ForeignKeyConstraint(["capture"], ["captures.id"], name="fk_takedowns_capture"),
    )


def _anchor() -> None:
    """Give the judgements that are there the words that their claims stand for."""
    connection = op.get_bind()
    judged = connection.exec_driver_sql("SELECT id, subjects FROM judgements").all()
    for judgement, subjects in judged:
        rows = [_anchor_of(connection, subject) for subject in json.loads(subjects)]
        anchors = json.dumps([row for row in rows if row], ensure_ascii=False)
        connection.exec_driver_sql(
            "UPDATE judgements SET anchors = ? WHERE id = ?", (anchors, judgement)
        )


def _anchor_of(connection: sa.Connection, claim: str) -> dict[str, object] | None:
    statement = (
        "SELECT document, event, trigger_start, trigger_end, sentence_start, sentence,"
        " json_extract(content, '$.trigger.text') AS words FROM claims WHERE id = ?"
    )
    row = connection.exec_driver_sql(statement, (claim,)).one_or_none()
    if row is None:
        return None
    return {
        "claim": claim,
        "document": row.document,
        "event": row.event,
        "start": row.trigger_start,
        "end": row.trigger_end,
        "sentence_start": row.sentence_start,
        "sentence": hashlib.sha256(row.sentence.encode()).hexdigest(),
        "trigger": hashlib.sha256(row.words.encode()).hexdigest(),
    }


def _triggers() -> list[str]:
    dropped = [f"DROP TRIGGER {table}_no_delete" for table in READ]
    let_go = [NO_DELETE.format(table=table, of=of) for table, of in READ.items()]
    kept = [NO_UPDATE.format(table=table) for table in ("former_readings", "takedowns")]
    keys = {"former_readings": "key", "takedowns": "capture", "log": "seq"}
    once = [NO_REPLACE.format(table=table, key=key) for table, key in keys.items()]
    unsearched = []
    for table, columns in SEARCHED.items():
        values = ", ".join(f"OLD.{column}" for column in columns)
        unsearched.append(
            SEARCH_DELETE.format(table=table, columns=", ".join(columns), values=values)
        )
    return [
        *dropped, *let_go, "DROP TRIGGER captures_no_update", CAPTURES_NO_UPDATE, ONLY_REVOKED,
        SUCCESSION, LOG_NO_DELETE, LOG_NO_UPDATE, FORMER_NO_DELETE, TAKEDOWNS_NO_DELETE,
        *kept, *once, *unsearched,
    ]  # fmt: skip
