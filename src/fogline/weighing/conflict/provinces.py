"""The province that a town's name may mean too: "shelling in Orlin" of a village in Orlin province.

Which provinces there are, where and how far they reach, stands in the gazetteer's own tables.
"""

from __future__ import annotations

import csv
import math
from functools import cache
from importlib.resources import files

from fogline.model import Place
from fogline.weighing.conflict.whereabouts import words_of
from fogline.weighing.measures.distance import Spot, kilometres
from fogline.weighing.measures.wording import tokens


def may_hold(place: Place, named: Spot, other: Spot) -> bool:
    """Say whether a place's name may mean the province called so, and another place lies in it.

    "The city of Orlin" is the city; "near Orlin" and "Orlin" alone are perhaps the province.
    """
    if named.part or not place.country or _is_called_town(place):
        return False
    regions = _regions().get((place.country, _core(named.name)), ())
    return any(_reaches(region, other) for region in regions)


def _is_called_town(place: Place) -> bool:
    return place.derivation is None and bool(words_of("town").intersection(tokens(place.text)))


def _reaches(region: Spot, other: Spot) -> bool:
    gap = kilometres(region, other)
    return gap is not None and gap <= region.radius


def _core(name: str) -> str:
    """Return what a place and its province are called alike: "Quneitra Governorate", "Quneitra"."""
    aside = words_of("division") | words_of("article")
    return " ".join(word for word in tokens(name) if word not in aside)


@cache
def _regions() -> dict[tuple[str, str], tuple[Spot, ...]]:
    """Return the first and second divisions by country and name, without the word for their kind.

    The tables are data that both rooms read; neither room's code is the other's.
    """
    folder = files("fogline").joinpath("reading", "lexicon", "places")
    tables = sorted(e.name for e in folder.iterdir() if e.name.endswith(".csv"))
    texts = (folder.joinpath(name).read_text("utf-8") for name in tables)
    found: dict[tuple[str, str], dict[str, Spot]] = {}
    for row in (row for text in texts for row in csv.DictReader(text.splitlines())):
        if row["feature"] in {"ADM1", "ADM2"} and row["radius"]:
            region = _region(row)
            for name in (row["name"], *row["aliases"].split("|")):
                if core := _core(name):
                    found.setdefault((row["country"], core), {})[region.key] = region
    return {called: tuple(regions.values()) for called, regions in found.items()}


def _region(row: dict[str, str]) -> Spot:
    point = math.radians(float(row["lat"])), math.radians(float(row["lon"]))
    return Spot(row["name"], row["name"], "region", point, float(row["radius"]))
