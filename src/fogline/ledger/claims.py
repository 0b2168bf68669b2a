"""Claims: model types to rows and back, and the questions that their columns answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import loads
from typing import Any, TypedDict

import sqlalchemy as sa
from sqlalchemy import ColumnElement, Connection

from fogline.ledger import statements
from fogline.ledger.schema import CLAIMS, EVENT_CLAIMS
from fogline.ledger.statements import THESE, written
from fogline.model import Claim, Place, Reading, from_dict, to_dict


class Wanted(TypedDict, total=False):
    """Which claims; all conditions hold together, and one left out asks for nothing.

    `event` to `certainty` are the codebook's values; `occurrence` is the id of a weighed event;
    `since` and `until` are days that the claim's interval touches; `box` is south, west, north,
    east in degrees around the claim's first placed place.
    """

    id: str
    document: str
    part: str
    event: str
    mode: str
    status: str
    polarity: str
    certainty: str
    occurrence: str
    since: str
    until: str
    box: tuple[float, float, float, float]


def insert_claims(connection: Connection, reading: Reading) -> int:
    """Record a reading's claims; return how many. Equal content is one claim, said once."""
    distinct = {claim.id: claim for claim in reading.claims}.values()
    rows = [_row(reading.document.id, n, claim) for n, claim in enumerate(distinct)]
    statements.insert(connection, "claims", rows)
    return len(rows)


def claims(connection: Connection, wanted: Wanted) -> Iterator[tuple[str, Claim]]:
    """Yield document id and claim, by document and the claim's place in it."""
    query = sa.select(CLAIMS.c.document, CLAIMS.c.content).where(*_conditions(wanted))
    for row in connection.execute(query.order_by(CLAIMS.c.document, CLAIMS.c.position)):
        yield row.document, from_dict(Claim, row.content)


def claims_of(connection: Connection, documents: Iterable[str]) -> dict[str, list[Claim]]:
    """Return the claims of each document, in the order in which they were read."""
    query = (
        f"SELECT document, content FROM claims WHERE document IN {THESE}"
        " ORDER BY document, position"
    )
    found: dict[str, list[Claim]] = {}
    for document, content in statements.among(connection, query, statements.ids(documents)):
        found.setdefault(document, []).append(from_dict(Claim, loads(content)))
    return found


def _row(document: str, position: int, claim: Claim) -> dict[str, Any]:
    place = _placed(claim.places)
    return {
        "id": claim.id,
        "document": document,
        "position": position,
        "part": claim.part,
        "event": claim.event,
        "mode": claim.mode,
        "status": claim.status,
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "when_start": claim.when.start,
        "when_end": claim.when.end,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "sentence_start": claim.sentence.start,
        "sentence_end": claim.sentence.end,
        "sentence": claim.sentence.text,
        "content": written(to_dict(claim)),
    }


def _placed(places: tuple[Place, ...]) -> Place | None:
    return next((p for p in places if p.lat is not None and p.lon is not None), None)


def _conditions(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
    return (condition for name, value in wanted.items() for condition in _condition(name, value))


def _condition(name: str, value: Any) -> Iterator[ColumnElement[bool]]:
    match name:
        case "since":
            yield CLAIMS.c.when_end >= value
        case "until":
            yield CLAIMS.c.when_start <= value
        case "box":
            south, west, north, east = value
            yield CLAIMS.c.lat.between(south, north)
            yield _between_meridians(west, east)
        case "occurrence":
            links = sa.select(EVENT_CLAIMS.c.claim).where(EVENT_CLAIMS.c.event == value)
            yield CLAIMS.c.id.in_(links)
        case _:
            yield CLAIMS.c[name] == value


def _between_meridians(west: float, east: float) -> ColumnElement[bool]:
    if west <= east:
        return CLAIMS.c.lon.between(west, east)
    return sa.or_(CLAIMS.c.lon >= west, CLAIMS.c.lon <= east)  # across the antimeridian
