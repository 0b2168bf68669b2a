"""Origins, events, claim origins: what weighing derives from the record, replaced as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from fogline.chain import digest_of_lines
from fogline.ledger import digests, log
from fogline.ledger.schema import CLAIM_ORIGINS, EVENT_CLAIMS, EVENTS, ORIGINS
from fogline.model import ClaimOrigin, Event, Origin, from_dict, to_dict

T = TypeVar("T", Origin, Event)

NOTHING = digests.of_reading(digest_of_lines(()) for _ in digests.DERIVED)


def replace(
    connection: Connection,
    origins: Iterable[Origin],
    events: Iterable[Event],
    voices: Mapping[str, ClaimOrigin],
) -> None:
    """Put new origins, events and origins by claim id in the place of all old ones."""
    _empty(connection)
    events = tuple(events)
    links = [{"event": event.id, "claim": claim} for event in events for claim in event.claims]
    _fill(connection, ORIGINS, [_row(origin) for origin in origins])
    _fill(connection, EVENTS, [_row(event) for event in events])
    _fill(connection, EVENT_CLAIMS, links)
    told = [{"claim": claim, "content": to_dict(voice)} for claim, voice in voices.items()]
    _fill(connection, CLAIM_ORIGINS, told)
    log_weighing(connection)


def clear(connection: Connection) -> None:
    """Take all that was derived away: what it rests on is about to change."""
    if any(_holds(connection, table) for table in (ORIGINS, EVENTS, CLAIM_ORIGINS)):
        _empty(connection)
        log_weighing(connection)


def log_weighing(connection: Connection) -> None:
    """Append an entry for what is derived now, where it differs from what the last one says."""
    digested = digests.derived(connection)
    last = log.last(connection, "weighing", "weighing")
    if digested != (last.digest if last else NOTHING):
        log.append(connection, "weighing", "weighing", digested)


def origins(connection: Connection) -> tuple[Origin, ...]:
    """Return every origin, by id."""
    return _every(connection, ORIGINS, Origin)


def events(connection: Connection) -> tuple[Event, ...]:
    """Return every event, by id."""
    return _every(connection, EVENTS, Event)


def claim_origins(connection: Connection) -> dict[str, ClaimOrigin]:
    """Return the origin behind every weighed claim, by the claim's id."""
    rows = connection.execute(sa.select(CLAIM_ORIGINS).order_by(CLAIM_ORIGINS.c.claim))
    return {row.claim: from_dict(ClaimOrigin, row.content) for row in rows}


def event(connection: Connection, wanted: str) -> Event | None:
    """Return one event by its id."""
    query = sa.select(EVENTS.c.content).where(EVENTS.c.id == wanted)
    content = connection.execute(query).scalar_one_or_none()
    return from_dict(Event, content) if content else None


def _empty(connection: Connection) -> None:
    for table in (CLAIM_ORIGINS, EVENT_CLAIMS, EVENTS, ORIGINS):
        connection.execute(table.delete())


def _holds(connection: Connection, table: Table) -> bool:
    return (
        connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None
    )


def _row(item: Origin | Event) -> dict[str, Any]:
    return {"id": item.id, "content": to_dict(item)}


def _fill(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(table.insert(), rows)


def _every(connection: Connection, table: Table, kind: type[T]) -> tuple[T, ...]:
    found = connection.execute(sa.select(table.c.content).order_by(table.c.id)).scalars()
    return tuple(from_dict(kind, content) for content in found)
