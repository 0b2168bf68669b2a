"""Judgements: appended, and revoked at most once; never edited, never taken away."""

from __future__ import annotations

from json import loads
from typing import Final

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.ledger import digests, log, statements
from fogline.ledger.anchors import anchors
from fogline.ledger.schema import JUDGEMENTS
from fogline.model import Judgement, Revoked, from_dict, to_dict

FIELDS: Final = (
    "id", "kind", "subjects", "by", "at", "reason", "revoked_at", "revoked_by", "revoked_reason",
)  # fmt: skip


def find(connection: Connection, judgement: str) -> Judgement | None:
    """Return a judgement by its id."""
    query = sa.select(JUDGEMENTS).where(JUDGEMENTS.c.id == judgement)
    row = connection.execute(query).mappings().one_or_none()
    return from_dict(Judgement, dict(row)) if row else None


def insert(connection: Connection, judgement: Judgement) -> None:
    """Record a judgement whose id is new, with the words that its claims stand for."""
    kept = {"anchors": anchors(connection, judgement.subjects)}
    connection.execute(JUDGEMENTS.insert(), to_dict(judgement) | kept)
    _log(connection, judgement.id)


def revoke(connection: Connection, judgement: str, revoked: Revoked) -> None:
    """Note from when on a judgement no longer holds, by whom and why."""
    told = {f"revoked_{name}": value for name, value in to_dict(revoked).items()}
    connection.execute(JUDGEMENTS.update().where(JUDGEMENTS.c.id == judgement).values(told))
    _log(connection, judgement)


def every(connection: Connection) -> list[Judgement]:
    """Return all judgements, the revoked ones too, by id."""
    query = f"SELECT {digests.columns(FIELDS)} FROM judgements ORDER BY id"
    rows = statements.rows(connection, query)
    told = (dict(zip(FIELDS, row, strict=True)) for row in rows)
    return [from_dict(Judgement, row | {"subjects": loads(row["subjects"])}) for row in told]


def _log(connection: Connection, judgement: str) -> None:
    log.append(connection, "judgement", judgement, digests.judgement(connection, judgement))
