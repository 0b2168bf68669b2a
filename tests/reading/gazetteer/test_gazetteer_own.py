"""The lexicon's own places: each in its country, near its parent, as others have it, and lacking.

Checked by boxes of countries, by GeoNames' towns around, and by UCDP where that lies at hand.
"""

from __future__ import annotations

import csv
import math
import statistics
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from fogline.reading.gazetteer import Site, gazetteer, name_key
from fogline.reading.gazetteer.index import _cities
from fogline.reading.gazetteer.own import listed, radius_of
from fogline.reading.places.bearings import kilometres
from fogline.reading.tables import folder

BOXES = Path(__file__).with_name("country_boxes.csv")
SAME_KM = 25.0
TOWN_KM = 30.0  # an airport or a suburb of a town may lie as far from its centre
UNPEOPLED_KM = 150.0
ZONES = frozenset(
    "AF AM AO AZ BD BF BI BJ CD CF CM CO DZ EG ER ET GE HT ID IL IN IQ IR JO KE LB LK LY MD ML MM"
    " MX MZ NE NG PH PK PS RS RU RW SA SD SN SO SS SY TD TG TH TJ TN TR TZ UA UG VE XK YE".split()
)


@cache
def own() -> tuple[Site, ...]:
    return tuple(dict.fromkeys(site for _, site in listed()))


@cache
def boxes() -> dict[str, tuple[float, float, float, float]]:
    rows = csv.DictReader(BOXES.read_text(encoding="utf-8").splitlines())
    return {
        r["country"]: (float(r["south"]), float(r["north"]), float(r["west"]), float(r["east"]))
        for r in rows
    }


@cache
def towns() -> dict[str, list[Site]]:
    found: dict[str, list[Site]] = defaultdict(list)
    for city in _cities():
        found[city["countrycode"]].append(
            Site("", city["name"], city["latitude"], city["longitude"], city["countrycode"])
        )
    return found


def test_every_place_has_a_radius_and_lies_in_the_box_of_its_country() -> None:
    wrong = []
    for site in own():
        assert site.radius is not None and site.radius >= 1, site
        south, north, west, east = boxes().get(site.country or "", (-90, 90, -180, 180))
        if not (south <= site.lat <= north and west <= site.lon <= east):
            wrong.append((site.name, site.country, site.lat, site.lon))
    assert not wrong
    assert boxes().keys() >= ZONES


def test_every_place_has_a_town_of_its_country_within_reach() -> None:
    wrong = [
        (site.name, site.country)
        for site in own()
        if site.country in ZONES
        and nearest(site) > UNPEOPLED_KM + (site.radius or 0.0)
        and site.id not in FAR_FROM_ANY_TOWN
    ]
    assert not wrong


FAR_FROM_ANY_TOWN = {
    "fogline:ml/taoudenni", "fogline:ly/maaten-al-sarra", "fogline:eg/western-desert",
    "fogline:ss/renk", "fogline:sd/karnoi", "fogline:sd/umm-baru", "fogline:sd/tina-sudan",
    "fogline:in/siachen-glacier", "fogline:ss/nasir", "fogline:ss/akobo", "fogline:ss/pibor",
    "fogline:ss/pagak", "fogline:ne/madama", "fogline:dz/in-amenas",
}  # fmt: skip


def nearest(site: Site) -> float:
    """Return the kilometres to the next town of the place's country, on a flat earth."""
    wide = math.cos(math.radians(site.lat))
    return 111.2 * min(
        math.hypot(t.lat - site.lat, wide * (t.lon - site.lon)) for t in towns()[site.country or ""]
    )


def test_every_parent_is_known_and_its_places_lie_within_it() -> None:
    named = defaultdict(list)
    for site in own():
        named[site.name].append(site)
    wrong = []
    for site in own():
        if not site.parent:
            continue
        parents = [p for p in named[site.parent] if p.country == site.country]
        assert parents, f"{site.name}: no parent {site.parent} in {site.country}"
        reach = max(p.radius or 0.0 for p in parents)
        reach = max(reach, TOWN_KM) * 1.1 + (site.radius or 0.0)
        if min(kilometres(site, p) for p in parents) > reach:
            wrong.append((site.name, site.parent, round(kilometres(site, parents[0]))))
    assert not wrong


