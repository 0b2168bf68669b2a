"""Documents: the list, and one with its text, parts, claims and origin."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.holding import Stood
from fogline.desk.schemas import DocumentRow, DocumentView

router = APIRouter(tags=["documents"])


@router.get("/documents")
def documents(view: Stood) -> tuple[DocumentRow, ...]:
    """Every document, the latest published first."""
    return views.rows(view, (r.document for r in view.readings.values()))


@router.get("/documents/{document_id}")
def document(view: Stood, document_id: str) -> DocumentView:
    """One document; `document_id` is `sha256:…` of the captured bytes."""
    reading = view.readings.get(document_id)
    if reading is None:
        raise HTTPException(404, f"no document {document_id} in this ledger")
    return views.document_view(view, reading.document)
