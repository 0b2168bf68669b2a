"""Places that no name tells: told with what says which of them is meant, and with no more."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # Of "a road leading to the port" only "road" was left, which is any road.
        ("The army blocked a road leading to Kherson.", "blocked", ["road leading to Kherson"]),
        (
            "Gunmen ambushed a patrol on the highway connecting Maiduguri with Damboa.",
            "ambushed",
            ["highway connecting Maiduguri with Damboa"],
        ),
        ("Troops seized a hill overlooking Goma.", "seized", ["hill overlooking Goma"]),
        (
            "The militia took two villages located south of Goma.",
            "took",
            ["two villages located south of Goma"],
        ),
        (
            "Aid was delivered to areas held by the rebels.",
            "delivered",
            ["areas held by the rebels"],
        ),
        # who holds the areas holds no "areas held by the rebels"
        ("Aid was delivered to areas held by the rebels.", "held", ["areas"]),
        # when they were taken tells of no place, and a town that was named is that town
        (
            "The army shelled villages held by the rebels since Friday.",
            "shelled",
            ["villages held by the rebels"],
        ),
        ("Goma fell. The army shelled the city held by rebels.", "shelled", ["city"]),
    ],
)
def test_what_says_which_place_is_meant(
    whole: Reader, text: str, trigger: str, places: list[str]
) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).places) == places


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        # The town beside which it happened was taken for where it happened.
        ("Shelling killed twelve people in a camp near Goma.", "Shelling", ["camp near Goma"]),
        ("Gunmen killed two men on a road near Kaduna.", "killed", ["road near Kaduna"]),
        ("Jets bombed an area outside Damascus.", "bombed", ["area outside Damascus"]),
        (
            "A strike on an area near the capital Damascus killed ten people.",
            "strike",
            ["area near the capital Damascus"],
        ),
        # what is hit is no place, nor is the ground, nor a town that is named
        ("Jets struck a hospital near Idlib.", "struck", ["Idlib"]),
        ("The drone drew fire from the ground close to Palmyra.", "fire", ["Palmyra"]),
        ("Shelling killed two people in Sake near Goma.", "Shelling", ["Sake"]),
    ],
)
def test_what_lies_beside_a_town_is_not_the_town(
    claim: One, text: str, trigger: str, places: list[str]
) -> None:
    assert texts(claim(text, trigger).places) == places


def test_what_lies_beside_a_town_is_set_on_the_map_by_it(claim: One) -> None:
    (place,) = claim("Shelling killed twelve people in a camp near Goma.", "Shelling").places
    assert (place.name, place.precision) == ("Goma", "approximate")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # "In Y" behind "in X" was taken for what holds X, so that the second place was lost.
        ("Shelling killed four civilians in Kharkiv and two more in Sumy.", {"Kharkiv", "Sumy"}),
        ("Rockets killed two men near Goma and nine women in Sake.", {"Goma", "Sake"}),
        ("Shelling killed ten people in Omdurman and another six in Bahri.", {"Omdurman", "Bahri"}),
        # what only says where both lie is none
        ("Shelling killed nine people in Goma and two villages in North Kivu.", {"Goma"}),
    ],
)
def test_those_counted_in_two_places_are_told_with_both(
    claim: One, text: str, places: set[str]
) -> None:
    trigger = "Rockets" if text.startswith("Rockets") else "Shelling"
    assert {*texts(claim(text, trigger).places)} == places
