"""Which names are surely of two places, whether the gazetteer knows them or not."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from fogline.model import Place
from fogline.weighing.conflict.whereabouts import one_name, two_places

TABLE = tomllib.loads(
    files("fogline.weighing.conflict").joinpath("whereabouts.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("Mill neighbourhood", "Ferry neighbourhood", True),
        ("the Mill district of Orlin", "the Ferry district of Orlin", True),
        ("Mill neighbourhood", "Ferry district", True),
        ("village of Vessa", "Tarnow village", True),
        ("Mill neighbourhood", "Orlin", False),
        ("Mill neighbourhood", "Mill Square", False),
        ("Mill neighbourhood of Orlin", "district of Orlin", False),
        ("residential neighbourhoods in Orlin", "Mill neighbourhood", False),
        ("village of Vessa", "town of Tarnow", False),
        ("Orlin market", "Ferry neighbourhood", False),
        ("the neighbourhood", "Mill neighbourhood", False),
        ("east Orlin", "west Orlin", True),
        ("eastern Orlin", "northeastern Orlin", False),
        ("eastern Orlin", "Orlin", False),
        ("rebel-held Orlin", "government-held districts of Orlin", True),
        ("rebel-held Orlin", "opposition-held Orlin", False),
        ("Kefraya village", "village of Kafriya", False),
        ("al-Hamadaniye neighbourhood", "Al Hamadaniyeh quarter", False),
    ],
)
def test_names_of_two_places(one: str, other: str, two: bool) -> None:
    assert two_places(Place(one), Place(other)) is two
    assert two_places(Place(other), Place(one)) is two


def test_what_is_near_a_place_may_be_near_another() -> None:
    near = Place("village of Vessa", derivation="near Vessa: within 8 km of its centre")
    assert not two_places(near, Place("Tarnow village"))


def test_the_north_of_a_land_may_be_its_east() -> None:
    one, other = (Place(f"{side} Nord", precision="country") for side in ("northern", "eastern"))
    assert not two_places(one, other)


@pytest.mark.parametrize("row", [row for rows in TABLE.values() for row in rows])
def test_an_example_holds_one_of_its_words(row: dict[str, object]) -> None:
    said = str(row["example"]).casefold().replace("-", " ").split()
    assert set(said) & set(map(str, row["words"]))  # type: ignore[call-overload]


def test_one_name_in_two_spellings() -> None:
    assert one_name("Sulaimaniyeh", "Sulaymaniyah area")
    assert not one_name("the town", "the town")
