"""Distances and directions on a sphere."""

from __future__ import annotations

import math
from typing import Final, Protocol

EARTH_KM: Final = 6371.0088


class Point(Protocol):
    """Anything with a latitude and a longitude in degrees."""

    @property
    def lat(self) -> float: ...
    @property
    def lon(self) -> float: ...


def kilometres(a: Point, b: Point) -> float:
    """Return the great-circle distance of two points."""
    north, west, south, east = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((south - north) / 2) ** 2
    across = math.sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half + math.cos(north) * math.cos(south) * across))


def beyond(point: Point, bearing: float, km: float) -> tuple[float, float]:
    """Return the point that lies so many kilometres away, `bearing` in degrees from north."""
    north, west, turn, arc = (*map(math.radians, (point.lat, point.lon, bearing)), km / EARTH_KM)
    lat = math.asin(
        math.sin(north) * math.cos(arc) + math.cos(north) * math.sin(arc) * math.cos(turn)
    )
    lon = west + math.atan2(
        math.sin(turn) * math.sin(arc) * math.cos(north),
        math.cos(arc) - math.sin(north) * math.sin(lat),
    )
    return math.degrees(lat), (math.degrees(lon) + 540) % 360 - 180


def midpoint(a: Point, b: Point) -> tuple[float, float]:
    """Return the point halfway between two."""
    north, west, south, east = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    x = math.cos(south) * math.cos(east - west)
    y = math.cos(south) * math.sin(east - west)
    lat = math.atan2(math.sin(north) + math.sin(south), math.hypot(math.cos(north) + x, y))
    return math.degrees(lat), (
        math.degrees(west + math.atan2(y, math.cos(north) + x)) + 540
    ) % 360 - 180
