"""How much of a place is meant: the whole, a part of it, or somewhere else."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Place, Span
from fogline.weighing.measures.extents import (
    extent,
    gains_ground,
    leaves_some,
    one_thing,
    other_things,
    pointed,
    shared,
    site_of,
)

TABLE: dict[str, list[dict[str, Any]]] = tomllib.loads(
    files("fogline.weighing.measures").joinpath("extents.toml").read_text("utf-8")
)


def place(words: str, said: str, name: str | None = None) -> tuple[Place, Span]:
    return Place(words, said.index(words), name=name), Span(0, len(said), said)


@pytest.mark.parametrize("kind", [kind for kind, rows in TABLE.items() if "part" in rows[0]])
def test_every_example_is_read_as_its_row_says(kind: str) -> None:
    for row in TABLE[kind]:
        last = row["example"].split()[-1]
        found = place(last, row["example"], last)
        named = last[0].isupper()
        assert (extent(*found) if named else pointed(*found)) == row["part"]
        assert any(word in row["example"] for word in row["words"])


def test_the_whole_of_a_place_is_the_place_and_a_thing_in_it_is_not() -> None:
    for kind, whole in (("whole", True), ("joins", False)):
        (row,) = TABLE[kind]
        held = max((word for word in row["words"] if f" {word} " in row["example"]), key=len)
        for word in row["words"]:
            said = row["example"].replace(f" {held} ", f" {word} ")
            words = said.removeprefix("the army took the ")
            assert (extent(*place(words, said, "Orlin")) == "") is whole


def test_what_is_another_place_or_in_several_hands_is_read_as_its_row_says() -> None:
    assert pointed(*place("first town", TABLE["other"][0]["example"])) is None
    assert shared("divided")
    assert not shared("held")
    assert gains_ground("advanced into")
    assert not gains_ground("captured")
    assert all(leaves_some(row["example"]) for kind in ("begun", "some") for row in TABLE[kind])
    assert not leaves_some("the army withdrew its troops from Orlin")


@pytest.mark.parametrize(
    ("said", "words", "part"),
    [
        ("The army controls all of Orlin.", "Orlin", ""),
        ("The army took the whole of Orlin.", "Orlin", ""),
        ("The army entered the mining town of Orlin.", "mining town of Orlin", ""),
        ("The army entered the town of Orlin.", "Orlin", ""),
        ("In the north of Vessa near Orlin the army held on.", "Orlin", "near"),
        ("Rebels hold the east of Vessa and Orlin.", "Orlin", ""),
        ("It lies in the rebel-held east of Orlin.", "rebel-held east of Orlin", "east of"),
        ("The army holds large parts of the old town of Orlin.", "Orlin", "large parts of"),
        ("It took the seat of the council in Orlin.", "seat of the council in Orlin",
         "seat of the council in"),
        ("The army holds half the town of Orlin.", "Orlin", "half"),
        ("The army holds the port of Orlin.", "port of Orlin", ""),
    ],
)  # fmt: skip
def test_the_words_before_a_name_tell_how_much_of_it_is_meant(
    said: str, words: str, part: str
) -> None:
    assert extent(*place(words, said, "Orlin")) == part


@pytest.mark.parametrize(
    ("said", "words", "part"),
    [
        ("The army is in full control of the complex.", "complex", ""),
        ("The army controls the whole suburb.", "whole suburb", ""),
        ("The army still controlled parts of the city.", "parts of the city", "parts of"),
        ("They defend the western districts.", "western districts", "western districts of"),
        ("They are held in villages under its control.", "villages", None),
        ("They are held in a village under its control.", "village", None),
        ("They hold parts of a city.", "parts of a city", None),
        ("They lost the second village.", "second village", None),
        ("They control the road.", "road", None),
    ],
)
def test_a_phrase_without_a_name_means_where_the_text_was_last_or_nothing(
    said: str, words: str, part: str | None
) -> None:
    assert pointed(*place(words, said)) == part


@pytest.mark.parametrize(
    ("words", "part"),
    [("airport", "airport of"), ("town", ""), ("Orlin", ""), ("clinic", None), ("shop", None)],
)
def test_a_thing_that_stands_somewhere_is_a_part_of_it_or_nothing(
    words: str, part: str | None
) -> None:
    assert site_of(Place(words, name="Orlin", precision="approximate"), "") == part


@pytest.mark.parametrize(
    ("one", "other", "same", "two"),
    [
        ("airport of", "the airport in", True, False),
        ("police station of", "station in", True, False),
        ("airport of", "prison of", False, True),
        ("headquarters of", "barracks in", False, False),
        ("northern barracks of", "southern barracks of", False, False),
        ("half of", "half of", False, False),
        ("bridges of", "bridges of", False, False),
        ("a bridge in", "a bridge in", False, False),
        ("near", "near", False, False),
        ("airport of", "", False, False),
    ],
)
def test_two_parts_are_one_thing_by_its_word_or_two_by_theirs(
    one: str, other: str, same: bool, two: bool
) -> None:
    for a, b in ((one, other), (other, one)):
        assert one_thing(a, b) is same
        assert other_things(a, b) is two
