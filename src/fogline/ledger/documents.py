"""Captures and documents with their parts: model types to rows and back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger import digests, log
from fogline.ledger.schema import CAPTURES, DOCUMENTS, PARTS, TAKEDOWNS
from fogline.model import Capture, Document, Reading, from_dict, to_dict

CAPTURE_FIELDS = (
    "id", "body", "media_type", "name", "url", "headers", "captured_at", "published",
)  # fmt: skip
DOCUMENT_FIELDS = ("id", "url", "title", "author", "publisher", "language", "input_id", "text")
PART_FIELDS = ("id", "role", "start", "end", "author", "parent", "posted")


def insert_capture(connection: Connection, capture: Capture, recorded_at: str) -> None:
    """Record the bytes and what came with them, and that they came."""
    row = {name: getattr(capture, name) for name in CAPTURE_FIELDS}
    row |= {"headers": to_dict(capture.headers), "recorded_at": recorded_at}
    connection.execute(CAPTURES.insert(), row)
    digested = digests.capture(connection, capture.id)
    log.append(connection, "capture", capture.id, digested, document=capture.id)


def insert_document(connection: Connection, reading: Reading) -> None:
    """Record the document and its parts; `content` holds the rest of its fields."""
    document = reading.document
    content = to_dict(document)
    row = {name: content.pop(name) for name in DOCUMENT_FIELDS}
    parts = content.pop("parts")
    row |= {
        "published_earliest": document.published.earliest,
        "published_latest": document.published.latest,
        "reader": reading.reader,
        "content": content,
    }
    connection.execute(DOCUMENTS.insert(), row)
    if parts:
        numbered = (
            {**part, "position": n, "document": document.id} for n, part in enumerate(parts)
        )
        connection.execute(PARTS.insert(), list(numbered))


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
    wanted = list(ids)
    parts = _parts(connection, wanted)
    content = DOCUMENTS.c.content
    rest = content if entities else sa.func.json_remove(content, "$.entities", type_=sa.JSON)
    columns = [column for column in DOCUMENTS.c if column is not content]
    query = (
        sa.select(*columns, rest.label("content"))
        .where(DOCUMENTS.c.id.in_(wanted))
        .order_by(DOCUMENTS.c.id)
    )
    rows = connection.execute(query).mappings()
    return [(_document(dict(row), parts.get(row["id"], [])), row["reader"]) for row in rows]


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


def _document(row: dict[str, Any], parts: list[dict[str, Any]]) -> Document:
    fields = row["content"] | {name: row[name] for name in DOCUMENT_FIELDS}
    return from_dict(Document, fields | {"parts": parts})


def _parts(connection: Connection, ids: list[str]) -> dict[str, list[dict[str, Any]]]:
    columns = [PARTS.c[name] for name in ("document", *PART_FIELDS)]
    query = (
        sa.select(*columns)
        .where(PARTS.c.document.in_(ids))
        .order_by(PARTS.c.document, PARTS.c.position)
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["document"], []).append(dict(row))
    return found
