"""Origins, events, claim origins: what weighing derives from the record, replaced or revised.

The log has the digest of all of it after every change. That digest is of a set (`sums`), so that
what an arrival changes is all that is looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from json import loads
from typing import Final, TypeVar

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from fogline.ledger import digests, log, statements, sums
from fogline.ledger.postings import Postings
from fogline.ledger.schema import CLAIM_ORIGINS, EVENT_CLAIMS, EVENTS, ORIGINS
from fogline.ledger.shelves import Shelves
from fogline.ledger.statements import THESE, written
from fogline.model import ClaimOrigin, Event, Origin, from_dict, to_dict

T = TypeVar("T", Origin, Event)
KEYS: Final = {"origins": "id", "events": "id", "claim_origins": "claim", "event_claims": "event"}


@dataclass(frozen=True, slots=True)
class Revision:
    """What weighing changes: origins and events that go, by id, claims whose origin goes, and all
    that come.
    """

    gone_origins: frozenset[str] = frozenset()
    gone_events: frozenset[str] = frozenset()
    gone_voices: frozenset[str] = frozenset()
    origins: tuple[Origin, ...] = ()
    events: tuple[Event, ...] = ()
    voices: Mapping[str, ClaimOrigin] = field(default_factory=dict)


def replace(
    connection: Connection,
    origins: Iterable[Origin],
    events: Iterable[Event],
    voices: Mapping[str, ClaimOrigin],
) -> None:
    """Put new origins, events and origins by claim id in the place of all old ones."""
    _empty(connection)
    new = Revision(origins=tuple(origins), events=tuple(events), voices=voices)
    _write(connection, sums.EMPTY, new, gone=())
    log_weighing(connection)


def revise(connection: Connection, change: Revision) -> None:
    """Take away what goes, and put in its place what comes; all else is left as it is."""
    came = {origin.id for origin in change.origins}, {event.id for event in change.events}
    gone = [
        *_taken(connection, "origins", change.gone_origins | came[0]),
        *_taken(connection, "event_claims", change.gone_events | came[1]),
        *_taken(connection, "events", change.gone_events | came[1]),
        *_taken(connection, "claim_origins", change.gone_voices | change.voices.keys()),
    ]
    _write(connection, _total(connection), change, gone)
    log_weighing(connection)


def clear(connection: Connection) -> None:
    """Take all that was derived away: what it rests on is about to change."""
    Shelves(connection).empty()
    Postings(connection).empty()
    if any(_holds(connection, table) for table in (ORIGINS, EVENTS, CLAIM_ORIGINS)):
        _empty(connection)
        _keep(connection, sums.EMPTY)
        log_weighing(connection)


def log_weighing(connection: Connection) -> None:
    """Append an entry for what is derived now, where it differs from what the last one says."""
    digested = sums.sealed(_total(connection))
    last = log.last(connection, "weighing", "weighing")
    if digested != (last.digest if last else sums.sealed(sums.EMPTY)):
        log.append(connection, "weighing", "weighing", digested)


def _write(connection: Connection, total: int, change: Revision, gone: Iterable[sums.Row]) -> None:
    """Put in what comes, and keep the number of all that is there then."""
    come = {
        "origins": [(origin.id, written(to_dict(origin))) for origin in change.origins],
        "events": [(event.id, written(to_dict(event))) for event in change.events],
        "event_claims": [(e.id, claim) for e in change.events for claim in e.claims],
        "claim_origins": [(c, written(to_dict(voice))) for c, voice in change.voices.items()],
    }
    for table, rows in come.items():
        names = digests.columns(digests.DERIVED[table])
        statements.many(connection, f"INSERT INTO {table} ({names}) VALUES (?, ?)", rows)
    came = ((table, *row) for table, rows in come.items() for row in rows)
    _keep(connection, sums.plus(total, came, gone))


def _taken(connection: Connection, table: str, wanted: Iterable[str]) -> list[sums.Row]:
    """Take rows away; return what they held."""
    gone = statements.ids(wanted)
    rows = list(digests.derived_rows(connection, table, KEYS[table], gone))
    statement = f"DELETE FROM {table} WHERE {KEYS[table]} = ?"
    statements.many(connection, statement, [(found,) for found in gone])
    return rows


def _total(connection: Connection) -> int:
    """Return the number of all that is derived, from all rows where it was not kept."""
    for (kept,) in statements.rows(connection, "SELECT total FROM derived_sum"):
        return sums.read(kept)
    total = sums.plus(sums.EMPTY, digests.every_derived(connection))
    _keep(connection, total)
    return total


def _keep(connection: Connection, total: int) -> None:
    statements.rows(connection, "DELETE FROM derived_sum")
    statements.rows(connection, "INSERT INTO derived_sum VALUES (?)", sums.written(total))


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


def events_of(connection: Connection, claims: Iterable[str]) -> tuple[Event, ...]:
    """Return the events that hold one of the claims."""
    query = (
        "SELECT content FROM events WHERE id IN"
        f" (SELECT event FROM event_claims WHERE claim IN {THESE})"
    )
    found = statements.among(connection, query, statements.ids(claims))
    return tuple(from_dict(Event, loads(content)) for (content,) in found)


def origins_of(connection: Connection, ids: Iterable[str]) -> tuple[Origin, ...]:
    """Return the origins of the given ids."""
    query = f"SELECT content FROM origins WHERE id IN {THESE}"
    found = statements.among(connection, query, statements.ids(ids))
    return tuple(from_dict(Origin, loads(content)) for (content,) in found)


def claim_origins_of(connection: Connection, ids: Iterable[str]) -> dict[str, ClaimOrigin]:
    """Return the origin behind claims, by their ids."""
    query = f"SELECT claim, content FROM claim_origins WHERE claim IN {THESE}"
    found = statements.among(connection, query, statements.ids(ids))
    return {claim: from_dict(ClaimOrigin, loads(content)) for claim, content in found}


def _empty(connection: Connection) -> None:
    for table in (CLAIM_ORIGINS, EVENT_CLAIMS, EVENTS, ORIGINS):
        connection.execute(table.delete())


def _holds(connection: Connection, table: Table) -> bool:
    return (
        connection.execute(sa.select(sa.literal(1)).select_from(table).limit(1)).first() is not None
    )


def _every(connection: Connection, table: Table, kind: type[T]) -> tuple[T, ...]:
    found = connection.execute(sa.select(table.c.content).order_by(table.c.id)).scalars()
    return tuple(from_dict(kind, content) for content in found)
