"""How far apart two places are, and how much of that their precision leaves open."""

from __future__ import annotations

import math

from fogline.model import Place

EARTH_KM = 6371.0088
# Radius in kilometres within which the place meant lies, by the precision of the gazetteer's point.
RADIUS_KM = {
    "exact": 2.0,
    "settlement": 8.0,
    "approximate": 20.0,
    "district": 25.0,
    "region": 90.0,
    "country": 500.0,
}
UNSTATED_KM = 15.0
WIDE = frozenset({"region", "country"})


def kilometres(a: Place, b: Place) -> float | None:
    """Return the great-circle distance of two places, None where one has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    north, south = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((south - north) / 2) ** 2
    across = math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half + math.cos(north) * math.cos(south) * across))


def radius(place: Place) -> float:
    """Return the radius in kilometres that a place's precision stands for."""
    return RADIUS_KM.get(place.precision or "", UNSTATED_KM)


def wide(place: Place) -> bool:
    """Say whether a place is a whole region or country."""
    return place.precision in WIDE
