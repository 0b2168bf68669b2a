"""The map: GeoJSON features and the tray of what has no place."""

from __future__ import annotations

from collections.abc import Set
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException

from fogline.desk import places
from fogline.desk.event_list import ELSEWHERE, Asked, found_events
from fogline.desk.holding import Stood
from fogline.desk.schemas import FeatureCollection
from fogline.desk.snapshot import Snapshot
from fogline.model import to_dict

router = APIRouter(tags=["map"])


@router.get("/map")
def feature_collection(view: Stood, asked: Annotated[Asked, Depends()]) -> FeatureCollection:
    """One feature a place and modality; precision decides the shape. Events are asked for as in
    their list.
    """
    names = [z.id for z in view.zones]
    if asked.zone not in ("", ELSEWHERE, *names):
        raise HTTPException(404, f"no zone {asked.zone}; the desk follows {', '.join(names)}")
    if asked == Asked():
        return view.once(_whole)
    events, zone = None, asked.zone or None
    if asked != Asked(zone=asked.zone) or zone == ELSEWHERE:
        events, zone = {event.id for event in found_events(view, asked)}, None
    return _collection(view, zone, events)


def _whole(view: Snapshot) -> FeatureCollection:
    return _collection(view, None, None)


def _collection(view: Snapshot, zone: str | None, events: Set[str] | None) -> FeatureCollection:
    return FeatureCollection(
        features=tuple(feature(site) for site in places.sites(view, zone, events)),
        tray=places.tray(view, zone, events),
    )


def feature(site: places.Site) -> dict[str, Any]:
    """Return a place as GeoJSON; a whole country has no geometry."""
    properties = to_dict(site)
    lat, lon = properties.pop("lat"), properties.pop("lon")
    geometry = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
