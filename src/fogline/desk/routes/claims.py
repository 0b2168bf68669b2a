"""One claim with every slot and its receipts."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.holding import Stood
from fogline.desk.schemas import ClaimView

router = APIRouter(tags=["claims"])


@router.get("/claims/{claim_id}")
def claim(view: Stood, claim_id: str) -> ClaimView:
    """One claim as it was told."""
    told = view.told.get(claim_id)
    if told is None:
        raise HTTPException(404, f"no claim {claim_id} in this ledger")
    return views.claim_view(view, told)
