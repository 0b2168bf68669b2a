"""Forecasts in the log: entries appended in order and read back; each is frozen when recorded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger import log, statements
from fogline.ledger.schema import LOG
from fogline.ledger.statements import THESE
from fogline.model import ForecastEntry, from_dict, to_dict

KIND: Final = "forecast"


def append(connection: Connection, entries: Iterable[ForecastEntry]) -> int:
    """Append the entries whose ids are not in the log, in the order given; return how many.

    The canonical text of each holds its number among the forecasts and its time, so that the
    chain of hashes covers both.
    """
    fresh = _fresh(connection, list(entries))
    number = _count(connection) if fresh else 0
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
    """Return how many forecasts there are: from the number of the last that still has its words,
    and those after it, so that not all of the log is looked at.
    """
    query = sa.select(LOG.c.seq, LOG.c.content).where(LOG.c.kind == KIND)
    last = query.where(LOG.c.content.is_not(None)).order_by(LOG.c.seq.desc()).limit(1)
    seq, content = connection.execute(last).one_or_none() or (0, '{"seq": 0}')
    after = sa.select(sa.func.count()).select_from(LOG)
    more = connection.execute(after.where(LOG.c.seq > seq, LOG.c.kind == KIND)).scalar_one()
    return int(json.loads(content)["seq"] + more)


def _fresh(connection: Connection, entries: list[ForecastEntry]) -> list[ForecastEntry]:
    by_id = {entry.id: entry for entry in entries}
    query = f"SELECT subject FROM log WHERE kind = ? AND subject IN {THESE}"
    known = {s for (s,) in statements.rows(connection, query, KIND, json.dumps(list(by_id)))}
    return [entry for key, entry in by_id.items() if key not in known]
