"""What weighing keeps of claims to find those that an arrival concerns, and what sums it up."""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

TABLES = (
    "claim_signs (sign INTEGER NOT NULL, item INTEGER NOT NULL,"
    " CONSTRAINT pk_claim_signs PRIMARY KEY (sign, item)) WITHOUT ROWID",
    "crowded_signs (sign INTEGER NOT NULL, CONSTRAINT pk_crowded_signs PRIMARY KEY (sign))",
    "page_sketches (page INTEGER NOT NULL, content TEXT NOT NULL,"
    " CONSTRAINT pk_page_sketches PRIMARY KEY (page))",
    "claim_sketches (item INTEGER NOT NULL, page INTEGER NOT NULL, kind TEXT NOT NULL,"
    " numbers BLOB NOT NULL, words BLOB NOT NULL, content TEXT NOT NULL,"
    " CONSTRAINT pk_claim_sketches PRIMARY KEY (item))",
    "claim_edges (a INTEGER NOT NULL, b INTEGER NOT NULL, value FLOAT NOT NULL,"
    " CONSTRAINT pk_claim_edges PRIMARY KEY (a, b)) WITHOUT ROWID",
    "claim_homes (item INTEGER NOT NULL, home INTEGER NOT NULL,"
    " CONSTRAINT pk_claim_homes PRIMARY KEY (item))",
    "derived_sum (total TEXT NOT NULL, CONSTRAINT pk_derived_sum PRIMARY KEY (total))",
)


def upgrade() -> None:
    """Make the tables; they are filled when the ledger is weighed next."""
    for table in TABLES:
        op.execute(f"CREATE TABLE {table}")
    op.execute("CREATE INDEX ix_claim_homes_home ON claim_homes (home)")
