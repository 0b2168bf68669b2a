"""Places that a text only describes: "20 km north of X", "between X and Y", "the road from X to Y".

Each becomes an area derived from the named places that it rests on, with the derivation in words.
No point is made up: the centre follows from what the text says, and the radius holds what it
leaves open.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fogline.reading.bearings import beyond, kilometres, midpoint
from fogline.reading.gazetteer import Site
from fogline.reading.gazetteer.own import radius_of
from fogline.reading.numerals import NUMERAL, value
from fogline.reading.tables import rows

_KM: Final = {"k": 1.0, "m": 1.609344, "n": 1.852}
_BEARINGS: Final = {r["word"]: float(r["bearing"]) for r in rows("place-words", "directions.csv")}
_PARTS: Final = {r["word"]: r for r in rows("place-words", "parts.csv")}
_WIDE: Final = frozenset({"PCLI", "ADM1", "ADM2", "RGN", "CONT", "SEA", "DSRT", "MTS"})
_OPEN: Final = 0.3
_AROUND: Final = 8.0


@dataclass(frozen=True, slots=True)
class Named:
    """A named place at characters `start` to `end` of a text."""

    start: int
    end: int
    site: Site


@dataclass(frozen=True, slots=True)
class _Words:
    """A stretch of a text that describes a place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Area:
    """An area derived from named places: a centre in degrees WGS 84 and a radius in kilometres.

    `kind` is bearing, ring, part, between, road or around; `line` are the ends of a road;
    `derivation` says in words how it follows from the places whose ids are in `rests_on`.
    """

    start: int
    end: int
    text: str
    kind: str
    lat: float
    lon: float
    radius: float
    country: str | None
    derivation: str
    rests_on: tuple[str, ...]
    line: tuple[tuple[float, float], ...] = ()
    precision: str = "approximate"


def derived(text: str, named: Sequence[Named]) -> tuple[Area, ...]:
    """Return the areas that a text describes by its named places, in text order and apart.

    Regions and countries are too wide to measure from.
    """
    points = [n for n in named if n.site.feature not in _WIDE]
    found = [area for one in _ONE for name in points for area in one(text, name)]
    for first, second in _pairs(points):
        found += [area for two in _TWO for area in two(text, first, second)]
    kept: list[Area] = []
    for area in sorted(found, key=lambda a: (a.start - a.end, a.start)):
        if all(area.end <= k.start or k.end <= area.start for k in kept):
            kept.append(area)
    return tuple(sorted(kept, key=lambda a: a.start))


