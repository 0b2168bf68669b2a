"""Statements as the driver takes them, for what every arrival asks and writes.

Several dozen of them make an arrival, and SQLAlchemy's way to each takes longer than SQLite does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

_WRITTEN: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
THESE = "(SELECT value FROM json_each(?))"  # what `among` is asked for


def rows(connection: Connection, query: str, *values: Any) -> list[Any]:
    """Return the rows that a query gives."""
    return list(_driver(connection).execute(query, values))


def among(connection: Connection, query: str, wanted: Sequence[Any]) -> list[Any]:
    """Return the rows that a query gives for a list of plain values, none for an empty one."""
    return rows(connection, query, json.dumps(wanted)) if wanted else []


def many(connection: Connection, statement: str, told: Sequence[Any]) -> None:
    """Carry a statement out for each row of values."""
    if told:
        _driver(connection).executemany(statement, told)


def insert(connection: Connection, table: str, told: Sequence[Mapping[str, Any]]) -> None:
    """Put rows into a table, each with the same columns by name."""
    if told:
        names = ", ".join(f'"{name}"' for name in told[0])
        places = ", ".join("?" * len(told[0]))
        values = [tuple(row.values()) for row in told]
        many(connection, f"INSERT INTO {table} ({names}) VALUES ({places})", values)


def written(value: Any) -> str:
    """Return a plain value as a column of JSON holds it."""
    return _WRITTEN.encode(value)


def ids(wanted: Iterable[str]) -> list[str]:
    """Return ids in order, each once."""
    return sorted(set(wanted))


def _driver(connection: Connection) -> Any:
    return connection.connection.dbapi_connection  # the driver's own, without asking a pool
