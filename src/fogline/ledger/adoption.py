"""Entries for what the log does not know: what stood in a ledger before it had one, or lost it."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from fogline.ledger import derived, digests, log
from fogline.ledger.schema import CAPTURES, DOCUMENTS, JUDGEMENTS, LOG


def adopt(connection: Connection) -> int:
    """Append an entry for each capture, document and judgement that has none; return how many.

    An entry's time is that of its appending, so that the log never claims to be older than it is.
    """
    before = log.head(connection).entries
    for row in _unknown(connection, CAPTURES, "capture"):
        log.append(connection, "capture", row, digests.capture(connection, row), document=row)
    for row in _unknown(connection, DOCUMENTS, "document"):
        digested = digests.of_stored(digests.stored(connection, row))
        log.append(connection, "document", row, digested, document=row)
    for row in _unknown(connection, JUDGEMENTS, "judgement"):
        log.append(connection, "judgement", row, digests.judgement(connection, row))
    derived.log_weighing(connection)
    return log.head(connection).entries - before


def _unknown(connection: Connection, table: Table, kind: str) -> list[str]:
    """Return what has no entry, captures and documents in the order in which they came in."""
    known = sa.select(LOG.c.seq).where(LOG.c.subject == table.c.id, LOG.c.kind == kind)
    order = {CAPTURES: CAPTURES.c.recorded_at, JUDGEMENTS: JUDGEMENTS.c.at}.get(table, table.c.id)
    query = sa.select(table.c.id).where(~known.exists()).order_by(order, table.c.id)
    return list(connection.execute(query).scalars())
