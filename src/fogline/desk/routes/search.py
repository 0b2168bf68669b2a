"""Search over the documents' words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from fogline.desk import views
from fogline.desk.holding import Current, Held
from fogline.desk.schemas import Found
from fogline.desk.snapshot import Snapshot

router = APIRouter(tags=["search"])
MOST_CLAIMS = 60


@router.get("/search")
def search(
    view: Current, held: Held, q: Annotated[str, Query(min_length=1, max_length=400)]
) -> Found:
    """Documents that hold the words, and those of their claims whose sentence holds one of them."""
    ids = [i for i in held.search(q) if i in view.readings]
    return Found(
        words=q,
        documents=tuple(views.document_row(view, view.readings[i].document) for i in ids),
        claims=tuple(views.claim_view(view, view.told[c]) for c in _claims(view, ids, q)),
    )


def _claims(view: Snapshot, documents: list[str], q: str) -> list[str]:
    words = [w.casefold() for w in q.split()]
    found = [
        claim.id
        for i in documents
        for claim in view.readings[i].claims
        if any(w in claim.sentence.text.casefold() for w in words)
    ]
    return found[:MOST_CLAIMS]
