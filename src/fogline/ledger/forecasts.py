"""Forecasts in the log: entries appended in order and read back; each is frozen when recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger import log
from fogline.ledger.schema import LOG
from fogline.model import ForecastEntry, from_dict, to_dict

KIND: Final = "forecast"


def append(connection: Connection, entries: Iterable[ForecastEntry]) -> int:
    """Append the entries whose ids are not in the log, in the order given; return how many.

    The canonical text of each holds its number among the forecasts and its time, so that the
    chain of hashes covers both.
    """
    number, fresh = _count(connection), _fresh(connection, list(entries))
    for seq, entry in enumerate(fresh, number + 1):
        frozen = replace(entry, seq=seq, recorded_at=log.now())
        log.append_content(connection, KIND, entry.id, to_dict(frozen), document=entry.document)
    return len(fresh)


def every(connection: Connection) -> tuple[ForecastEntry, ...]:
    """Return all of them in the order in which they were recorded, but those taken down."""
    return tuple(from_dict(ForecastEntry, json.loads(line)) for line in lines(connection))


def lines(connection: Connection) -> Iterator[str]:
    """Yield the canonical JSON of every entry as it stands in the log, in order."""
    query = sa.select(LOG.c.content).where(LOG.c.kind == KIND, LOG.c.content.is_not(None))
    yield from connection.execute(query.order_by(LOG.c.seq)).scalars()


def _count(connection: Connection) -> int:
    query = sa.select(sa.func.count()).select_from(LOG).where(LOG.c.kind == KIND)
    return int(connection.execute(query).scalar_one())


def _fresh(connection: Connection, entries: list[ForecastEntry]) -> list[ForecastEntry]:
    by_id = {entry.id: entry for entry in entries}
    query = sa.select(LOG.c.subject).where(LOG.c.kind == KIND, LOG.c.subject.in_(list(by_id)))
    known = set(connection.execute(query).scalars()) if by_id else set()
    return [entry for key, entry in by_id.items() if key not in known]
