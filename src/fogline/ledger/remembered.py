"""What one connection read before, kept for as long as no other has written to the ledger."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
ALL = "remembered"


@dataclass(slots=True)
class Remembered(Generic[K, T]):
    """Things by key, those that came first at the front; only what is never changed in its place
    may be remembered, and what is taken away is forgotten (`forget`).
    """

    most: int
    held: dict[K, T] = field(default_factory=dict)

    def shorten(self) -> None:
        """Let go of the oldest of too many, a quarter at once."""
        if len(self.held) > self.most:
            for key in list(islice(self.held, len(self.held) - self.most * 3 // 4)):
                del self.held[key]


def remembered(connection: Connection, name: str, most: int) -> Remembered[Any, Any]:
    """Return what a connection remembers by a name, nothing where that may have changed.

    SQLite's number for the state of the file is another where another connection has written.
    """
    version = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
    known, held = connection.info.get(ALL, (None, {}))
    if known != version:
        held = {}
        connection.info[ALL] = version, held
    found: Remembered[Any, Any] = held.setdefault(name, Remembered(most))
    return found


def forget(connection: Connection) -> None:
    """Forget all: what was read is about to go."""
    connection.info.pop(ALL, None)
