"""One event with its claims side by side."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.holding import Current
from fogline.desk.schemas import EventView

router = APIRouter(tags=["events"])


@router.get("/events/{event_id}")
def event(view: Current, event_id: str) -> EventView:
    """Claims, contradictions, counts, credibility with its reason, and why they were clustered."""
    known = view.events.get(event_id)
    found = views.event_view(view, known) if known else None
    if found is None:
        raise HTTPException(404, f"no event {event_id} in this ledger")
    return found
