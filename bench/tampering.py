"""What can be done to a ledger past the ledger: every recorded byte, and flips of its bits."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fogline.ledger.digests import CAPTURE, DERIVED, JUDGEMENT, READING

RECORDED: dict[str, tuple[str, ...]] = {
    "captures": (*CAPTURE, "body"),
    "judgements": JUDGEMENT,
    "former_readings": ("document", "digest", "packed_digest", "packed"),
    "takedowns": ("capture", "by", "at", "reason"),
    "log": ("kind", "subject", "document", "at", "digest", "content", "previous", "hash"),
    **READING,
    **DERIVED,
}  # fmt: skip


@contextmanager
def shell(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that keeps to no trigger, no foreign key and no encoding."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.text_factory = bytes
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        for (name,) in triggers.fetchall():
            connection.execute(f"DROP TRIGGER {name.decode()}")
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


@dataclass(frozen=True)
class Flip:
    """One bit of one byte of one recorded value."""

    table: str
    rowid: int
    column: str
    at: int
    bit: int


def bytes_recorded(connection: sqlite3.Connection) -> list[tuple[str, int, str, int]]:
    """Return every recorded value, as table, row, column and how many bytes it has."""
    return [
        (table, row[0], column, length)
        for table, columns in RECORDED.items()
        for row in connection.execute(
            f"SELECT rowid, {', '.join(_length(c) for c in columns)} FROM {table}"
        )
        for column, length in zip(columns, row[1:], strict=True)
        if length
    ]


def flips(connection: sqlite3.Connection, count: int, seed: int) -> list[Flip]:
    """Return a sample of flips, drawn evenly over every byte that is recorded."""
    values = bytes_recorded(connection)
    drawn = random.Random(seed)
    chosen = drawn.choices(values, weights=[v[3] for v in values], k=count)
    return [Flip(t, r, c, drawn.randrange(n), drawn.randrange(8)) for t, r, c, n in chosen]


@contextmanager
def flipped(connection: sqlite3.Connection, what: Flip) -> Iterator[None]:
    """Flip one bit of a value, of a number as it is written, and flip it back at the end."""
    at = f"{what.table} WHERE rowid = {what.rowid}"
    query = f'SELECT "{what.column}", typeof("{what.column}") FROM {at}'
    value, kind = connection.execute(query).fetchone()
    body = bytearray(value if isinstance(value, bytes) else str(value).encode())
    body[what.at] ^= 1 << what.bit
    to = "?" if kind == b"blob" else "CAST(? AS TEXT)"
    change = f'UPDATE {what.table} SET "{what.column}" = {to} WHERE rowid = {what.rowid}'
    connection.execute(change, (bytes(body),))
    try:
        yield
    finally:
        body[what.at] ^= 1 << what.bit
        connection.execute(change, (bytes(body),))


def told_of(connection: sqlite3.Connection, what: Flip) -> set[int]:
    """Return the numbers of the entries that tell of a value: one of them is to be named."""
    if what.table == "log":
        return {what.rowid}
    kind, column = OWNER[what.table]
    if kind == "weighing":
        query, of = "SELECT max(seq) FROM log WHERE kind = 'weighing'", ()
    else:
        query = f'SELECT seq FROM log l, {what.table} t WHERE l.kind = ? AND subject = t."{column}"'
        query, of = f"{query} AND t.rowid = ?", (kind, what.rowid)
    found = {seq for (seq,) in connection.execute(query, of)}
    if what.table == "captures":  # of one that was taken down the tombstone's entry tells
        query = "SELECT seq FROM log, captures t WHERE kind = 'takedown' AND subject = t.id"
        gone = {seq for (seq,) in connection.execute(f"{query} AND t.rowid = ?", (what.rowid,))}
        return gone or found
    return found


OWNER = {
    "captures": ("capture", "id"),
    "documents": ("document", "id"),
    "parts": ("document", "document"),
    "claims": ("document", "document"),
    "former_readings": ("document", "document"),
    "judgements": ("judgement", "id"),
    "takedowns": ("takedown", "capture"),
    **dict.fromkeys(DERIVED, ("weighing", "")),
}


def every_value(path: Path) -> dict[str, list[Any]]:
    """Return every recorded value of a ledger, to tell whether anything changed."""
    with closing(sqlite3.connect(path)) as connection:
        connection.text_factory = bytes
        return {
            table: connection.execute(
                f"SELECT {', '.join(map(_quoted, columns))} FROM {table} NOT INDEXED"
            ).fetchall()
            for table, columns in RECORDED.items()
        }


def _quoted(column: str) -> str:
    return f'"{column}"'


def _length(column: str) -> str:
    return f'length(CAST("{column}" AS BLOB))'
