"""One origin: the root and those who copy it."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.holding import Stood
from fogline.desk.schemas import OriginView

router = APIRouter(tags=["origins"])


@router.get("/origins/{origin_id}")
def origin(view: Stood, origin_id: str) -> OriginView:
    """Root and copies with the evidence for each tie."""
    found = view.origins.get(origin_id)
    if found is None:
        raise HTTPException(404, f"no origin {origin_id} in this ledger")
    return views.origin_view(view, found)
