"""The stretch of text that a judged claim stood for, by which it is found when it is read anew.

An anchor says where the trigger stood, which it was and which sentence held it, both as digests: a
judgement keeps no words of a document, so nothing of it need go when that is taken down.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from fogline.chain import digest
from fogline.ledger.claims import claims_of
from fogline.ledger.schema import CLAIMS, JUDGEMENTS
from fogline.model import Claim, from_dict

Anchor = dict[str, Any]


def anchors(connection: Connection, subjects: Iterable[str]) -> list[Anchor]:
    """Return the anchors of those subjects that are claims of the ledger, in their order."""
    wanted = list(subjects)
    query = sa.select(CLAIMS.c.document, CLAIMS.c.content).where(CLAIMS.c.id.in_(wanted))
    rows = {row.content["id"]: row for row in connection.execute(query)}
    return [
        anchor(rows[s].document, from_dict(Claim, rows[s].content)) for s in wanted if s in rows
    ]


def carried(connection: Connection) -> dict[str, str | None]:
    """Return, for judged claims that are read no more, the claim that now says what they said.

    None where there is none.
    """
    query = sa.select(JUDGEMENTS.c.anchors).where(JUDGEMENTS.c.anchors.is_not(None))
    kept: list[Anchor] = [a for found in connection.execute(query).scalars() for a in found]
    there = _still_there(connection, (a["claim"] for a in kept))
    lost = {a["claim"]: a for a in kept if a["claim"] not in there}
    told = claims_of(connection, {a["document"] for a in lost.values()})
    return {old: successor(a, told.get(a["document"], ())) for old, a in sorted(lost.items())}


def anchor(document: str, claim: Claim) -> Anchor:
    return {
        "claim": claim.id,
        "document": document,
        "event": claim.event,
        "start": claim.trigger.start,
        "end": claim.trigger.end,
        "sentence_start": claim.sentence.start,
        "sentence": digest(claim.sentence.text.encode()),
        "trigger": digest(claim.trigger.text.encode()),
    }


def _still_there(connection: Connection, wanted: Iterable[str]) -> set[str]:
    query = sa.select(CLAIMS.c.id).where(CLAIMS.c.id.in_(set(wanted)))
    return set(connection.execute(query).scalars())


def successor(anchor: Anchor, told: Iterable[Claim]) -> str | None:
    """Return the claim whose trigger overlaps the anchor's, in the same sentence, or at the same
    place by the same word; of several the one of the same category, then the nearest.
    """
    near = [(_distance(anchor, claim), claim) for claim in told]
    found = [(claim.event != anchor["event"], n, claim.id) for n, claim in near if n is not None]
    return min(found)[2] if found else None


def _distance(anchor: Anchor, claim: Claim) -> int | None:
    """Return by how many characters the two triggers begin apart; None where they do not meet."""
    same = digest(claim.sentence.text.encode()) == anchor["sentence"]
    if not same and digest(claim.trigger.text.encode()) != anchor["trigger"]:
        return None
    shift = claim.sentence.start - anchor["sentence_start"] if same else 0
    start, end = anchor["start"] + shift, anchor["end"] + shift
    meet = claim.trigger.start < end and start < claim.trigger.end
    return abs(claim.trigger.start - start) if meet else None
