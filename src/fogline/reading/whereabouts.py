"""Which one place a phrase describes: the finest that it names inside the country it is about."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fogline.model import Entity
from fogline.reading import places
from fogline.reading.sites import own_names, own_places

if TYPE_CHECKING:
    from fogline.reading.language import Doc

__all__ = ["Where", "country_called", "described", "kilometres", "own_names"]

_EARTH_KM: Final = 6371.0088
_FINE: Final = ("exact", "district", "settlement", "approximate", "region")


@dataclass(frozen=True, slots=True)
class Where:
    """A phrase's place: WGS 84 degrees, kilometres of radius, and how it was come by."""

    name: str
    lat: float
    lon: float
    country: str | None
    precision: str
    derivation: str = ""


def described(doc: Doc, context: places.PlaceContext) -> Where | None:
    found = [e for e in places.find(doc, context) if e.lat is not None]
    home = [e for e in found if e.country == context.country]
    ranked = sorted(home, key=_coarseness)
    if not ranked or places.precision(ranked[0]) not in _FINE:
        return None
    return _where(ranked[0])


def _coarseness(entity: Entity) -> int:
    precision = places.precision(entity)
    rank = {"exact": 0, "district": 0, "settlement": 0, "approximate": 1, "region": 2, "country": 3}
    return rank[precision or "country"]


def _where(entity: Entity) -> Where:
    assert entity.lat is not None and entity.lon is not None
    return Where(
        entity.name or entity.text, entity.lat, entity.lon, entity.country,
        places.precision(entity) or "",
    )  # fmt: skip


def country_called(name: str) -> str | None:
    """Return a country's code by its name."""
    return next((s.country for s in own_places().get(name) if s.feature == "PCLI"), None)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    north, west, south, east = map(math.radians, (*a, *b))
    half = math.sin((south - north) / 2) ** 2
    across = math.sin((east - west) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(math.sqrt(half + math.cos(north) * math.cos(south) * across))
