"""Every recorded value as it lies in the file, read for its digest and trusting nothing.

Tables are read row by row and by no index, text as bytes that may be no UTF-8. Where the file is
damaged, what could be read is kept, and what could not is not there: an entry will miss it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from fogline.chain import Entry, digest, digest_of_lines
from fogline.ledger import digests, sums
from fogline.ledger.digests import Values, columns, of_groups, of_reading, of_row
from fogline.ledger.readings import unpacked
from fogline.model import capture_id

BROKEN: Final = (sqlite3.Error, UnicodeError)  # the latter where a message cites what is damaged
EMPTY: Final = digest(b"")  # of no rows
TAKEDOWN: Final = ("capture", "by", "at", "reason")


@dataclass(frozen=True, slots=True)
class Found:
    """What a ledger's file holds: digests by id; `unread` are the tables that are damaged."""

    captures: dict[str, str]
    altered: frozenset[str]  # captures whose bytes are not those of their id
    bare: frozenset[str]  # captures without a byte
    readings: dict[str, str]
    former: frozenset[tuple[str, str]]  # document and digest, whole
    judgements: dict[str, tuple[str, str]]  # as it stands, and as it stood before it was revoked
    takedowns: dict[str, Values]  # by whom, when and why
    weighing: frozenset[str]  # the digests, as today and as before there were sums
    unread: dict[str, str] = field(default_factory=dict)


class File:
    """A ledger's file, opened past everything that would make sense of it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        connection.text_factory = lambda value: value.decode("utf-8", "surrogateescape")
        self._connection = connection
        self.unread: dict[str, str] = {}

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of the log as they stand, in the order of their numbers."""
        for row in self._rows("log", tuple(Entry.__slots__)):
            yield Entry(*row)

    def found(self) -> Found:
        """Read everything that an entry may tell of."""
        captures, altered, bare = self._captures()
        judged = {str(row[0]): _both(row) for row in self._judgements()}
        gone = {row[0]: row[1:] for row in self._rows("takedowns", TAKEDOWN)}
        return Found(
            captures=captures,
            altered=altered,
            bare=bare,
            readings=self._readings(),
            former=frozenset(self._former()),
            judgements=judged,
            takedowns=gone,
            weighing=self._weighing(),
            unread=self.unread,
        )

    def complaints(self) -> Iterator[str]:
        """Yield what the database itself finds wrong: pages, indexes, the search."""
        try:
            for (line,) in self._connection.execute("PRAGMA integrity_check(20)"):
                if line != "ok":
                    yield " ".join(str(line).split())
            for row in self._connection.execute("PRAGMA foreign_key_check"):
                yield f"a row of {row[0]} names one of {row[2]} that is not there"
        except BROKEN as error:
            yield str(error)

    def _captures(self) -> tuple[dict[str, str], frozenset[str], frozenset[str]]:
        kept: dict[str, str] = {}
        altered, bare = set(), set()
        later = self._there("captures", digests.CAPTURE_LATER)
        for *row, body in self._rows("captures", (*digests.CAPTURE, *later, "body")):
            kept[row[0]] = of_row(digests.told(tuple(row)))
            if not body:
                bare.add(row[0])
            if capture_id(_bytes(body)) != row[0]:
                altered.add(row[0])
        return kept, frozenset(altered), frozenset(bare)

    def _judgements(self) -> Iterator[Values]:
        later = self._there("judgements", digests.JUDGEMENT_LATER)
        return self._rows("judgements", (*digests.JUDGEMENT, *later))

    def _readings(self) -> dict[str, str]:
        tables = [of_groups(self._rows(table, names)) for table, names in digests.READING.items()]
        whole = {document for table in tables for document in table}
        return {d: of_reading(table.get(d, EMPTY) for table in tables) for d in whole}

    def _former(self) -> Iterator[tuple[str, str]]:
        names = ("document", "digest", "packed_digest", "packed")
        for document, digested, seal, packed in self._rows("former_readings", names):
            if isinstance(packed, bytes) and digest(packed) == seal and _is(packed, digested):
                yield document, digested

    def _weighing(self) -> frozenset[str]:
        rows = {table: list(self._rows(table, names)) for table, names in digests.DERIVED.items()}
        total = sums.plus(sums.EMPTY, ((table, *row) for table in rows for row in rows[table]))
        in_order = of_reading(digest_of_lines(found) for found in rows.values())
        return frozenset({sums.sealed(total), in_order})

    def _there(self, table: str, later: tuple[str, ...]) -> tuple[str, ...]:
        """Return which columns a table has of those that came later: a ledger of an older schema
        lacks them, and SQLite takes a name in quotation marks that is no column for a text.
        """
        try:
            found = self._connection.execute(f"PRAGMA table_info({table})").fetchall()
        except BROKEN:
            return ()  # the rows cannot be read either, which is told
        names = {row[1] for row in found}
        return tuple(name for name in later if name in names)

    def _rows(self, table: str, names: tuple[str, ...]) -> Iterator[Values]:
        try:
            yield from self._connection.execute(
                f"SELECT {columns(names)} FROM {table} NOT INDEXED ORDER BY rowid"
            )
        except BROKEN as error:
            self.unread[table] = str(error)


def _both(row: Values) -> tuple[str, str]:
    """Return the digest of a judgement as it stands, and as it stood before it was revoked."""
    first = len(digests.JUDGEMENT)
    return of_row(digests.told(row, digests.JUDGEMENT)), of_row((*row[: first - 1], None))


def _is(packed: bytes, digested: str) -> bool:
    try:
        return digests.of_stored(unpacked(packed)) == digested
    except ValueError:
        return False


def _bytes(value: Any) -> bytes:
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")
