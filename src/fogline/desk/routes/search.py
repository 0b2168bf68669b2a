"""Search over the documents' words."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from fogline.desk import views
from fogline.desk.holding import Held, Stood
from fogline.desk.schemas import Found, FoundDocument
from fogline.desk.snapshot import Snapshot, publication_day
from fogline.model import Hit

router = APIRouter(tags=["search"])
MOST_CLAIMS = 60


@router.get("/search")
def search(
    view: Stood, held: Held, q: Annotated[str, Query(min_length=1, max_length=400)]
) -> Found:
    """Documents that hold every word, and those of their claims whose sentence holds them."""
    with held.opened() as ledger:
        hits = [hit for hit in ledger.search(q) if hit.document in view.readings]
    claims = [c for hit in hits for c in hit.claims if c in view.told]
    days = sorted(d for r in view.readings.values() if (d := publication_day(r.document.published)))
    return Found(
        words=q,
        held=len(view.readings),
        start=days[0] if days else None,
        end=days[-1] if days else None,
        documents=tuple(_document(view, hit) for hit in hits),
        claims=tuple(views.claim_view(view, view.told[c]) for c in claims[:MOST_CLAIMS]),
    )


def _document(view: Snapshot, hit: Hit) -> FoundDocument:
    row = views.document_row(view, view.readings[hit.document].document)
    return FoundDocument(**dict(row), excerpt=hit.excerpt)
