"""The list of events, and one with its claims side by side."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException
from fastapi.responses import Response, StreamingResponse

from fogline.desk import views
from fogline.desk.between import between
from fogline.desk.event_list import FLAT, Asked, Events, event_page, found_rows
from fogline.desk.holding import Stood
from fogline.desk.routes.exports import download
from fogline.desk.schemas import BetweenView, EventView
from fogline.desk.snapshot import Snapshot
from fogline.export import FORMATS
from fogline.model import Event

router = APIRouter(tags=["events"])


@router.get("/events")
def events(view: Stood, asked: Annotated[Asked, Depends()]) -> Events:
    """A page of events, newest or of most origins first: of a category, place, words, contested."""
    return event_page(view, asked)


@router.get("/events.{format}", response_class=StreamingResponse)
def events_found(view: Stood, asked: Annotated[Asked, Depends()], format: str) -> Response:
    """Every event that is asked for as a table to keep: csv, json or jsonl, a row an event."""
    if format not in FORMATS:
        raise HTTPException(404, f"no format {format}: there are {', '.join(FORMATS)}")
    return download(FORMATS[format](found_rows(view, asked), FLAT), "events", format)


@router.get("/events/{event_id}/between")
def between_events(view: Stood, event_id: str) -> tuple[BetweenView, ...]:
    """What an event contradicts, or is contradicted by, in other events."""
    known = view.events.get(event_id)
    if known is None:
        raise HTTPException(404, f"no event {event_id} in this ledger")
    return between(view, known)


@router.get("/events/{event_id}")
def event(view: Stood, event_id: str, claim: str | None = None) -> EventView:
    """Claims, contradictions, counts, credibility with its reason, and why they were clustered.

    An event's id is that of its claims: where others have joined them, `claim`, one of them, leads
    to the event that it is in now.
    """
    known = view.events.get(event_id) or _of(view, claim)
    found = views.event_view(view, known) if known else None
    if found is None:
        raise HTTPException(404, f"no event {event_id} in this ledger")
    return found


def _of(view: Snapshot, claim: str | None) -> Event | None:
    told = view.told.get(claim or "")
    return view.events.get(told.event or "") if told else None
