"""The board and its zones."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter, HTTPException

from fogline.desk import views
from fogline.desk.board import Board, board_of, zone_board
from fogline.desk.front import First, Front, front, zone_front
from fogline.desk.holding import Stood
from fogline.desk.schemas import DocumentRow, ZoneFrontView, ZoneView
from fogline.desk.snapshot import Snapshot, zone_documents

ELSEWHERE = "elsewhere"
router = APIRouter(tags=["board"])


@router.get("/board")
def board(view: Stood, now: date | None = None, since: date | None = None) -> Board:
    """Conflict zones, latest: events, what is new since a day, contested, forecasts."""
    return board_of(view, _day(now), _day(since))


@router.get("/board/front")
def board_front(view: Stood, since: date | None = None) -> Front:
    """The board in short: of each zone the cards that the front page shows, and how many."""
    return front(view, _day(since))


@router.get("/zones/{zone_id}/front")
def zone_in_short(view: Stood, zone_id: str, first: First = 12) -> ZoneFrontView:
    """One zone in short: the first cards of each kind with how many there are, and documents."""
    zone, name = _named(view, zone_id)
    return ZoneFrontView(
        board=zone_front(view, zone, name, first), documents=_documents(view, zone)
    )


@router.get("/zones/{zone_id}")
def zone(view: Stood, zone_id: str, now: date | None = None, since: date | None = None) -> ZoneView:
    """One zone with all its events, forecasts and documents; `elsewhere` is what has no zone."""
    zone, name = _named(view, zone_id)
    return ZoneView(
        board=zone_board(view, zone, name, _day(now), _day(since)), documents=_documents(view, zone)
    )


def _named(view: Snapshot, zone_id: str) -> tuple[str | None, str]:
    """Return a zone as it is known inside, and its name; refuses what is no zone."""
    names = {z.id: z.name for z in view.zones} | {ELSEWHERE: "Elsewhere"}
    if zone_id not in names:
        raise HTTPException(404, f"no zone {zone_id}; the desk follows {', '.join(names)}")
    return None if zone_id == ELSEWHERE else zone_id, names[zone_id]


def _documents(view: Snapshot, zone: str | None) -> tuple[DocumentRow, ...]:
    return views.rows(view, (view.readings[i].document for i in zone_documents(view, zone)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
