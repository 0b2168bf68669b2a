"""The log: appended to within the transaction that records what it tells of, read in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Row

from fogline.chain import START, Entry, Head, canonical, digest, hash_of
from fogline.ledger import statements
from fogline.ledger.schema import LOG


def now() -> str:
    """Return the instant of recording, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def append(
    connection: Connection, kind: str, subject: str, digested: str, *, document: str | None = None
) -> Entry:
    """Append an entry for what a table holds, by its digest."""
    return _append(connection, (kind, subject, document, digested, None))


def append_content(
    connection: Connection, kind: str, subject: str, content: Any, *, document: str | None = None
) -> Entry:
    """Append an entry that is the record itself: any plain value, kept as canonical JSON.

    `document` is the capture that its words go back to: they go when that is taken down.
    """
    kept = canonical(content)
    return _append(connection, (kind, subject, document, digest(kept), kept.decode()))


def head(connection: Connection) -> Head:
    """Return how many entries there are, and the hash of the last."""
    query = "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1"
    (last,) = statements.rows(connection, query) or [(0, START)]
    return Head(*last)


def entries(connection: Connection, after: int, limit: int) -> list[Entry]:
    """Return the next entries, in their order."""
    query = sa.select(LOG).where(LOG.c.seq > after).order_by(LOG.c.seq).limit(limit)
    return [_entry(row) for row in connection.execute(query)]


def entries_of(connection: Connection, document: str) -> Iterator[Entry]:
    """Yield the entries that go back to one capture, in their order."""
    query = sa.select(LOG).where(LOG.c.document == document).order_by(LOG.c.seq)
    return (_entry(row) for row in connection.execute(query))


def last(connection: Connection, kind: str, subject: str) -> Entry | None:
    """Return the newest entry of one kind about one thing."""
    query = (
        f"SELECT {', '.join(Entry.__slots__)} FROM log WHERE subject = ? AND kind = ?"
        " ORDER BY seq DESC LIMIT 1"
    )
    found = statements.rows(connection, query, subject, kind)
    return Entry(*found[0]) if found else None


def forget_content(connection: Connection, document: str) -> None:
    """Take the words of a capture that is taken down out of its entries; the digests stay."""
    of = sa.and_(LOG.c.document == document, LOG.c.content.is_not(None), LOG.c.kind != "takedown")
    connection.execute(LOG.update().where(of).values(content=None))


def _append(connection: Connection, what: tuple[str, str, str | None, str, str | None]) -> Entry:
    kind, subject, document, digested, content = what
    end = head(connection)
    bare = Entry(end.entries + 1, kind, subject, document, now(), digested, content, end.hash, "")
    row = {name: getattr(bare, name) for name in Entry.__slots__} | {"hash": hash_of(bare)}
    statements.insert(connection, "log", [row])
    return Entry(**row)


def _entry(row: Row[Any]) -> Entry:
    return Entry(**row._mapping)
