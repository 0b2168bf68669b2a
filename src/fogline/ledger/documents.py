"""Captures and documents with their parts: model types to rows and back."""

from __future__ import annotations

from collections.abc import Iterable
from json import loads
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger import digests, log, statements
from fogline.ledger.schema import CAPTURES, DOCUMENTS, TAKEDOWNS
from fogline.ledger.statements import THESE, written
from fogline.model import Capture, Document, Reading, Stated, from_dict, to_dict

CAPTURE_FIELDS = (
    "id", "body", "media_type", "name", "url", "headers", "captured_at", "published", "stated",
)  # fmt: skip
DOCUMENT_FIELDS = ("id", "url", "title", "author", "publisher", "language", "input_id", "text")
PART_FIELDS = ("id", "role", "start", "end", "author", "parent", "posted")


def insert_capture(connection: Connection, capture: Capture, recorded_at: str) -> None:
    """Record the bytes and what came with them, and that they came."""
    row = {name: getattr(capture, name) for name in CAPTURE_FIELDS}
    row |= {"headers": written(to_dict(capture.headers)), "recorded_at": recorded_at}
    row["stated"] = written(told_of(capture.stated)) if capture.stated else None
    statements.insert(connection, "captures", [row])
    digested = digests.capture(connection, capture.id)
    log.append(connection, "capture", capture.id, digested, document=capture.id)


def told_of(stated: Stated) -> dict[str, str]:
    """Return what is stated, without what is not: a field that comes later changes nothing."""
    return {name: value for name, value in to_dict(stated).items() if value is not None}


def insert_document(connection: Connection, reading: Reading) -> None:
    """Record the document and its parts; `content` holds the rest of its fields."""
    document = reading.document
    content = to_dict(document)
    row = {name: content.pop(name) for name in DOCUMENT_FIELDS}
    parts = content.pop("parts")
    for later in ("stated", "corrected"):  # so that a reading from before these is the same
        if not content[later]:
            del content[later]
    row |= {
        "published_earliest": document.published.earliest,
        "published_latest": document.published.latest,
        "reader": reading.reader,
        "content": written(content),
    }
    statements.insert(connection, "documents", [row])
    numbered = [{**part, "position": n, "document": document.id} for n, part in enumerate(parts)]
    statements.insert(connection, "parts", numbered)


def captures(connection: Connection, ids: Iterable[str]) -> list[Capture]:
    """Return captures with their bytes, by id; those taken down have none, and are left out."""
    columns = [CAPTURES.c[name] for name in CAPTURE_FIELDS]
    standing = CAPTURES.c.id.in_(list(ids)), CAPTURES.c.id.not_in(sa.select(TAKEDOWNS.c.capture))
    query = sa.select(*columns).where(*standing).order_by(CAPTURES.c.id)
    return [from_dict(Capture, dict(row)) for row in connection.execute(query).mappings()]


def documents(
    connection: Connection, ids: Iterable[str], *, entities: bool = True
) -> list[tuple[Document, str]]:
    """Return documents, each with the version of the reader that read it, by id.

    Their entities, which take up most room, may be left out.
    """
    wanted = statements.ids(ids)
    parts = _parts(connection, wanted)
    rest = "content" if entities else "json_remove(content, '$.entities')"
    query = (
        f"SELECT {', '.join(DOCUMENT_FIELDS)}, reader, {rest} FROM documents"
        f" WHERE id IN {THESE} ORDER BY id"
    )
    found = []
    for *values, reader, content in statements.among(connection, query, wanted):
        fields = loads(content) | dict(zip(DOCUMENT_FIELDS, values, strict=True))
        document = from_dict(Document, fields | {"parts": parts.get(fields["id"], [])})
        found.append((document, reader))
    return found


def versions(connection: Connection, url: str) -> list[tuple[str, str]]:
    """Return (id, instant of capture) of each document of an address, the first captured first."""
    when = sa.func.coalesce(CAPTURES.c.captured_at, CAPTURES.c.recorded_at)
    query = (
        sa.select(DOCUMENTS.c.id, when.label("at"))
        .join(CAPTURES, CAPTURES.c.id == DOCUMENTS.c.id)
        .where((DOCUMENTS.c.url == url) | (CAPTURES.c.url == url))
        .order_by("at", DOCUMENTS.c.key)
    )
    return [(row.id, row.at) for row in connection.execute(query)]


def latest(connection: Connection, url: str) -> Document | None:
    """Return the document of an address that was recorded last."""
    query = sa.select(DOCUMENTS.c.id).where(DOCUMENTS.c.url == url).order_by(DOCUMENTS.c.key.desc())
    found = connection.execute(query.limit(1)).scalar()
    return documents(connection, [found])[0][0] if found else None


def _parts(connection: Connection, ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    query = (
        f"SELECT document, {digests.columns(PART_FIELDS)} FROM parts"
        f" WHERE document IN {THESE} ORDER BY document, position"
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for document, *values in statements.among(connection, query, ids):
        part = dict(zip(PART_FIELDS, values, strict=True))
        found.setdefault(document, []).append(part)
    return found
