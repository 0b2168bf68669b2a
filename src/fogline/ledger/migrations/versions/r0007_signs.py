"""Who stands under a sign in one row; how many signs bring the two claims of an edge together."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"

TABLES = {
    "claim_signs": "(sign INTEGER NOT NULL, items BLOB NOT NULL,"
    " CONSTRAINT pk_claim_signs PRIMARY KEY (sign))",
    "claim_edges": "(a INTEGER NOT NULL, b INTEGER NOT NULL, value FLOAT NOT NULL,"
    " shared INTEGER NOT NULL, CONSTRAINT pk_claim_edges PRIMARY KEY (a, b)) WITHOUT ROWID",
}
SHELVES = ("crowded_signs", "page_sketches", "claim_sketches", "claim_homes", "claim_pairs")


def upgrade() -> None:
    """Make the tables anew; empty shelves let all be weighed anew, which fills them."""
    for table, columns in TABLES.items():
        op.execute(f"DROP TABLE {table}")
        op.execute(f"CREATE TABLE {table} {columns}")
    for table in SHELVES:
        op.execute(f"DELETE FROM {table}")
