"""What documents leave for others to find them by where origins are looked for; scores of pairs."""

from __future__ import annotations

from alembic import op

revision = "0006"
down_revision = "0005"

TABLES = (
    "page_traces (sign INTEGER NOT NULL, day INTEGER NOT NULL, page INTEGER NOT NULL,"
    " CONSTRAINT pk_page_traces PRIMARY KEY (sign, day, page)) WITHOUT ROWID",
    "claim_traces (sign INTEGER NOT NULL, day INTEGER NOT NULL, item INTEGER NOT NULL,"
    " CONSTRAINT pk_claim_traces PRIMARY KEY (sign, day, item)) WITHOUT ROWID",
    "page_grams (gram INTEGER NOT NULL, page INTEGER NOT NULL,"
    " CONSTRAINT pk_page_grams PRIMARY KEY (gram, page)) WITHOUT ROWID",
    "standing_grams (gram INTEGER NOT NULL, stories INTEGER NOT NULL, first INTEGER, last INTEGER,"
    " CONSTRAINT pk_standing_grams PRIMARY KEY (gram))",
    "page_posts (page INTEGER NOT NULL, story INTEGER NOT NULL, day INTEGER, origin TEXT NOT NULL,"
    " content TEXT NOT NULL, posted BLOB NOT NULL, CONSTRAINT pk_page_posts PRIMARY KEY (page))",
    "source_facts (item INTEGER NOT NULL, fact TEXT NOT NULL, number INTEGER NOT NULL,"
    " CONSTRAINT pk_source_facts PRIMARY KEY (item),"
    " CONSTRAINT uq_source_facts_fact UNIQUE (fact))",
    "claim_pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, value FLOAT NOT NULL,"
    " reasons TEXT NOT NULL, CONSTRAINT pk_claim_pairs PRIMARY KEY (a, b)) WITHOUT ROWID",
    "source_words (word TEXT NOT NULL, item INTEGER NOT NULL,"
    " CONSTRAINT pk_source_words PRIMARY KEY (word, item)) WITHOUT ROWID",
)
SHELVES = (
    "claim_signs",
    "crowded_signs",
    "page_sketches",
    "claim_sketches",
    "claim_edges",
    "claim_homes",
)


def upgrade() -> None:
    """Make the tables; empty shelves let all be weighed anew, which fills both."""
    for table in TABLES:
        op.execute(f"CREATE TABLE {table}")
    for table in SHELVES:
        op.execute(f"DELETE FROM {table}")
