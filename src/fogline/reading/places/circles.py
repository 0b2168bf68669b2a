"""What an area derived from named places is made of: words, a centre, a radius and a derivation."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from fogline.reading.gazetteer import Site
from fogline.reading.gazetteer.own import radius_of
from fogline.reading.tables import rows

BEARINGS: Final = {r["word"]: float(r["bearing"]) for r in rows("place-words", "directions.csv")}
COMPASS: Final = frozenset(  # "north", "south-west"; not "northern"
    word for word in BEARINGS if " " not in word and "-" not in word and not word.endswith("ern")
)
WIDE: Final = frozenset(
    r["feature"]
    for r in rows("place-words", "features.csv")
    if r["precision"] in {"region", "country"} or r["feature"] == "RD"
)
AROUND: Final = 8.0


@dataclass(frozen=True, slots=True)
class Named:
    """A named place at characters `start` to `end` of a text."""

    start: int
    end: int
    site: Site


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of a text that describes a place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Area:
    """An area derived from named places: a centre in degrees WGS 84 and a radius in kilometres.

    `kind` is bearing, direction, ring, part, side, between, road or around; `line` are the ends of
    a road; `derivation` says in words how it follows from the places whose ids are in `rests_on`.
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


def town_radius(site: Site) -> float:
    """Return how far a town reaches, in kilometres: by its people, else by its kind."""
    if site.population:
        return min(15.0, max(2.0, 0.006 * math.sqrt(site.population)))
    return site.radius or radius_of(site.feature)


# --- words of direction --------------------------------------------------------------------------

SIDE: Final = "|".join(sorted((w.replace(" ", "[- ]?") for w in BEARINGS), key=len, reverse=True))
BEFORE_NAME: Final = (
    r"(?:(?:the|central|downtown|city|town|village|port|capital|provincial|regional|district|of"
    r"|outskirts)\s+)*$"
)


def bearing_of(side: str) -> float:
    key = " ".join(side.lower().replace("-", " ").split())
    return BEARINGS.get(key, BEARINGS.get(key.replace(" ", ""), 0.0))


def near(site: Site) -> tuple[float, str]:
    """Return how far what is in or near a place may lie from its point, and that in words."""
    if site.feature in WIDE:
        radius = site.radius or radius_of(site.feature)
        return radius, f"somewhere in or at {site.name}, which reaches some {radius:.0f} km"
    radius = round(town_radius(site) + AROUND, 1)
    return radius, f"in or near {site.name}: within {radius:.0f} km of its centre"


def area(
    words: Words, kind: str, circle: tuple[float, float, float], sites: tuple[Site, ...], why: str
) -> Area:
    """Return an area of a circle: degrees north and east, and kilometres of radius."""
    lat, lon, radius = circle
    countries = {s.country for s in sites}
    return Area(
        words.start, words.end, words.text[words.start : words.end], kind, round(lat, 5),
        round(lon, 5), round(radius, 1), countries.pop() if len(countries) == 1 else None, why,
        tuple(s.id for s in sites), tuple((s.lat, s.lon) for s in sites if len(sites) > 1),
    )  # fmt: skip
