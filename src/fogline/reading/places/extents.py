"""How far the place of a claim reaches: a named one as the gazetteer says, a described one as the
words derive it from what they name.

A country or region keeps its extent; what the text only describes is never given the point of the
place that it is told by.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.model import Entity, Place
from fogline.reading.places import places as known
from fogline.reading.places.areas import derived
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.circles import Area, Named, near

if TYPE_CHECKING:
    from fogline.reading.scene import Scene

Words = tuple[str, int | None, int | None]

_BARE: Final = frozenset({"around"})


def named(entity: Entity, words: Words, role: str) -> Place:
    """Return the place that an entity names; without coordinates where it is not known."""
    return Place(
        *words, entity.name, entity.id, entity.lat, entity.lon, entity.country, entity.feature,
        known.precision(entity), role, known.radius(entity),
    )  # fmt: skip


def described(entity: Entity, words: Words, role: str) -> Place:
    """Return a place that words describe by a named one: in or near it, nothing closer is said."""
    site = known.site_of(entity)
    if site is None:
        return named(entity, words, role)
    radius, why = near(site)
    # Of a country nothing but its whole can be shown.
    precision = "country" if known.precision(entity) == "country" else "approximate"
    return Place(
        *words, entity.name, entity.id, entity.lat, entity.lon, entity.country, entity.feature,
        precision, role, radius, why,
    )  # fmt: skip


def measured(place: Place, entity: Entity, scene: Scene) -> Place:
    """Return a place where the text measures it from the named one: "20 km north of Aleppo"."""
    found = (a for a in scene.once(_areas) if a.start <= entity.start and entity.end <= a.end)
    area = next(found, None)
    if area is None:
        return place
    # "Near" a town is told of that town still, only wider.
    near_town = area.kind in _BARE and place.precision == "settlement"
    precision = "settlement" if near_town else area.precision
    place = replace(
        place, lat=area.lat, lon=area.lon, precision=precision, radius=area.radius,
        derivation=area.derivation,
    )  # fmt: skip
    if area.line:
        place = replace(place, name=None, id=None, feature=None, country=area.country)
    return place if area.kind in _BARE else _widened(place, area, scene)


def _widened(place: Place, area: Area, scene: Scene) -> Place:
    """Return a place with all the words that say where it is."""
    shift = scene.part.start
    start = min(area.start, area.start if place.start is None else place.start - shift)
    end = max(area.end, area.end if place.end is None else place.end - shift)
    return replace(place, text=scene.text[start:end], start=start + shift, end=end + shift)


def _areas(scene: Scene) -> tuple[Area, ...]:
    """Return the areas that a part describes."""
    sites = ((e, known.site_of(e)) for e in scene.entities if e.kind == "place")
    return derived(scene.text, [Named(e.start, e.end, s) for e, s in sites if s is not None])


def is_within_namesake(town: Entity, other: Entity) -> bool:
    """Tell whether a town lies in the province that is called as another place: Saraqib in Idlib's.

    Of two provinces' capitals neither lies in the other's.
    """
    province = known.province(other)
    if province is None or town.lat is None or known.province(town) is not None:
        return False
    place = known.site_of(town)
    return place is not None and kilometres(place, province) <= (province.radius or 0.0)