def _pairs(named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    ordered = sorted(named, key=lambda n: n.start)
    yield from itertools.pairwise(ordered)


def town_radius(site: Site) -> float:
    """Return how far a town reaches, in kilometres: by its people, else by its kind."""
    if site.population:
        return min(15.0, max(2.0, 0.006 * math.sqrt(site.population)))
    return site.radius or radius_of(site.feature)


# --- one named place -----------------------------------------------------------------------------

_SIDE: Final = "|".join(sorted((w.replace(" ", "[- ]?") for w in _BEARINGS), key=len, reverse=True))
_BEFORE_NAME: Final = (
    r"(?:(?:the|central|downtown|city|town|village|port|capital|provincial|regional|district|of"
    r"|outskirts)\s+)*$"
)
_DISTANCE: Final = re.compile(
    r"(?P<whole>(?:(?:about|some|around|roughly|nearly|approximately|over|just)\s+)?"
    rf"(?P<number>\d+(?:[.,]\d+)?|\b(?:a few|{NUMERAL}))[-\s]*"
    r"(?P<unit>k(?:m|ms|ilomet(?:er|re)s?)|miles?|nautical miles?|nm)\b"
    r"(?:\s*\([^)]{0,20}\))?"
    rf"(?:\s*,?\s*(?:to the\s+)?(?P<side>{_SIDE})(?:\s+of)?"
    r"|\s+(?:away\s+)?(?:from|outside(?: of)?|of))"
    r"\s+)" + _BEFORE_NAME,
    re.IGNORECASE,
)
_BEHIND: Final = re.compile(
    r"(?:\s+\w+)?\s*\(\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>k(?:m|ms|ilomet(?:er|re)s?)|miles?)\s+"
    rf"(?P<side>{_SIDE})\s+of\s*\)",
    re.IGNORECASE,
)
_PART: Final = re.compile(
    rf"(?P<whole>(?P<side>{_SIDE})\s+(?:[\w-]+\s+)?(?P<part>{'|'.join(_PARTS)})\s+of\s+)"
    + _BEFORE_NAME,
    re.IGNORECASE,
)
_OF_NAME: Final = re.compile(
    rf"['’]s?\s+(?P<side>{_SIDE})\s+(?:[\w-]+\s+)?(?P<part>{'|'.join(_PARTS)})\b", re.IGNORECASE
)
_NEAR: Final = re.compile(
    r"(?P<whole>(?:(?:in|from)\s+the\s+)?\b(?:near|outside|around|vicinity of|outskirts of|close to"
    r"|surroundings of|just off)\s+)" + _BEFORE_NAME,
    re.IGNORECASE,
)


def _number(said: str) -> float | None:
    if said[:1].isdigit():
        whole, _, rest = said.replace(",", ".").partition(".")
        return float(said.replace(",", "")) if len(rest) == 3 else float(f"{whole}.{rest or 0}")
    words = said.lower()
    worth = value(words) or value(words.split()[-1])
    return float(worth.value) if worth else None


def _bearing_of(side: str) -> float:
    key = " ".join(side.lower().replace("-", " ").split())
    return _BEARINGS.get(key, _BEARINGS.get(key.replace(" ", ""), 0.0))


def _by_distance(text: str, name: Named) -> Iterator[Area]:
    before = _DISTANCE.search(text, max(0, name.start - 90), name.start)
    after = _BEHIND.match(text, name.end)
    found = before or after
    if not found or (number := _number(found["number"])) is None:
        return
    km = number * _KM["n" if found["unit"].lower().startswith("n") else found["unit"][0].lower()]
    start, end = (found.start("whole"), name.end) if before else (name.start, found.end())
    words = _Words(text, start, end)
    if found["side"]:
        yield _at_bearing(words, name.site, km, found["side"])
    else:
        yield _ring(words, name.site, km)


def _at_bearing(words: _Words, site: Site, km: float, side: str) -> Area:
    radius = max(2.0, _OPEN * km, min(town_radius(site), km))
    why = f"{km:.0f} km {side.lower()} of {site.name}, give or take {radius:.0f} km"
    return _area(words, "bearing", (*beyond(site, _bearing_of(side), km), radius), (site,), why)


def _ring(words: _Words, site: Site, km: float) -> Area:
    why = f"within {km:.0f} km of {site.name}, the direction is not said"
    return _area(words, "ring", (site.lat, site.lon, km * (1 + _OPEN)), (site,), why)


def _by_part(text: str, name: Named) -> Iterator[Area]:
    before = _PART.search(text, max(0, name.start - 70), name.start)
    after = _OF_NAME.match(text, name.end)
    found = before or after
    if not found:
        return
    start, end = (found.start("whole"), name.end) if before else (name.start, found.end())
    part, site = _PARTS[found["part"].lower()], name.site
    reach = town_radius(site)
    away = reach * float(part["reach"])
    radius = max(2.0, reach * 0.7 if part["inside"] == "yes" else away)
    why = (
        f"the {found['side'].lower()} {found['part'].lower()} of {site.name}: {away:.1f} km from"
        f" its centre, {radius:.1f} km around"
    )
    circle = (*beyond(site, _bearing_of(found["side"]), away), radius)
    yield _area(_Words(text, start, end), "part", circle, (site,), why)


def _by_nearness(text: str, name: Named) -> Iterator[Area]:
    if found := _NEAR.search(text, max(0, name.start - 50), name.start):
        site, radius = name.site, town_radius(name.site) + _AROUND
        why = f"near {site.name}: within {radius:.0f} km of its centre"
        words = _Words(text, found.start("whole"), name.end)
        yield _area(words, "around", (site.lat, site.lon, radius), (site,), why)


# --- two named places ----------------------------------------------------------------------------

_ROADS: Final = r"(?:road|highway|motorway|route|railway|pipeline|corridor|supply line|axis)"
_ROAD: Final = re.compile(
    rf"(?P<whole>\b{_ROADS}s?\s+(?:that\s+)?(?:links?|linking|connects?|connecting|between|from"
    r"|leading from|running from|joining)\s+)" + _BEFORE_NAME,
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?P<whole>\bbetween\s+)" + _BEFORE_NAME, re.IGNORECASE)
_JOINED: Final = re.compile(
    r"(?:\s+\w+)?\s*(?:and|to|with|towards?)\s+(?:the\s+|\w+\s+of\s+)*", re.IGNORECASE
)
_DASHED: Final = re.compile(r"\s*[-–]\s*|\s+to\s+")
_ROAD_BEHIND: Final = re.compile(rf"\s+(?:\w+\s+)?{_ROADS}\b", re.IGNORECASE)
_FARTHEST: Final = 600.0


def _joined(text: str, first: Named, second: Named, opening: re.Pattern[str]) -> int | None:
    """Return where "between X and Y" begins, None where the words do not join the two so."""
    found = opening.search(text, max(0, first.start - 60), first.start)
    if not found or not _JOINED.fullmatch(text, first.end, second.start):
        return None
    return found.start("whole")


def _by_road(text: str, first: Named, second: Named) -> Iterator[Area]:
    start, end = _joined(text, first, second, _ROAD), second.end
    if start is None and _DASHED.fullmatch(text, first.end, second.start):
        behind = _ROAD_BEHIND.match(text, second.end)
        start, end = (first.start, behind.end()) if behind else (None, end)
    if start is not None:
        yield from _line(_Words(text, start, end), "road", (first.site, second.site))


def _by_two(text: str, first: Named, second: Named) -> Iterator[Area]:
    start = _joined(text, first, second, _BETWEEN)
    if start is not None:
        yield from _line(_Words(text, start, second.end), "between", (first.site, second.site))


def _line(words: _Words, kind: str, ends: tuple[Site, Site]) -> Iterator[Area]:
    far = kilometres(*ends)
    if far > _FARTHEST:
        return
    how, then = ("along the way from", "to") if kind == "road" else ("between", "and")
    why = f"{how} {ends[0].name} {then} {ends[1].name}, {far:.0f} km apart: anywhere on the way"
    yield _area(words, kind, (*midpoint(*ends), max(2.0, far / 2)), ends, why)


def _area(
    words: _Words, kind: str, circle: tuple[float, float, float], sites: tuple[Site, ...], why: str
) -> Area:
    """Return an area of a circle: degrees north and east, and kilometres of radius."""
    lat, lon, radius = circle
    countries = {s.country for s in sites}
    return Area(
        words.start, words.end, words.text[words.start : words.end], kind, round(lat, 5),
        round(lon, 5), round(radius, 1), countries.pop() if len(countries) == 1 else None, why,
        tuple(s.id for s in sites), tuple((s.lat, s.lon) for s in sites if len(sites) > 1),
    )  # fmt: skip


_ONE: Final[tuple[Callable[[str, Named], Iterator[Area]], ...]] = (
    _by_distance, _by_part, _by_nearness,
)  # fmt: skip
_TWO: Final[tuple[Callable[[str, Named, Named], Iterator[Area]], ...]] = (_by_road, _by_two)
