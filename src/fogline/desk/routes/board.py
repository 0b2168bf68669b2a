"""The board and its zones."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.board import Board, board_of, zone_board
from fogline.desk.holding import Stood
from fogline.desk.schemas import ZoneView
from fogline.desk.snapshot import zone_documents

router = APIRouter(tags=["board"])


@router.get("/board")
def board(view: Stood, now: date | None = None, since: date | None = None) -> Board:
    """Conflict zones, latest: events, what is new since a day, contested, forecasts."""
    return board_of(view, _day(now), _day(since))


@router.get("/zones/{zone_id}")
def zone(view: Stood, zone_id: str, now: date | None = None, since: date | None = None) -> ZoneView:
    """One zone with all its events, forecasts and documents; `elsewhere` is what has no zone."""
    names = {z.id: z.name for z in view.zones} | {"elsewhere": "Elsewhere"}
    if zone_id not in names:
        raise HTTPException(404, f"no zone {zone_id}; the desk follows {', '.join(names)}")
    key = None if zone_id == "elsewhere" else zone_id
    held = (view.readings[i].document for i in zone_documents(view, key))
    return ZoneView(
        board=zone_board(view, key, names[zone_id], _day(now), _day(since)),
        documents=views.rows(view, held),
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
