"""The log of forecasts: entries appended in order and read back; each is frozen when recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger.schema import FORECASTS
from fogline.model import ForecastEntry, from_dict, to_dict


def canonical(entry: ForecastEntry) -> str:
    """Return an entry as the one JSON text that it has: keys sorted, no space, no escapes.

    The text holds the entry's number and its time, so that a hash over it covers both.
    """
    return json.dumps(to_dict(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def append(connection: Connection, entries: Iterable[ForecastEntry], recorded_at: str) -> int:
    """Append the entries whose ids are not in the log, in the order given; return how many."""
    last = connection.execute(sa.select(sa.func.max(FORECASTS.c.seq))).scalar_one() or 0
    fresh = _fresh(connection, list(entries))
    rows = []
    for seq, entry in enumerate(fresh, last + 1):
        frozen = replace(entry, seq=seq, recorded_at=recorded_at)
        row = {name: getattr(frozen, name) for name in ("seq", "id", "claim", "document")}
        rows.append(row | {"recorded_at": recorded_at, "content": canonical(frozen)})
    if rows:
        connection.execute(FORECASTS.insert(), rows)
    return len(rows)


def every(connection: Connection) -> tuple[ForecastEntry, ...]:
    """Return the whole log, in the order in which it was recorded."""
    return tuple(from_dict(ForecastEntry, json.loads(line)) for line in lines(connection))


def lines(connection: Connection) -> Iterator[str]:
    """Yield the canonical JSON of every entry as it stands in the log, in order."""
    query = sa.select(FORECASTS.c.content).order_by(FORECASTS.c.seq)
    yield from connection.execute(query).scalars()


def _fresh(connection: Connection, entries: list[ForecastEntry]) -> list[ForecastEntry]:
    by_id = {entry.id: entry for entry in entries}
    query = sa.select(FORECASTS.c.id).where(FORECASTS.c.id.in_(list(by_id)))
    known = set(connection.execute(query).scalars()) if by_id else set()
    return [entry for key, entry in by_id.items() if key not in known]
