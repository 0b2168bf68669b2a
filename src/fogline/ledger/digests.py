"""Digests of what is recorded, over every value as it is stored.

The columns are listed once and for all: what an entry of the log was written over must come out
the same in every later version. A column that a migration adds stands after them, and only where it
holds something.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection

from fogline.chain import canonical, digest, digest_of_lines
from fogline.ledger import statements

Values = tuple[Any, ...]
Stored = dict[str, list[Values]]  # the rows of a reading, by table

CAPTURE: Final = (
    "id", "media_type", "name", "url", "headers", "captured_at", "published", "recorded_at",
)  # fmt: skip
CAPTURE_LATER: Final = ("stated",)
JUDGEMENT: Final = ("id", "kind", "subjects", "by", "at", "reason", "anchors", "revoked_at")
JUDGEMENT_LATER: Final = ("revoked_by", "revoked_reason")
READING: Final[Mapping[str, tuple[str, ...]]] = {
    "documents": (
        "id", "url", "title", "author", "publisher", "language", "published_earliest",
        "published_latest", "input_id", "reader", "text", "content",
    ),
    "parts": (
        "document", "position", "id", "role", "start", "end", "author", "parent", "posted",
    ),
    "claims": (
        "document", "position", "id", "part", "event", "mode", "status", "polarity", "certainty",
        "lat", "lon", "when_start", "when_end", "trigger_start", "trigger_end", "sentence_start",
        "sentence_end", "sentence", "content",
    ),
}  # fmt: skip
DERIVED: Final[Mapping[str, tuple[str, ...]]] = {
    "origins": ("id", "content"),
    "events": ("id", "content"),
    "claim_origins": ("claim", "content"),
    "event_claims": ("event", "claim"),
}


def columns(names: Iterable[str]) -> str:
    """Return column names for a statement, each in quotation marks."""
    return ", ".join(f'"{name}"' for name in names)


def of_row(values: Values) -> str:
    """Return the digest of one row."""
    return digest(canonical(list(values)))


def told(row: Values, first: tuple[str, ...] = CAPTURE) -> Values:
    """Return a row without the columns behind the first ones that hold nothing, at its end."""
    end = len(row)
    while end > len(first) and row[end - 1] is None:
        end -= 1
    return row[:end]


def of_reading(by_table: Iterable[str]) -> str:
    """Return the digest of a reading from those of its rows in documents, parts and claims."""
    return digest(canonical(list(by_table)))


def of_stored(stored: Stored) -> str:
    """Return the digest of a reading from its rows."""
    return of_reading(digest_of_lines(stored[table]) for table in READING)


def of_groups(rows: Iterable[Values]) -> dict[Any, str]:
    """Return the digest of the rows of each document, from rows whose first value names it.

    The rows of a document stand together; where they do not, the digest is none that any has.
    """
    found: dict[Any, str] = {}
    for document, group in groupby(rows, key=lambda row: row[0]):
        lines = digest_of_lines(group)
        found[document] = digest((found[document] + lines).encode()) if document in found else lines
    return found


def recorded(connection: Connection, capture: str) -> Stored:
    """Return a capture's row, but for its bytes, and its reading's: what is digested."""
    rows = _rows(connection, "captures", (*CAPTURE, *CAPTURE_LATER), "id", capture)
    return {"captures": [*map(told, rows)]} | stored(connection, capture)


def capture(connection: Connection, wanted: str) -> str:
    """Return the digest of a capture's row; its bytes have their own, which is its id."""
    (row,) = _rows(connection, "captures", (*CAPTURE, *CAPTURE_LATER), "id", wanted)
    return of_row(told(row))


def judgement(connection: Connection, wanted: str) -> str:
    """Return the digest of a judgement."""
    (row,) = _rows(connection, "judgements", (*JUDGEMENT, *JUDGEMENT_LATER), "id", wanted)
    return of_row(told(row, JUDGEMENT))


def stored(connection: Connection, document: str) -> Stored:
    """Return the rows of a document's reading as they are stored, in order."""
    keys = {"documents": "id", "parts": "document", "claims": "document"}
    return {
        table: _rows(connection, table, names, keys[table], document)
        for table, names in READING.items()
    }


def every_derived(connection: Connection) -> Iterator[Values]:
    """Yield every row that weighing derived, with its table's name."""
    for table, names in DERIVED.items():
        rows = connection.exec_driver_sql(f"SELECT {columns(names)} FROM {table} NOT INDEXED")
        yield from ((table, *row) for row in rows)


def derived_rows(
    connection: Connection, table: str, key: str, wanted: Iterable[str]
) -> Iterator[Values]:
    """Yield the rows of one of its tables that have one of the keys, with the table's name."""
    query = f'SELECT {columns(DERIVED[table])} FROM {table} WHERE "{key}" IN {statements.THESE}'
    found = statements.among(connection, query, sorted(wanted))
    yield from ((table, *row) for row in found)


def _rows(
    connection: Connection, table: str, names: tuple[str, ...], key: str, value: str
) -> list[Values]:
    order = ' ORDER BY "position"' if "position" in names else ""
    statement = f'SELECT {columns(names)} FROM {table} WHERE "{key}" = ?{order}'
    return statements.rows(connection, statement, value)
