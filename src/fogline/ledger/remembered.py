"""What one connection keeps in mind of a ledger for as long as no other has written to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar, cast

from sqlalchemy import Connection

from fogline.ledger import statements

T = TypeVar("T")


class Remembered(NamedTuple):
    """A thing, and SQLite's number for the state of the file in which it was remembered: it is
    another where another connection has written.
    """

    version: int
    thing: object


def remembered(connection: Connection, name: str, make: Callable[[], T]) -> T:
    """Return what a connection remembers by a name, made new where the ledger may have changed.

    Only what is never changed in its place may be remembered; who takes it away must `forget`.
    """
    ((version,),) = statements.rows(connection, "PRAGMA data_version")
    found = connection.info.get(name)
    if found is None or found.version != version:
        found = connection.info[name] = Remembered(version, make())
    return cast(T, found.thing)


def forget(connection: Connection, name: str) -> None:
    """Remember nothing by a name."""
    connection.info.pop(name, None)
