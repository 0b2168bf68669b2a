"""The lexicons' other examples: what a row says of a word holds in the sentence beside it."""

from __future__ import annotations

import re

import pytest

from fogline.reading.tables import rows
from tests.reading.sentences import Read, chain, cited, marked, told

NOT_YET = ("Gunmen hit the patrol",)


@pytest.mark.parametrize("row", [marked(row, NOT_YET) for row in rows("weapons.csv")])
def test_a_weapon_gives_its_mode(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert row["mode"] in {claim.mode for claim in claims}, told(claims)


@pytest.mark.parametrize("row", [marked(row, ()) for row in rows("movers.csv") if row["mode"]])
def test_who_moves_or_meets_gives_the_mode(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert row["mode"] in {claim.mode for claim in claims}, told(claims)


@pytest.mark.parametrize("row", list(rows("models.csv")), ids=lambda row: row["example"])
def test_a_make_of_aircraft_or_tank_gives_its_mode(read: Read, row: dict[str, str]) -> None:
    claims = read(f"{row['example']}.").claims
    assert row["mode"] in {claim.mode for claim in claims}, told(claims)


@pytest.mark.parametrize("row", list(rows("cues.csv")), ids=lambda row: row["kind"])
def test_a_cue_brings_a_source(read: Read, row: dict[str, str]) -> None:
    headline = row["kind"] == "tail"
    text = row["example"] if headline else f"{row['example']}."
    claims = read(text, role="headline" if headline else "body").claims
    assert any(chain(claim) for claim in claims), told(claims)


@pytest.mark.parametrize("row", list(rows("voices.csv")), ids=lambda row: row["example"])
def test_a_source_is_of_the_kind_that_its_words_tell(read: Read, row: dict[str, str]) -> None:
    kinds = {source.kind for claim in read(f"{row['example']}.").claims for source in cited(claim)}
    assert kinds == {row["kind"]}


@pytest.mark.parametrize("row", list(rows("irregular.csv")), ids=lambda row: row["word"])
def test_an_irregular_form_stands_in_its_example(row: dict[str, str]) -> None:
    words = set(re.findall(r"[\w-]+", row["example"].casefold()))
    assert words & {row["word"], *row["forms"].split("|")}


WEAK = (
    "hedges.csv", "standing.csv", "negations.csv", "dealing.csv", "again.csv", "topics.csv",
    "movers.csv", "people/spokespeople.csv", "people/units.csv", "triggers/kinds.csv",
    "quantities/telling.csv", "triggers/beside.csv", "place-words/beside.csv",
)  # fmt: skip


@pytest.mark.parametrize("file", WEAK)
def test_every_row_has_an_example_with_one_of_its_words(file: str) -> None:
    for row in rows(*file.split("/")):
        listed = next(words for name, words in row.items() if name != "kind").split("|")
        said = row["example"].casefold()
        assert any(re.search(rf"\b{re.escape(stem(word))}", said) for word in listed), row


def stem(word: str) -> str:
    """Return the beginning that the forms of a word share."""
    return word.removeprefix("'").removesuffix("y").removesuffix("e")
