"""One place, one actor, and the names of places that readings left open."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query

from fogline.desk.actor_pages import ActorPage, actor_page
from fogline.desk.holding import Current, Stood
from fogline.desk.place_pages import PlacePage, place_page
from fogline.desk.routes.places import feature
from fogline.desk.snapshot import Snapshot
from fogline.desk.unresolved import Choice, Unresolved, choices, unresolved
from fogline.model import to_dict
from fogline.reading.places.rulings import rulings

router = APIRouter(tags=["places and actors"])
Row = dict[str, Any]
Name = Annotated[str, Query(min_length=1, max_length=200)]


@router.get("/places/{place_id:path}")
def place(view: Stood, place_id: str) -> Row:
    """One place: what it is, names met, its marks as GeoJSON, control, claims in time order."""
    found = place_page(view, place_id)
    if found is None:
        raise HTTPException(404, f"no place {place_id} in this ledger")
    return _shown(found)


@router.get("/actors/{actor_id:path}")
def actor(view: Stood, actor_id: str) -> Row:
    """One actor: who it is, names met, what it says and what is said of it, in time order."""
    found = actor_page(view, actor_id)
    if found is None:
        raise HTTPException(404, f"no actor {actor_id} with a page in this ledger")
    return _shown(found)


@router.get("/unresolved")
def open_names(view: Current) -> tuple[Unresolved, ...]:
    """Names of places that no text settles, those of most claims first."""
    return _unresolved(view)


@router.get("/unresolved/choices")
def open_name(view: Current, name: Name) -> tuple[Choice, ...]:
    """What one of them may mean, each with the command that decides so."""
    held = next((u for u in _unresolved(view) if u.name == name), None)
    if held is None:
        raise HTTPException(404, f"no unresolved name {name} in this ledger")
    return choices(name, (view.readings[i].document for i in held.documents))


def _unresolved(view: Snapshot) -> tuple[Unresolved, ...]:
    return unresolved(view.readings.values(), rulings(view.still.judgements()))


def _shown(page: PlacePage | ActorPage) -> Row:
    row: Row = to_dict(page)
    return row | {"sites": [feature(site) for site in page.sites]}
