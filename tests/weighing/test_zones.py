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


def test_most_places_decide_and_names_speak_where_no_place_does() -> None:
    assert (
        zone_of([point(36.2, 37.1, "SY"), point(36.1, 37.0, "SY"), point(33.5, 36.3, "SY")])
        == "aleppo"
    )
    assert zone_of([], "Fighters entered Goma from Sake.") == "kivu"
    assert zone_of([], "for the sake of peace") is None


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
