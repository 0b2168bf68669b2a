"""Quarantine: items that failed, kept with their reason until they go in or a person drops them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger.schema import QUARANTINE
from fogline.model import Capture, Quarantined, from_dict, to_dict

CAPTURED = ("media_type", "url", "headers", "captured_at", "published", "stated")

Connect = Callable[[], AbstractContextManager[Connection]]


class Quarantine:
    """The failed items of a ledger, by name; made by `Ledger.quarantine`."""

    def __init__(self, connect: Connect, write: Connect) -> None:
        self._connect, self._write = connect, write

    def find(self, item: str) -> Quarantined | None:
        """Return one item without its bytes."""
        with self._connect() as connection:
            row = connection.execute(_without_body().where(QUARANTINE.c.item == item)).mappings()
            return next((_told(dict(r)) for r in row), None)

    def capture(self, item: str) -> Capture | None:
        """Return the bytes that are kept of an item."""
        query = sa.select(QUARANTINE).where(QUARANTINE.c.item == item)
        with self._connect() as connection:
            rows = connection.execute(query).mappings()
            return next((_told(dict(row)).capture for row in rows), None)

    def keep(self, found: Quarantined) -> None:
        """Record an item that failed, in the place of what was known of it."""
        row = to_dict(found)
        captured = row.pop("capture") or {}
        row |= {name: (captured or row).get(name) for name in CAPTURED}
        row |= {"capture": captured.get("id"), "body": captured.get("body")}
        with self._write() as connection:
            connection.execute(QUARANTINE.delete().where(QUARANTINE.c.item == found.item))
            connection.execute(QUARANTINE.insert(), row)

    def release(self, item: str) -> bool:
        """Let go of an item that went in, or that is wanted no more; False where it is not here."""
        with self._write() as connection:
            done = connection.execute(QUARANTINE.delete().where(QUARANTINE.c.item == item))
            return bool(done.rowcount)

    def every(self) -> tuple[Quarantined, ...]:
        """Return every item without its bytes, the latest failure first."""
        order = (QUARANTINE.c.last_at.desc(), QUARANTINE.c.item)
        with self._connect() as connection:
            rows = connection.execute(_without_body().order_by(*order)).mappings()
            return tuple(_told(dict(row)) for row in rows)

    def due(self, now: str, version: str, limit: int) -> tuple[Quarantined, ...]:
        """Return items to be tried again, with their bytes: those whose time has come, and those
        whose bytes another version of Fogline could not read."""
        has_bytes = QUARANTINE.c.body.is_not(None)
        can_be = has_bytes | QUARANTINE.c.item.like("http%://%")
        renewed = (QUARANTINE.c.version != version) & has_bytes
        ready = ((QUARANTINE.c.next_try <= now) & can_be) | renewed
        query = sa.select(QUARANTINE).where(ready).order_by(QUARANTINE.c.last_at, QUARANTINE.c.item)
        with self._connect() as connection:
            rows = connection.execute(query.limit(limit)).mappings()
            return tuple(_told(dict(row)) for row in rows)


def _without_body() -> Any:
    return sa.select(*(column for column in QUARANTINE.c if column.name != "body"))


def _told(row: dict[str, Any]) -> Quarantined:
    held = row.pop("capture")
    about = {name: row.pop(name) if held else row[name] for name in CAPTURED}
    if held is not None and row.get("body") is not None:
        about |= {"id": held, "body": row["body"], "name": row["item"]}
        return from_dict(Quarantined, row | {"capture": to_dict(from_dict(Capture, about))})
    return from_dict(Quarantined, row)