def test_far_more_than_eight_hundred_places_of_conflict_zones_are_in_no_other_source() -> None:
    names: dict[Site, list[str]] = defaultdict(list)
    for name, site in listed():
        names[site].append(name)
    lacking = [
        site
        for site, known in names.items()
        if (site.country in ZONES or site.country is None)
        and site.feature not in {"SEA", "CONT"}
        and not any(is_there(site, name) for name in known)
    ]
    assert len(lacking) >= 1_800
    assert len({site.country for site in lacking}) >= 50
    assert sum(site.feature not in {"ADM1", "ADM2"} for site in lacking) >= 1_000


def is_there(site: Site, name: str) -> bool:
    return any(
        s.country == site.country and kilometres(s, site) < SAME_KM for s in gazetteer().exact(name)
    )


def test_no_two_places_of_one_country_share_a_name_unless_they_lie_apart_or_differ_in_kind() -> (
    None
):
    named = defaultdict(set)
    for name, site in listed():
        named[name_key(name), site.country].add(site)
    wrong = [
        (key, [s.name for s in sites])
        for key, sites in named.items()
        if len({s.feature for s in sites}) < len(sites)
        and any(0 < kilometres(a, b) < 5 for a in sites for b in sites)
    ]
    assert not wrong


def test_ucdp_puts_the_same_places_where_we_do(shared: Path) -> None:
    """Compare with the points of UCDP's coders, of rows whose place they knew exactly."""
    file = shared / "data" / "ucdp" / "ucdpged_sample1000.csv"
    if not file.exists():
        pytest.skip(f"no {file}")
    gaps = list(gaps_to(file))
    far = [gap for gap in gaps if gap[0] > gap[1]]
    assert len(gaps) >= 60
    assert statistics.median(km for km, *_ in gaps) < 3
    assert len(far) / len(gaps) < 0.06, far


def gaps_to(file: Path) -> Iterator[tuple[float, float, str]]:
    """Yield kilometres, the kilometres allowed and the name of each own town that UCDP has."""
    named = defaultdict(list)
    for name, site in listed():
        if site.feature[:2] == "PP":
            named[name_key(name)].append(site)
    seen = set()
    with file.open(encoding="utf-8-sig", newline="") as rows:
        for row in csv.DictReader(rows):
            name, _, kind = row["where_coordinates"].rpartition(" ")
            if row["where_prec"] != "1.0" or kind not in {"town", "village", "city"}:
                continue
            point = Site("", name, float(row["latitude"]), float(row["longitude"]), None)
            for site in named[name_key(name)]:
                if site.country in COUNTRIES.get(row["country"], ()) and name not in seen:
                    seen.add(name)
                    yield kilometres(site, point), (site.radius or 8) + 4, name


COUNTRIES = {
    "Syria": ("SY",), "Afghanistan": ("AF",), "Ukraine": ("UA",), "Yemen (North Yemen)": ("YE",),
    "Iraq": ("IQ",), "Nigeria": ("NG",), "Somalia": ("SO",), "Ethiopia": ("ET",),
    "DR Congo (Zaire)": ("CD",), "Israel": ("PS", "IL"), "Pakistan": ("PK",),
    "Central African Republic": ("CF",), "Mali": ("ML",), "Sudan": ("SD",), "Libya": ("LY",),
    "Lebanon": ("LB",), "Burkina Faso": ("BF",), "Philippines": ("PH",), "Colombia": ("CO",),
}  # fmt: skip


def test_every_kind_has_a_radius_and_each_row_says_its_own_or_takes_it() -> None:
    for row in folder("places"):
        assert float(row["radius"] or radius_of(row["feature"])) > 0, row
