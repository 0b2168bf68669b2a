"""Zones by box, by country, by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.model import Entity, Place, Reading
from fogline.weighing.zones import document_zone, zone_of, zones
from tests.weighing.newsroom import document, reading, told


def point(lat: float, lon: float, country: str) -> Place:
    return Place("x", lat=lat, lon=lon, country=country, precision="settlement")


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        (point(36.2, 37.16, "SY"), "aleppo"),
        (point(33.51, 36.29, "SY"), "syria"),
        (point(46.64, 32.61, "UA"), "kherson"),
        (point(48.0, 37.8, "UA"), "eastern-ukraine"),
        (point(50.45, 30.52, "UA"), "ukraine"),
        (point(13.63, 25.35, "SD"), "darfur"),
        (point(15.6, 32.5, "SD"), "sudan"),
        (point(-1.68, 29.23, "CD"), "kivu"),
        (point(31.5, 34.46, "PS"), "gaza"),
        (point(33.89, 35.5, "LB"), "lebanon"),
        (point(18.54, -72.34, "HT"), "haiti"),
        (point(34.08, 74.8, "IN"), "kashmir"),
        (point(33.52, 73.9, "PK"), "kashmir"),
        (point(31.55, 74.34, "PK"), "india-pakistan"),
        (point(28.6, 77.2, "IN"), "india-pakistan"),
        (point(24.86, 67.0, "PK"), "india-pakistan"),
        (point(34.01, 71.58, "PK"), "afghanistan-pakistan"),
        (point(31.6, 65.7, "AF"), "afghanistan-pakistan"),
        (Place("Pakistan", country="PK", precision="country"), "india-pakistan"),
        (Place("Line of Control"), "kashmir"),
        (point(36.2, 36.16, "TR"), None),
        (Place("Syria", country="SY", precision="country", lat=35.0, lon=38.0), "syria"),
        (Place("Khan Tuman"), "aleppo"),
        (replace(point(47.5, 34.5, "UA"), feature="STM", radius=200.0), None),
        (replace(point(47.5, 34.5, "UA"), feature="PPL", radius=2.0), "eastern-ukraine"),
        (Place("nowhere in particular"), None),
    ],
)
def test_a_place_lies_in_the_most_specific_zone(place: Place, zone: str | None) -> None:
    assert zone_of([place]) == zone


def shared(name: str, lat: float, lon: float, feature: str = "SEA") -> Place:
    return Place(name, name=name, lat=lat, lon=lon, feature=feature, precision="region")


@pytest.mark.parametrize(
    ("place", "zone"),
    [
        (shared("Red Sea", 20, 38.5), "yemen-red-sea"),
        (shared("Gulf of Aden", 12.5, 48, "GULF"), "yemen-red-sea"),
        (shared("Persian Gulf", 26.5, 52, "GULF"), "iran"),
        (shared("Lake Kivu", -2, 29, "LK"), "kivu"),
        (shared("Lake Chad", 13, 14, "LK"), "lake-chad"),
        (shared("Kerch Strait", 45.25, 36.6, "STRT"), "ukraine"),
        (shared("Black Sea", 44.5, 34.3), None),
        (shared("Lake Tanganyika", -5, 29.5, "LK"), None),
        (shared("Middle East", 29, 41, "RGN"), None),
        (shared("Africa", 7.2, 21.1, "CONT"), None),
        (replace(shared("Suez Canal", 30.5, 32.35, "STRT"), country="EG"), None),
        (replace(shared("Red Sea State", 20, 36, "RGN"), country="SD"), "sudan"),
    ],
)
def test_a_sea_lies_in_the_zone_that_names_it_or_in_none(place: Place, zone: str | None) -> None:
    """The Red Sea's middle lies in Sudan's box: strikes off Yemen stood under Sudan."""
    assert zone_of([place]) == zone
    entity = Entity(
        0, 1, place.text, "place", place.name, None, place.lat, place.lon, place.country,
        place.feature,
    )  # fmt: skip
    assert document_zone(Reading(document("So it is told.", entities=(entity,)), (), "x")) == zone


def test_a_ship_bound_for_a_port_is_not_there() -> None:
    """The threat to ships bound for another war's ports stood under that war."""
    sea, port = shared("Red Sea", 20, 38.5), replace(point(31.5, 34.46, "PS"), role="destination")
    assert zone_of([port, port, sea]) == "yemen-red-sea"
    assert zone_of([port]) == "gaza"
    left = replace(point(13.63, 25.35, "SD"), role="origin")
    assert zone_of([left, point(15.6, 32.5, "SD")]) == "sudan"


def test_most_places_decide_and_names_speak_where_no_place_does() -> None:
    assert (
        zone_of([point(36.2, 37.1, "SY"), point(36.1, 37.0, "SY"), point(33.5, 36.3, "SY")])
        == "aleppo"
    )
    assert zone_of([], "Fighters entered Goma from Sake.") == "kivu"
    assert zone_of([], "for the sake of peace") is None


@pytest.mark.parametrize(
    "names", [("Persian Gulf", "Arabian Gulf"), ("Gulf of Oman", "Sea of Oman")]
)
def test_a_sea_is_found_by_what_each_shore_calls_it(names: tuple[str, ...]) -> None:
    for name in names:
        assert zone_of([], f"A tanker was seized in the {name}.") == "iran"


def test_every_zone_is_found_by_its_own_example() -> None:
    table = zones()
    assert len({zone.id for zone in table}) == len(table)
    for zone in table:
        assert zone_of([], f"{zone.names[0]}.") == zone.id
        assert zone.box is None or (zone.box[0] < zone.box[2] and zone.box[1] < zone.box[3])


def test_a_document_lies_where_its_claims_do() -> None:
    text = "Shells fell in Orlin. The army denied it."
    page = told(
        reading(text, "Orlin Post"),
        {"sentence": "Shells fell in Orlin.", "trigger": "fell", "places": ("Orlin",)},
        {"sentence": "The army denied it.", "trigger": "denied"},
    )
    assert document_zone(page) == "aleppo"


def test_a_document_without_claims_is_placed_by_its_mentions_or_its_words() -> None:
    entity = Entity(0, 4, "Goma", "place", lat=-1.68, lon=29.23, country="CD")
    assert document_zone(Reading(document("Goma waits.", entities=(entity,)), (), "x")) == "kivu"
    assert document_zone(reading("El Fasher waits.")) == "darfur"
    assert document_zone(reading("Nothing to see.")) is None


def test_a_part_of_a_country_that_a_report_names_is_its_zone() -> None:
    entity = Entity(0, 5, "Congo", "place", lat=-4.3, lon=15.3, country="CD")
    page = document("Congo fights on in the city.", title="Goma falls", entities=(entity,))
    assert document_zone(Reading(page, (), "x")) == "kivu"
    unnamed = document("Congo fights on.", title="War", entities=(entity,))
    assert document_zone(Reading(unnamed, (), "x")) == "ituri-congo"
