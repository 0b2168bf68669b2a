"""The tables of a ledger, as SQLAlchemy Core; `migrations/` makes them.

Four kinds stand here: what is recorded once (captures, documents, parts, claims, former readings),
what people decide (judgements, takedowns), the log of both and of forecasts, and what is derived
from them and may be replaced (origins, events, claim origins). Text search and the triggers that
keep the record are SQLite's own and stand in the migrations alone.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CAPTURES = Table(
    "captures",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("url", Text),
    Column("headers", JSON, nullable=False),
    Column("captured_at", Text),
    Column("published", Text),
    # When this ledger took it in: cannot be had back from anything else, so it is kept.
    Column("recorded_at", Text, nullable=False),
    Column("stated", JSON(none_as_null=True)),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, ForeignKey("captures.id"), nullable=False, unique=True),
    Column("url", Text, index=True),
    Column("title", Text),
    Column("author", Text),
    Column("publisher", Text, index=True),
    Column("language", Text),
    Column("published_earliest", Text, index=True),
    Column("published_latest", Text),
    Column("input_id", Text),
    Column("reader", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("content", JSON, nullable=False),
)

PARTS = Table(
    "parts",
    METADATA,
    Column("document", Text, ForeignKey("documents.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("role", Text, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("author", Text),
    Column("parent", Text),
    Column("posted", Text),
)

CLAIMS = Table(
    "claims",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("part", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("polarity", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("lat", Float),
    Column("lon", Float),
    Column("when_start", Text),
    Column("when_end", Text),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("content", JSON, nullable=False),
    Index(None, "event", "mode"),
    Index(None, "lat", "lon"),
    Index(None, "when_start", "when_end"),
)

JUDGEMENTS = Table(
    "judgements",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subjects", JSON, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("revoked_at", Text),
    # The words that its subjects stood for, so that it finds them when they are read anew.
    Column("anchors", JSON),
    # Who revoked it and why; nobody was asked before.
    Column("revoked_by", Text),
    Column("revoked_reason", Text),
)

ORIGINS = Table(
    "origins",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("content", JSON, nullable=False),
)

EVENTS = Table(
    "events",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("content", JSON, nullable=False),
)

CLAIM_ORIGINS = Table(
    "claim_origins",
    METADATA,
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True),
    Column("content", JSON, nullable=False),
)

EVENT_CLAIMS = Table(
    "event_claims",
    METADATA,
    Column("event", Text, ForeignKey("events.id"), primary_key=True),
    Column("claim", Text, ForeignKey("claims.id"), primary_key=True, index=True),
)

LOG = Table(
    "log",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("document", Text, index=True),
    Column("at", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", Text),
    Column("previous", Text, nullable=False),
    Column("hash", Text, nullable=False),
    Index(None, "subject", "kind"),
)

FORMER = Table(
    "former_readings",
    METADATA,
    Column("key", Integer, primary_key=True),
    Column("document", Text, ForeignKey("captures.id"), nullable=False, index=True),
    Column("digest", Text, nullable=False),
    Column("packed_digest", Text, nullable=False),
    Column("packed", LargeBinary, nullable=False),
)

TAKEDOWNS = Table(
    "takedowns",
    METADATA,
    Column("capture", Text, ForeignKey("captures.id"), primary_key=True),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("reason", Text, nullable=False),
)

# What weighing keeps to find whom an arrival concerns (`shelves`), and the number of all that is
# derived (`sums`): made anew where it is lost.
CLAIM_SIGNS = Table(
    "claim_signs",
    METADATA,
    Column("sign", Integer, primary_key=True),
    Column("items", LargeBinary, nullable=False),
)

CROWDED_SIGNS = Table(
    "crowded_signs",
    METADATA,
    Column("sign", Integer, primary_key=True),
    Column("number", Integer),  # of those who stand there; unknown from before it was counted
)

PAGE_SKETCHES = Table(
    "page_sketches",
    METADATA,
    Column("page", Integer, primary_key=True),
    Column("content", Text, nullable=False),
)

CLAIM_SKETCHES = Table(
    "claim_sketches",
    METADATA,
    Column("item", Integer, primary_key=True),
    Column("page", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("numbers", LargeBinary, nullable=False),
    Column("words", LargeBinary, nullable=False),
    Column("content", Text, nullable=False),
)

CLAIM_EDGES = Table(
    "claim_edges",
    METADATA,
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    Column("shared", Integer, nullable=False),
    sqlite_with_rowid=False,
)

CLAIM_HOMES = Table(
    "claim_homes",
    METADATA,
    Column("item", Integer, primary_key=True),
    Column("home", Integer, nullable=False, index=True),
)

# The score of each two claims of one cluster.
CLAIM_PAIRS = Table(
    "claim_pairs",
    METADATA,
    Column("a", Integer, primary_key=True),
    Column("b", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    sqlite_with_rowid=False,
)

# What documents and claims leave for others to find them by (`traces`).
PAGE_TRACES = Table(
    "page_traces",
    METADATA,
    Column("sign", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("page", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

CLAIM_TRACES = Table(
    "claim_traces",
    METADATA,
    Column("sign", Integer, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("item", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

PAGE_GRAMS = Table(
    "page_grams",
    METADATA,
    Column("gram", Integer, primary_key=True),
    Column("page", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

STANDING_GRAMS = Table(
    "standing_grams",
    METADATA,
    Column("gram", Integer, primary_key=True),
    Column("stories", Integer, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
)

PAGE_POSTS = Table(
    "page_posts",
    METADATA,
    Column("page", Integer, primary_key=True),
    Column("story", Integer, nullable=False),
    Column("day", Integer),
    Column("origin", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("posted", LargeBinary, nullable=False),
)

SOURCE_FACTS = Table(
    "source_facts",
    METADATA,
    Column("item", Integer, primary_key=True),
    Column("fact", Text, nullable=False, unique=True),
    Column("number", Integer, nullable=False),
)

SOURCE_WORDS = Table(
    "source_words",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("item", Integer, primary_key=True),
    sqlite_with_rowid=False,
)

DERIVED_SUM = Table("derived_sum", METADATA, Column("total", Text, primary_key=True))

# Working tables: they change as feeds are looked at and failed items tried again.
FEEDS = Table(
    "feeds",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("host", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text),
    Column("minutes", Float, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("last_tried", Text),
    Column("last_good", Text),
    Column("last_new", Text),
    Column("next_due", Text, index=True),
    Column("failures", Integer, nullable=False),
    Column("reason", Text),
    Column("detail", Text),
    Column("entries", Integer, nullable=False),
    Column("wanted", Boolean, nullable=False),
)

FEED_ENTRIES = Table(
    "feed_entries",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("feed", Text, ForeignKey("feeds.url"), nullable=False),
    Column("id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text),
    Column("published", Text),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("capture", Text),
    Column("checks", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("next_check", Text, index=True),
    UniqueConstraint("feed", "id"),
)

QUARANTINE = Table(
    "quarantine",
    METADATA,
    Column("item", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("remedy", Text, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("last_at", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("version", Text, nullable=False),
    Column("next_try", Text, index=True),
    Column("capture", Text),
    Column("media_type", Text),
    Column("url", Text),
    Column("headers", JSON),
    Column("captured_at", Text),
    Column("published", Text),
    Column("body", LargeBinary),
    Column("stated", JSON(none_as_null=True)),
)
