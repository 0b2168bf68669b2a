"""Where the words around a name say that it lies, which no bearer of the name may gainsay:
"Victoria hospital in Goma", "Mutongo, 18 km from Pinga", "Ridge airstrip (Walikale)", "the village
of Mansoura in rural Aleppo", "Alexandria neighbourhood".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from fogline.reading.gazetteer import Site
from fogline.reading.places.areas import SPAN, kilometres_of
from fogline.reading.places.bearings import kilometres
from fogline.reading.places.circles import SIDE
from fogline.reading.places.resolving import precision_of
from fogline.reading.tables import rows

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.places.resolving import PlaceContext

_SITES: Final = "|".join(
    word for r in rows("classes.csv") if r["class"] == "site" for word in r["words"].split("|")
)
_FEATURES: Final = {r["word"]: r["feature"] for r in rows("place-words", "heads.csv")}
_KIND: Final = "|".join(_FEATURES)
_QUARTERS: Final = "|".join(
    word for word, feature in _FEATURES.items() if feature == "PPLX" and word != "suburb"
)
_IN: Final = re.compile(rf" (?:\w+ )?(?:{_SITES})(?:,? (?:in|of|at) (?:the \w+ of )?| \()")
_AWAY: Final = re.compile(rf",? \(?(?:which lies |lying |located )?{SPAN}", re.IGNORECASE)
_HELD: Final = re.compile(
    rf",? (?:in|(?:{_KIND}),? (?:in|of)) (?:the )?(?:\w+ )?(?:(?:{_KIND}) of )?", re.IGNORECASE
)
_SIDE: Final = re.compile(rf",? (?:to the )?{SIDE} of (?:the )?(?:(?:{_KIND}) of )?", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?:Ward|District|Sector|Zone|Block|Quarter|Precinct) \d+")
_QUARTER: Final = re.compile(rf" (?:{_QUARTERS})\b(?! of (?-i:[A-Z]))", re.IGNORECASE)
_VILLAGE: Final = re.compile(r" (?:village|hamlet)\b", re.IGNORECASE)
_VILLAGE_OF: Final = re.compile(r"\b(?:village|hamlet) of $", re.IGNORECASE)
_SITE: Final = re.compile(rf" (?:{_SITES})\b", re.IGNORECASE)
_ONE: Final = re.compile(r"\b[Aa]n? $")  # "a Kuwait hospital" lies in Kuwait
_LONGEST: Final = 24  # letters of what leads to a name
_WIDE: Final = frozenset({"country", "region"})
_REACH: Final = 50.0
_BESIDE: Final = 150.0
_SLACK: Final = 20.0


def unpinned(found: Sequence[Entity], text: str, context: PlaceContext) -> Iterator[Entity]:
    """Yield places of a text in its order; those lose their point that lie elsewhere by the text's
    own words, and numbered wards of a town that it does not name.
    """
    for place, behind in zip_longest(found, found[1:]):
        if place.lat is None or not _is_elsewhere(place, behind, text, context):
            yield place
        else:
            yield replace(
                place, name=place.text, id=None, lat=None, lon=None, country=None, feature=None
            )


def _is_elsewhere(place: Entity, behind: Entity | None, text: str, context: PlaceContext) -> bool:
    """Whether the words around a place, up to the next one `behind` it, put it elsewhere."""
    if _NUMBERED.fullmatch(place.text):
        return all(_far(place, lat, lon) > _REACH for lat, lon in context.placed)
    between = text[place.end : behind.start] if behind is not None else ""
    if behind is not None and (told := _lies_elsewhere(place, behind, between)) is not None:
        return told
    home = context.country
    if home is None or context.share(place.country) >= context.share(home):
        return False
    if behind is not None and behind.country == home:
        if _HELD.fullmatch(between):
            return True
        if _SIDE.fullmatch(between):
            return _apart(place, behind) > _BESIDE
    return _is_called_after(place, text, context)


def _lies_elsewhere(place: Entity, town: Entity, between: str) -> bool | None:
    """Whether the words `between` put a place elsewhere than by the town that they lead to; None
    where they say nothing of it.
    """
    if _IN.fullmatch(between):
        wide = precision_of(town.feature) in _WIDE
        return place.country != town.country if wide else _apart(place, town) > _REACH
    if (measured := _AWAY.fullmatch(between)) is None:
        return None
    km = kilometres_of(measured)
    return km is not None and _apart(place, town) > 2 * km + _SLACK


def _is_called_after(place: Entity, text: str, context: PlaceContext) -> bool:
    """Whether a quarter, a village or a building bears a town's name abroad: "the Alexandria
    quarter", "Baghdad Station". Quarters are of the country where what is told happens; villages
    and buildings may be of any that it speaks of.
    """
    if place.feature == "PPLX" or precision_of(place.feature) == "exact":
        return False
    before = text[max(place.start - _LONGEST, 0) : place.start]
    if _ONE.search(before):
        return False
    if context.is_at_home and _QUARTER.match(text, place.end):
        return True
    if not context.is_strange(place.country):
        return False
    village = _VILLAGE.match(text, place.end) or _VILLAGE_OF.search(before)
    return bool(village or _SITE.match(text, place.end))


def _apart(place: Entity, other: Entity) -> float:
    """Return how many kilometres lie between two places, none where one has no point."""
    if other.lat is None or other.lon is None:
        return 0.0
    return _far(place, other.lat, other.lon)


def _far(place: Entity, lat: float, lon: float) -> float:
    here = Site("", "", place.lat or 0.0, place.lon or 0.0, None)
    return kilometres(here, Site("", "", lat, lon, None))
