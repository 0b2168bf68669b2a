"""Rows that one connection read before, kept for as long as no other has written to the ledger."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import Generic, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")


@dataclass(slots=True)
class Remembered(Generic[T]):
    """Rows by key, those that came first at the front; only what is never changed in its place may
    be remembered, and what is taken away is forgotten.

    `version` is SQLite's number for the state of the file: it is another where another connection
    has written.
    """

    most: int
    version: int
    rows: dict[int, T] = field(default_factory=dict)

    def shorten(self) -> None:
        """Let go of the oldest of too many, a quarter at once."""
        if len(self.rows) > self.most:
            for key in list(islice(self.rows, len(self.rows) - self.most * 3 // 4)):
                del self.rows[key]


def remembered(connection: Connection, name: str, most: int) -> Remembered[T]:
    """Return the rows that a connection remembers by a name, none where they may have changed."""
    version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    found: Remembered[T] | None = connection.info.get(name)
    if found is None or found.version != version:
        found = connection.info[name] = Remembered(most, version)
    return found
