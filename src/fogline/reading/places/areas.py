"""Places that a text only describes: "20 km north of X", "between X and Y", "the road from X to Y".

Each becomes an area derived from the named places that it rests on, with the derivation in words.
No point is made up: the centre follows from what the text says, and the radius holds what it
leaves open.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from fogline.reading.gazetteer import Site
from fogline.reading.places.bearings import beyond, kilometres, midpoint
from fogline.reading.places.circles import (
    AROUND,
    BEFORE_NAME,
    SIDE,
    WIDE,
    Area,
    Named,
    Words,
    area,
    bearing_of,
    town_radius,
)
from fogline.reading.places.sides import by_direction, by_part, by_side, is_sided
from fogline.reading.quantities.numerals import NUMERAL, value
from fogline.reading.tables import either

_KM: Final = {"k": 1.0, "m": 1.609344, "n": 1.852}
_OPEN: Final = 0.3


def derived(text: str, named: Sequence[Named]) -> tuple[Area, ...]:
    """Return the areas that a text describes by its named places, in text order and apart.

    Regions and countries are too wide to measure from.
    """
    points = [n for n in named if n.site.feature not in WIDE]
    sided = [n for n in points if is_sided(text, n)]
    found = [
        a for one in _ONE for name in (sided if one in _SIDED else points) for a in one(text, name)
    ]
    for first, second in _pairs(points):
        found += [a for two in _TWO for a in two(text, first, second)]
    kept: list[Area] = []
    for one in sorted(found, key=lambda a: (a.start - a.end, a.start)):
        if all(one.end <= k.start or k.end <= one.start for k in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda a: a.start))


def _pairs(named: Sequence[Named]) -> Iterator[tuple[Named, Named]]:
    ordered = sorted(named, key=lambda n: n.start)
    yield from itertools.pairwise(ordered)


# --- one named place -----------------------------------------------------------------------------

SPAN: Final = (
    r"(?:(?:about|some|around|roughly|nearly|approximately|over|just)\s+)?"
    rf"(?P<number>\d+(?:[.,]\d+)?|\b(?:a few|{NUMERAL}))[-\s]*"
    r"(?P<unit>k(?:m|ms|ilomet(?:er|re)s?)|miles?|nautical miles?|nm)\b"
    r"(?:\s*\([^)]{0,20}\))?"
    rf"(?:\s*,?\s*(?:to the\s+)?(?P<side>{SIDE})(?:\s+of)?"
    r"|\s+(?:away\s+)?(?:from|outside(?: of)?|of))\s+"
)
_DISTANCE: Final = re.compile(rf"(?P<whole>{SPAN}){BEFORE_NAME}", re.IGNORECASE)
_UNIT: Final = re.compile(r"k(?:m|ilomet)|mile|nm", re.IGNORECASE)
_BEHIND: Final = re.compile(
    r"(?:\s+\w+)?\s*\(\s*(?P<number>\d+(?:[.,]\d+)?)\s*(?P<unit>k(?:m|ms|ilomet(?:er|re)s?)|miles?)\s+"
    rf"(?P<side>{SIDE})\s+of\s*\)",
    re.IGNORECASE,
)
_NEARBY: Final = (
    *("near", "outside", "around", "vicinity", "outskirts", "close to", "surroundings"),
    "just off",
)
_NEAR: Final = re.compile(
    r"(?P<whole>(?:(?:in|from)\s+the\s+)?\b(?:near|outside|around|vicinity of|outskirts of|close to"
    r"|surroundings of|just off)\s+)" + BEFORE_NAME,
    re.IGNORECASE,
)


def _number(said: str) -> float | None:
    if said[:1].isdigit():
        whole, _, rest = said.replace(",", ".").partition(".")
        return float(said.replace(",", "")) if len(rest) == 3 else float(f"{whole}.{rest or 0}")
    words = said.lower()
    worth = value(words) or value(words.split()[-1])
    return float(worth.value) if worth else None


def kilometres_of(span: re.Match[str]) -> float | None:
    """Return how far "18 km" or "a few miles" are, None where the number cannot be told."""
    number, unit = _number(span["number"]), span["unit"].lower()
    return None if number is None else number * _KM["n" if unit[0] == "n" else unit[0]]


def _by_distance(text: str, name: Named) -> Iterator[Area]:
    from_ = max(0, name.start - 90)
    measured = _UNIT.search(text, from_, name.start)  # most names have none before them
    before = _DISTANCE.search(text, from_, name.start) if measured else None
    after = _BEHIND.match(text, name.end)
    found = before or after
    if not found or (km := kilometres_of(found)) is None:
        return
    start, end = (found.start("whole"), name.end) if before else (name.start, found.end())
    words = Words(text, start, end)
    if found["side"]:
        yield _at_bearing(words, name.site, km, found["side"])
    else:
        yield _ring(words, name.site, km)


def _at_bearing(words: Words, site: Site, km: float, side: str) -> Area:
    radius = max(2.0, _OPEN * km, min(town_radius(site), km))
    why = f"{km:.0f} km {side.lower()} of {site.name}, give or take {radius:.0f} km"
    return area(words, "bearing", (*beyond(site, bearing_of(side), km), radius), (site,), why)


def _ring(words: Words, site: Site, km: float) -> Area:
    why = f"within {km:.0f} km of {site.name}, the direction is not said"
    return area(words, "ring", (site.lat, site.lon, km * (1 + _OPEN)), (site,), why)


def _by_nearness(text: str, name: Named) -> Iterator[Area]:
    from_ = max(0, name.start - 50)
    said = text[from_ : name.start].lower()
    near = any(word in said for word in _NEARBY)  # most names have none before them
    if near and (found := _NEAR.search(text, from_, name.start)):
        site, radius = name.site, town_radius(name.site) + AROUND
        why = f"near {site.name}: within {radius:.0f} km of its centre"
        words = Words(text, found.start("whole"), name.end)
        yield area(words, "around", (site.lat, site.lon, radius), (site,), why)


# --- two named places ----------------------------------------------------------------------------

_ROADS: Final = either("place-words/beside.csv", "road")
_ROAD: Final = re.compile(
    rf"(?P<whole>\b{_ROADS}s?\s+(?:that\s+)?(?:links?|linking|connects?|connecting|between|from"
    r"|leading from|running from|joining)\s+)" + BEFORE_NAME,
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?P<whole>\bbetween\s+)" + BEFORE_NAME, re.IGNORECASE)
_JOINED: Final = re.compile(
    r"(?:\s+\w+)?\s*(?:and|to|with|towards?)\s+(?:the\s+|\w+\s+of\s+)*", re.IGNORECASE
)
_DASHED: Final = re.compile(r"\s*[-–]\s*|\s+to\s+")
_ROAD_BEHIND: Final = re.compile(rf"\s+(?:\w+\s+)?{_ROADS}\b", re.IGNORECASE)
_FARTHEST: Final = 600.0


def _joined(text: str, first: Named, second: Named, opening: re.Pattern[str]) -> int | None:
    """Return where "between X and Y" begins, None where the words do not join the two so."""
    if not _JOINED.fullmatch(text, first.end, second.start):
        return None
    found = opening.search(text, max(0, first.start - 60), first.start)
    return found.start("whole") if found else None


def _by_road(text: str, first: Named, second: Named) -> Iterator[Area]:
    start, end = _joined(text, first, second, _ROAD), second.end
    if start is None and _DASHED.fullmatch(text, first.end, second.start):
        behind = _ROAD_BEHIND.match(text, second.end)
        start, end = (first.start, behind.end()) if behind else (None, end)
    if start is not None:
        yield from _line(Words(text, start, end), "road", (first.site, second.site))


def _by_two(text: str, first: Named, second: Named) -> Iterator[Area]:
    start = _joined(text, first, second, _BETWEEN)
    if start is not None:
        yield from _line(Words(text, start, second.end), "between", (first.site, second.site))


def _line(words: Words, kind: str, ends: tuple[Site, Site]) -> Iterator[Area]:
    far = kilometres(*ends)
    if far > _FARTHEST:
        return
    how, then = ("along the way from", "to") if kind == "road" else ("between", "and")
    why = f"{how} {ends[0].name} {then} {ends[1].name}, {far:.0f} km apart: anywhere on the way"
    yield area(words, kind, (*midpoint(*ends), max(2.0, far / 2)), ends, why)


_SIDED: Final = frozenset({by_part, by_side, by_direction})
_ONE: Final[tuple[Callable[[str, Named], Iterator[Area]], ...]] = (
    _by_distance, by_part, by_side, by_direction, _by_nearness,
)  # fmt: skip
_TWO: Final[tuple[Callable[[str, Named, Named], Iterator[Area]], ...]] = (_by_road, _by_two)
