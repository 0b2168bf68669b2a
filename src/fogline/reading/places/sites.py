"""The lexicon's own places and peoples as dictionaries, to be found in a text in one pass."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from fogline.reading.gazetteer.own import COUNTRY, names_in, own_names, radius_of
from fogline.reading.gazetteer.site import Site
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import Dictionary, Hit

__all__ = [
    "COUNTRY",
    "capitals",
    "own_in",
    "own_names",
    "own_places",
    "peoples",
    "peoples_and_capitals",
    "radius_of",
]


@cache
def own_places() -> Dictionary[Site]:
    """Return the dictionary of own places; a name may stand for several."""
    return Dictionary(own_names(), kinds=True)


@lru_cache(maxsize=256)
def own_in(text: str) -> tuple[Hit[Site], ...]:
    """Return the own places that a text names; asked for its countries first, then for them."""
    return tuple(own_places().find(text))


@cache
def peoples() -> Dictionary[str]:
    """Return the country codes of peoples' names ("Syrian")."""
    return Dictionary(_of_countries("demonyms"))


@cache
def capitals() -> dict[str, str]:
    """Return the names of the capitals by their countries' codes."""
    return {row["iso"]: row["capital"] for row in rows("states", "countries.csv")}


@cache
def peoples_and_capitals() -> Dictionary[str]:
    """Return the country codes of peoples' names and capitals, as evidence of where a text is."""
    return Dictionary((*_of_countries("demonyms"), *_of_countries("capital")))


def _of_countries(column: str) -> Iterator[tuple[str, str]]:
    for row in rows("states", "countries.csv"):
        yield from ((name, row["iso"]) for name in names_in(row[column]))
