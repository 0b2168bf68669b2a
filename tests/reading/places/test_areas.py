"""Areas derived from named places: where, how wide, and in which words the derivation is told."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.reading.gazetteer import Site
from fogline.reading.places.areas import derived
from fogline.reading.places.bearings import beyond, kilometres, midpoint
from fogline.reading.places.circles import Area, Named, town_radius

PLACES = {
    "Riverside": Site("x:1", "Riverside", 36.2, 37.1, "SY", population=1_600_000),
    "Hillford": Site("x:2", "Hillford", 35.9, 36.6, "SY", population=90_000),
    "Eastland": Site("x:3", "Eastland", 35.0, 38.0, "SY", "ADM1", radius=90.0),
    "Farport": Site("x:4", "Farport", -20.0, 150.0, "AU"),
}


def areas(text: str) -> tuple[Area, ...]:
    named = [
        Named(at, at + len(name), site)
        for name, site in PLACES.items()
        if (at := text.find(name)) >= 0
    ]
    return derived(text, named)


@pytest.mark.parametrize(
    ("text", "words", "kind", "away", "radius"),
    [
        ("hit 20 km north of Riverside.",
         "20 km north of Riverside", "bearing", (20, 0), (6, 10)),
        ("at a point ten miles south-west of the town of Hillford",
         "ten miles south-west of the town of Hillford", "bearing", (16.1, 225), (2, 6)),
        ("some 80 kilometers (50 miles) south of Riverside",
         "some 80 kilometers (50 miles) south of Riverside", "bearing", (80, 180), (24, 25)),
        ("Hillford town (4 kilometres north of)",
         "Hillford town (4 kilometres north of)", "bearing", (4, 0), (1, 5)),
        ("about 12 km from Hillford",
         "about 12 km from Hillford", "ring", (0, None), (12, 17)),
        ("a ship 40 nautical miles west of Riverside",
         "40 nautical miles west of Riverside", "bearing", (74, 270), (20, 30)),
        ("the south western suburbs of Riverside",
         "south western suburbs of Riverside", "part", (6.8, 225), (4, 9)),
        ("rebel-held eastern districts of Riverside",
         "eastern districts of Riverside", "part", (3.8, 90), (4, 9)),
        ("in Riverside's northern outskirts",
         "Riverside's northern outskirts", "part", (7.6, 0), (4, 9)),
        ("the northern countryside of Hillford",
         "northern countryside of Hillford", "part", (6, 0), (5, 9)),
        ("shelled eastern Riverside",
         "eastern Riverside", "side", (3.8, 90), (4, 9)),
        ("in the rebel-held south of Riverside",
         "south of Riverside", "side", (3.8, 180), (4, 9)),
        ("in the south of Riverside",
         "south of Riverside", "side", (3.8, 180), (4, 9)),
        ("a village southwest of Hillford",
         "southwest of Hillford", "direction", (10, 225), (8, 12)),
        ("lies to the south of Hillford",
         "south of Hillford", "direction", (10, 180), (8, 12)),
        ("a village near Hillford",
         "near Hillford", "around", (0, None), (8, 12)),
    ],
)  # fmt: skip
def test_one_place_and_what_is_said_of_it(
    text: str, words: str, kind: str, away: tuple[float, float | None], radius: tuple[int, int]
) -> None:
    km, bearing = away
    (area,) = areas(text)
    site = next(s for s in PLACES.values() if s.id == area.rests_on[0])
    assert (area.text, area.kind, area.precision) == (words, kind, "approximate")
    assert kilometres(area, site) == pytest.approx(km, abs=0.6)
    if bearing is not None:
        wanted = beyond(site, bearing, km)
        assert (area.lat, area.lon) == pytest.approx(wanted, abs=0.02)
    assert radius[0] <= area.radius <= radius[1]
    assert site.name in area.derivation
    assert area.country == site.country


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("fighting between Riverside and Hillford", "between Riverside and Hillford", "between"),
        ("the road linking Riverside to Hillford", "road linking Riverside to Hillford", "road"),
        ("the highway between Riverside and Hillford",
         "highway between Riverside and Hillford", "road"),
        ("the Riverside-Hillford highway was cut", "Riverside-Hillford highway", "road"),
    ],
)  # fmt: skip
def test_two_places_and_the_way_between_them(text: str, words: str, kind: str) -> None:
    (area,) = areas(text)
    ends = (PLACES["Riverside"], PLACES["Hillford"])
    assert (area.text, area.kind) == (words, kind)
    assert area.radius == pytest.approx(kilometres(*ends) / 2, abs=0.1)
    assert len(area.line) == 2
    assert all(kilometres(area, end) <= area.radius + 0.2 for end in ends)


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people died in Riverside.",
        "talks between Riverside and Farport",
        "20 km north of Eastland",
        "Riverside and Hillford were quiet.",
        "He is 40 years east of nowhere, in Hillford.",
    ],
)
def test_nothing_is_derived_from_what_is_no_description(text: str) -> None:
    assert areas(text) == ()


def test_a_towns_reach_follows_its_people_else_its_kind() -> None:
    assert town_radius(PLACES["Riverside"]) > town_radius(PLACES["Hillford"]) >= 1.5
    assert town_radius(Site("x", "X", 0, 0, None, "ADM1", radius=70)) == 70


degrees_north = st.floats(-80, 80)
degrees_east = st.floats(-180, 180)


@given(degrees_north, degrees_east, st.floats(0, 360), st.floats(0.1, 500))
def test_going_so_far_leads_so_far_away(
    north: float, east: float, bearing: float, km: float
) -> None:
    start = Site("", "", north, east, None)
    lat, lon = beyond(start, bearing, km)
    assert kilometres(start, Site("", "", lat, lon, None)) == pytest.approx(km, rel=1e-3)
    assert -180 <= lon <= 180


@given(degrees_north, degrees_east, degrees_north, degrees_east)
def test_halfway_is_as_far_from_either(a: float, b: float, c: float, d: float) -> None:
    one, other = Site("", "", a, b, None), Site("", "", c, d, None)
    if kilometres(one, other) > 15_000:
        return
    half = Site("", "", *midpoint(one, other), None)
    assert math.isclose(kilometres(one, half), kilometres(half, other), abs_tol=0.5)
