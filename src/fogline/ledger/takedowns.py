"""Takedowns: a capture and all that was read from it go; who, when and why stays in their place."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.chain import Takedown
from fogline.ledger import digests, log, readings
from fogline.ledger.schema import CAPTURES, FORMER, QUARANTINE, TAKEDOWNS

# What stays of a capture: its id, which is the hash of bytes that are gone, and its times.
BARE: Final[dict[str, Any]] = {
    "body": b"",
    "name": "",
    "url": None,
    "headers": [],
    "published": None,
    "stated": None,
}


def take_down(connection: Connection, takedown: Takedown) -> None:
    """Leave a tombstone for a recorded capture; its words stay in no table and no entry."""
    capture = takedown.capture
    words = {"by": takedown.by, "at": takedown.at, "reason": takedown.reason}
    connection.execute(TAKEDOWNS.insert(), {"capture": capture} | words)
    readings.drop(connection, capture)
    connection.execute(FORMER.delete().where(FORMER.c.document == capture))
    connection.execute(QUARANTINE.delete().where(QUARANTINE.c.capture == capture))
    connection.execute(CAPTURES.update().where(CAPTURES.c.id == capture).values(BARE))
    log.forget_content(connection, capture)
    left = {"left": digests.capture(connection, capture)}
    log.append_content(connection, "takedown", capture, words | left, document=capture)


def find(connection: Connection, capture: str) -> Takedown | None:
    """Return the tombstone of a capture, where it was taken down."""
    query = sa.select(TAKEDOWNS).where(TAKEDOWNS.c.capture == capture)
    row = connection.execute(query).mappings().one_or_none()
    return Takedown(**row) if row else None


def every(connection: Connection) -> list[Takedown]:
    """Return all tombstones, by capture."""
    rows = connection.execute(sa.select(TAKEDOWNS).order_by(TAKEDOWNS.c.capture)).mappings()
    return [Takedown(**row) for row in rows]


def clean(connection: sqlite3.Connection) -> bool:
    """Write the file anew, so that what was taken down is in none of its bytes; outside of any
    transaction. False where somebody still reads from before, so that the old ones had to stay.
    """
    for table in ("documents", "claims"):
        connection.execute(f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')")
    connection.execute("VACUUM")
    (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
