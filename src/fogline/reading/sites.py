"""The lexicon's own places: countries, regions, seas and the places of conflict zones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from anyascii import anyascii

from fogline.reading.dictionary import Dictionary
from fogline.reading.gazetteer import Site
from fogline.reading.tables import folder, rows

COUNTRY: Final = "PCLI"
_SLUG: Final = re.compile(r"[^a-z0-9]+")


def _id(country: str, name: str) -> str:
    slug = _SLUG.sub("-", anyascii(name).lower()).strip("-")
    return f"fogline:{(country or 'xx').lower()}/{slug}"


def _names(*cells: str) -> Iterator[str]:
    for cell in cells:
        yield from (name.strip() for name in cell.split("|") if name.strip())


@cache
def _radii() -> dict[str, float]:
    return {r["feature"]: float(r["radius"]) for r in rows("place-words", "features.csv")}


def radius_of(feature: str | None) -> float:
    """Return within how many kilometres of its point a place of a kind lies."""
    return _radii().get(feature or "", _radii()["PPL"])


def _countries() -> Iterator[tuple[str, Site]]:
    for row in rows("states", "countries.csv"):
        site = Site(
            f"country:{row['iso']}", row["name"], float(row["lat"]), float(row["lon"]),
            row["iso"], COUNTRY, own=True, radius=radius_of(COUNTRY),
        )  # fmt: skip
        yield from ((name, site) for name in _names(row["name"], row["aliases"]))


def _listed() -> Iterator[tuple[str, Site]]:
    for row in folder("places"):
        site = Site(
            _id(row["country"], row["name"]), row["name"], float(row["lat"]), float(row["lon"]),
            row["country"] or None, row["feature"], row["admin"], own=True,
            radius=float(row["radius"] or radius_of(row["feature"])), parent=row["parent"],
        )  # fmt: skip
        yield from ((name, site) for name in _names(row["name"], row["aliases"]))


def own_names() -> Iterator[tuple[str, Site]]:
    """Yield every name of every own place, with the place."""
    yield from _countries()
    yield from _listed()


@cache
def own_places() -> Dictionary[Site]:
    """Return the dictionary of own places; a name may stand for several."""
    return Dictionary(own_names())


@cache
def peoples() -> Dictionary[str]:
    """Return the country codes of peoples' names ("Syrian")."""
    return Dictionary(_of_countries("demonyms"))


@cache
def peoples_and_capitals() -> Dictionary[str]:
    """Return the country codes of peoples' names and capitals, as evidence of where a text is."""
    return Dictionary((*_of_countries("demonyms"), *_of_countries("capital")))


def _of_countries(column: str) -> Iterator[tuple[str, str]]:
    for row in rows("states", "countries.csv"):
        yield from ((name, row["iso"]) for name in _names(row[column]))
