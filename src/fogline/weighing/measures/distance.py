"""How far apart two places are, and how much of that their precision leaves open."""

from __future__ import annotations

import math
from typing import NamedTuple

from fogline.model import Claim, Place
from fogline.weighing.measures.kinship import LEFT
from fogline.weighing.measures.wording import fold

EARTH_KM = 6371.0088
# Radius in kilometres within which the place meant lies, by the precision of the gazetteer's point.
RADIUS_KM = {
    "exact": 2.0,
    "district": 6.0,
    "settlement": 8.0,
    "approximate": 20.0,
    "region": 90.0,
    "country": 500.0,
}
UNSTATED_KM = 15.0
WIDE = frozenset({"region", "country"})
FINE = frozenset({"exact", "settlement", "district"})
# What "near" and "the edge of" leave open, by the gazetteer's feature; else as for a settlement.
NEAR_KM = {"PCLI": 500.0, "ADM1": 90.0, "RGN": 90.0, "SEA": 90.0, "STM": 90.0}
NEAR_FINE_KM = 8.0
FINE_FEATURES = frozenset({"PPLX", "BLDG", "BDG", "CMP", "DAM", "CRSG"})


class Spot(NamedTuple):
    """A place as distances need it: radians, and the radius in kilometres of its precision.

    `described` where it has no name of its own: "the last base of the garrison"; `part` where it is
    a quarter or a building, however loosely it is named.
    """

    key: str
    name: str
    precision: str | None
    point: tuple[float, float] | None
    radius: float
    described: bool = False
    part: bool = False

    @property
    def wide(self) -> bool:
        """Whether it is a whole region or country."""
        return self.precision in WIDE or self.radius > RADIUS_KM["approximate"]

    @property
    def fine(self) -> bool:
        """Whether it is a settlement or less, or what is near a part of one."""
        near = self.precision == "approximate" and self.radius <= NEAR_FINE_KM
        return self.precision in FINE or near or self.part


def spot(place: Place) -> Spot:
    """Return a place by its gazetteer id, or by its folded name."""
    name = place.name or place.text
    known = place.lat is not None and place.lon is not None
    point = (math.radians(place.lat or 0.0), math.radians(place.lon or 0.0)) if known else None
    described = not known and not place.id and name == name.casefold()
    part = place.feature in FINE_FEATURES
    return Spot(
        place.id or fold(name), name, place.precision, point, _radius(place), described, part
    )


def _radius(place: Place) -> float:
    if place.precision == "approximate" and place.derivation and place.radius:
        return place.radius
    if place.precision == "approximate" and place.feature:
        fine = place.feature in FINE_FEATURES
        return NEAR_FINE_KM if fine else NEAR_KM.get(place.feature, RADIUS_KM["approximate"])
    return RADIUS_KM.get(place.precision or "", UNSTATED_KM)


def contains(one: Spot, other: Spot) -> bool:
    """Say whether a place may hold a smaller one: a city its district, "near X" what is there."""
    gap = kilometres(one, other)
    return gap is not None and one.radius > other.radius and gap <= one.radius


def is_stretch(one: Spot) -> bool:
    """Say whether a place is what lies between two others: "the road between Orlin and Vessa"."""
    return one.precision == "approximate" and " between " in f" {one.key}"


def inside(one: Spot, other: Spot) -> bool:
    """Say whether a fine place lies within what another one loosely names."""
    gap = kilometres(one, other)
    loose = other.wide or other.precision == "approximate"
    smaller = loose and one.radius < other.radius and (one.part or not other.part)
    return gap is not None and smaller and gap + one.radius <= other.radius


def places_of(claim: Claim) -> tuple[Place, ...]:
    """Return where a claim's deed is done: not whence somebody comes, but whence he withdraws."""
    beside = "destination" if (claim.event, claim.mode) == LEFT else "origin"
    return tuple(place for place in claim.places if place.role != beside) or claim.places


def meant(one: Spot, other: Spot) -> bool:
    """Say whether a place that a text names is what it also names loosely by a larger one.

    "took the quarter, on the edge of Orlin": the quarter is meant, whatever the radius of an edge.
    """
    if other.precision != "approximate" or other.part:
        return False
    if one.part or one.precision == "district":
        gap = kilometres(one, other)
        return gap is not None and gap <= one.radius + other.radius
    return one.precision != "approximate" and inside(one, other)


def kilometres(a: Spot, b: Spot) -> float | None:
    """Return the great-circle distance of two places, None where one has no coordinates."""
    if a.point is None or b.point is None:
        return None
    (north, west), (south, east) = a.point, b.point
    half = math.sin((south - north) / 2) ** 2
    across = math.sin((east - west) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half + math.cos(north) * math.cos(south) * across))
