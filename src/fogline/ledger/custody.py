"""Custody: the log, readings that were renewed, captures that were taken down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from fogline.chain import Entry, Head, Takedown
from fogline.errors import StopRun, Unreadable
from fogline.ledger import adoption, anchors, digests, log, readings, statements, takedowns
from fogline.ledger.connection import autocommitting, faults, stop
from fogline.ledger.opened import PAGE, Opened
from fogline.model import Reading

STILL_READ = (
    "it was taken down, but who still reads from the file keeps the old bytes in it",
    "end what reads it and run the same command again",
)


class Custody(Opened):
    """What a ledger keeps of how it came to be what it is."""

    def renew(self, reading: Reading) -> bool:
        """Put a reading in the place of its document's, which is kept as a former one.

        Return False, and change nothing, where it is the same. What was weighed falls with the
        claims that it rests on. Raises Unreadable where the text cannot be stored, or what is
        there is not what was recorded.
        """
        with self._write() as connection, storable(reading.document.id):
            return readings.renew(connection, reading)

    def adopt(self) -> int:
        """Give all that is recorded an entry where the whole log is lost; return how many."""
        with self._write() as connection:
            return 0 if log.head(connection).entries else adoption.adopt(connection)

    def carried(self) -> dict[str, str | None]:
        """Return, for judged claims that are read no more, the claim that says what they said;
        None where there is none.
        """
        with self._connect() as connection:
            return anchors.carried(connection)

    def former(self, document: str) -> tuple[Reading, ...]:
        """Return the readings that a document had before, the newest first."""
        with self._connect() as connection:
            return tuple(readings.former(connection, document))

    def renewed(self) -> tuple[str, ...]:
        """Return the documents that had another reading before."""
        with self._connect() as connection:
            return tuple(readings.renewed(connection))

    def take_down(self, capture: str, by: str, reason: str) -> bool:
        """Take a capture and all that was read from it out of the ledger; False where it is gone.

        A tombstone stays: who, when and why. The file is written anew, so that none of its bytes
        is left, also where an earlier call came no further than the tombstone; what was weighed
        falls, and is to be weighed anew. Raises StopRun where there is no such capture.
        """
        with self._write() as connection:
            if not holds(connection, capture):
                raise StopRun(f"{capture}: not in ledger {self.path} (see its export)")
            there = takedowns.find(connection, capture) is None
            if there:
                takedowns.take_down(connection, Takedown(capture, by, log.now(), reason))
        with faults(self.path), autocommitting(self._engine) as driver:
            clean = takedowns.clean(driver)
        if not clean:
            raise stop(self.path, *STILL_READ)
        return there

    def takedown(self, capture: str) -> Takedown | None:
        """Return the tombstone of a capture, where it was taken down."""
        with self._connect() as connection:
            return takedowns.find(connection, capture)

    def takedowns(self) -> tuple[Takedown, ...]:
        """Return every tombstone."""
        with self._connect() as connection:
            return tuple(takedowns.every(connection))

    def append(
        self, kind: str, subject: str, content: Any, *, document: str | None = None
    ) -> Entry:
        """Append an entry of its own to the log: any plain value, as canonical JSON.

        `document` is the capture that its words go back to: they go when that is taken down.
        """
        with self._write() as connection:
            return log.append_content(connection, kind, subject, content, document=document)

    def entries_of(self, capture: str) -> tuple[Entry, ...]:
        """Return the entries that go back to one capture, in their order."""
        with self._connect() as connection:
            return tuple(log.entries_of(connection, capture))

    def recorded(self, capture: str) -> dict[str, list[tuple[Any, ...]]]:
        """Return a capture's row and its reading's, by table: what their entries are digests of."""
        with self._connect() as connection:
            return digests.recorded(connection, capture)

    def head(self) -> Head:
        """Return the end of the log: how many entries, and the hash of the last."""
        with self._connect() as connection:
            return log.head(connection)

    def entries(self, after: int = 0) -> Iterator[Entry]:
        """Yield the entries of the log in their order, from after one's number on."""
        while found := self._page_of_entries(after):
            yield from found
            after = found[-1].seq

    def _page_of_entries(self, after: int) -> list[Entry]:
        with self._connect() as connection:
            return log.entries(connection, after, PAGE)


@contextmanager
def storable(name: str) -> Iterator[None]:
    """Turn text that no encoding can write into Unreadable ("not-unicode"), by the item's name."""
    try:
        yield
    except UnicodeEncodeError as error:
        # Half a surrogate pair is no character: no encoding can write it.
        detail = f"its name, metadata or text holds {error.object[error.start]!a}, no character"
        raise Unreadable(name, "not-unicode", detail) from error


def holds(connection: Connection, capture: str) -> bool:
    """Say whether a capture is recorded, also where it was taken down."""
    return bool(statements.rows(connection, "SELECT 1 FROM captures WHERE id = ?", capture))
