"""The map: GeoJSON features and the tray of what has no place."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, HTTPException

from fogline.desk import places
from fogline.desk.holding import Stood
from fogline.desk.schemas import FeatureCollection
from fogline.model import to_dict

router = APIRouter(tags=["map"])


@router.get("/map")
def feature_collection(view: Stood, zone: str | None = None) -> FeatureCollection:
    """One feature a place and modality; precision decides the shape."""
    names = [z.id for z in view.zones]
    if zone is not None and zone not in names:
        raise HTTPException(404, f"no zone {zone}; the desk follows {', '.join(names)}")
    return FeatureCollection(
        features=tuple(feature(site) for site in places.sites(view, zone)),
        tray=places.tray(view, zone),
    )


def feature(site: places.Site) -> dict[str, Any]:
    """Return a place as GeoJSON; a whole country has no geometry."""
    properties = to_dict(site)
    lat, lon = properties.pop("lat"), properties.pop("lon")
    geometry = None if lat is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
