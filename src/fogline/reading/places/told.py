"""Where the words behind a name say that it lies, which no bearer of the name may gainsay:
"Victoria hospital in Goma", "Mutongo, 18 km from Pinga", "Ridge airstrip (Walikale)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.gazetteer import Site
from fogline.reading.places.areas import SPAN, kilometres_of
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.resolving import precision_of
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.places.resolving import PlaceContext

_SITES: Final = "|".join(
    word for r in rows("classes.csv") if r["class"] == "site" for word in r["words"].split("|")
)
_IN: Final = re.compile(rf" (?:\w+ )?(?:{_SITES})(?:,? (?:in|of|at) (?:the \w+ of )?| \()")
_AWAY: Final = re.compile(rf",? \(?(?:which lies |lying |located )?{SPAN}", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?:Ward|District|Sector|Zone|Block|Quarter|Precinct) \d+")
_WIDE: Final = frozenset({"country", "region"})
_REACH: Final = 50.0
_SLACK: Final = 20.0


def unpinned(found: Sequence[Entity], text: str, context: PlaceContext) -> Iterator[Entity]:
    """Yield places of a text in its order; those lose their point that lie elsewhere by the text's
    own words, and numbered wards of a town that it does not name.
    """
    at = {place.start: place for place in found}
    for place in found:
        if place.lat is None or not _is_elsewhere(place, text, at, context):
            yield place
        else:
            yield replace(
                place, name=place.text, id=None, lat=None, lon=None, country=None, feature=None
            )


def _is_elsewhere(place: Entity, text: str, at: dict[int, Entity], context: PlaceContext) -> bool:
    if _NUMBERED.fullmatch(place.text):
        return all(_far(place, lat, lon) > _REACH for lat, lon in context.placed)
    if (inside := _IN.match(text, place.end)) and (town := at.get(inside.end())):
        wide = precision_of(town.feature) in _WIDE
        return place.country != town.country if wide else _apart(place, town) > _REACH
    measured = _AWAY.match(text, place.end)
    if measured is None or (town := at.get(measured.end())) is None:
        return False
    km = kilometres_of(measured)
    return km is not None and _apart(place, town) > 2 * km + _SLACK


def _apart(place: Entity, other: Entity) -> float:
    """Return how many kilometres lie between two places, none where one has no point."""
    if other.lat is None or other.lon is None:
        return 0.0
    return _far(place, other.lat, other.lon)


def _far(place: Entity, lat: float, lon: float) -> float:
    here = Site("", "", place.lat or 0.0, place.lon or 0.0, None)
    return kilometres(here, Site("", "", lat, lon, None))
