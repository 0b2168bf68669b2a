"""Readings in the record: appended, and put in the place of a former one, which is kept."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from json import loads
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.chain import canonical, digest
from fogline.errors import Unreadable
from fogline.ledger import claims, derived, digests, documents, log, statements
from fogline.ledger.digests import Stored
from fogline.ledger.remembered import forget, remembered
from fogline.ledger.schema import CLAIMS, DOCUMENTS, FORMER, PARTS
from fogline.model import Claim, Document, Reading, from_dict

LATELY = "readings"  # what is remembered of those recorded last ...
MOST = 16  # ... of so many at most


def record(connection: Connection, reading: Reading) -> None:
    """Record the reading of a capture that has none; what comes next is most likely to weigh it."""
    _insert(connection, reading)
    _log(connection, reading.document.id)
    kept = remembered(connection, LATELY, dict[str, Reading])
    kept[reading.document.id] = _bare(reading)
    if len(kept) > MOST:
        del kept[next(iter(kept))]


def renew(connection: Connection, reading: Reading) -> bool:
    """Put a reading in the place of the one that is there and keep that; False where it is equal.

    Weighing falls with the claims that it rests on. Raises Unreadable ("not-as-recorded") where
    what is there is not what the log says.
    """
    document = reading.document.id
    before = digests.stored(connection, document)
    with connection.begin_nested() as change:
        if before["documents"]:
            _keep(connection, document, before)
            drop(connection, document)
        _insert(connection, reading)
        if digests.stored(connection, document) == before:
            change.rollback()
            return False
    _log(connection, document)
    return True


def drop(connection: Connection, document: str) -> None:
    """Take a reading out of the record; its triggers see that it is kept, or taken down."""
    derived.clear(connection)
    forget(connection, LATELY)
    for table, column in ((CLAIMS, "document"), (PARTS, "document"), (DOCUMENTS, "id")):
        connection.execute(table.delete().where(table.c[column] == document))


def readings(connection: Connection, ids: Iterable[str], *, entities: bool = True) -> list[Reading]:
    """Return the readings of documents, by id; the documents' entities may be left out."""
    wanted = list(ids)
    found = claims.claims_of(connection, wanted)
    return [
        Reading(document, tuple(found.get(document.id, ())), reader)
        for document, reader in documents.documents(connection, wanted, entities=entities)
    ]


def bare(connection: Connection, ids: Iterable[str]) -> list[Reading]:
    """Return the same without the documents' entities; what was recorded last is at hand."""
    wanted = statements.ids(ids)
    kept = remembered(connection, LATELY, dict[str, Reading])
    missing = [document for document in wanted if document not in kept]
    found = {r.document.id: r for r in readings(connection, missing, entities=False)}
    return [kept.get(d) or found[d] for d in wanted if d in kept or d in found]


def former(connection: Connection, document: str) -> Iterator[Reading]:
    """Yield the readings that a document had before, the newest first."""
    query = sa.select(FORMER.c.packed).where(FORMER.c.document == document)
    for packed in connection.execute(query.order_by(FORMER.c.key.desc())).scalars():
        yield _reading(unpacked(packed))


def renewed(connection: Connection) -> list[str]:
    """Return the documents that had a reading before, by id."""
    query = sa.select(FORMER.c.document).distinct().order_by(FORMER.c.document)
    return list(connection.execute(query).scalars())


def unpacked(packed: bytes) -> Stored:
    """Return a former reading's rows; raises ValueError where the bytes are damaged."""
    try:
        rows = loads(zlib.decompress(packed))
        return {table: [tuple(row) for row in rows[table]] for table in digests.READING}
    except (zlib.error, KeyError, TypeError) as error:
        raise ValueError(f"a former reading is damaged: {error}") from error


def _bare(reading: Reading) -> Reading:
    """Return a reading as it comes back: equal content is one claim."""
    distinct = {claim.id: claim for claim in reading.claims}.values()
    return replace(reading, document=replace(reading.document, entities=()), claims=tuple(distinct))


def _insert(connection: Connection, reading: Reading) -> None:
    documents.insert_document(connection, reading)
    claims.insert_claims(connection, reading)


def _log(connection: Connection, document: str) -> None:
    """Append the entry of a reading; not again where the log's last word on it is the same."""
    digested = digests.of_stored(digests.stored(connection, document))
    last = log.last(connection, "document", document)
    if last is None or last.digest != digested:
        log.append(connection, "document", document, digested, document=document)


def _keep(connection: Connection, document: str, rows: Stored) -> None:
    digested = digests.of_stored(rows)
    last = log.last(connection, "document", document)
    if last is None or last.digest != digested:
        detail = "its reading is not the one that was recorded"
        remedy = "`fogline verify` says more; restore the ledger from a backup"
        raise Unreadable(document, "not-as-recorded", detail, remedy=remedy)
    packed = zlib.compress(canonical(rows))
    row = {"document": document, "digest": digested}
    connection.execute(FORMER.insert(), row | {"packed": packed, "packed_digest": digest(packed)})


def _reading(rows: Stored) -> Reading:
    """Return a former reading as model types; fields that there were not then are as unknown."""
    named = {
        table: [dict(zip(digests.READING[table], row, strict=True)) for row in rows[table]]
        for table in rows
    }
    (row,) = named["documents"]
    fields: dict[str, Any] = {name: row[name] for name in documents.DOCUMENT_FIELDS}
    fields |= loads(row["content"]) | {"parts": named["parts"]}
    told = tuple(from_dict(Claim, loads(claim["content"])) for claim in named["claims"])
    return Reading(from_dict(Document, fields), told, row["reader"])
