"""Loaded words: named with a neutral term; who is spoken of changes nothing but the names."""

from __future__ import annotations

import re
from itertools import combinations
from typing import Any

import pytest

from fogline.model import Claim, to_dict
from fogline.reading.loaded import forms, pieces
from fogline.reading.reader import Reader
from fogline.reading.tables import rows
from tests.reading.sentences import One, document


@pytest.mark.parametrize(
    ("text", "trigger", "word", "neutral"),
    [
        ("The army liberated the town.", "liberated", "liberated", "took control of"),
        ("The regime shelled the clinic.", "shelled", "regime", "government"),
        ("The army killed ten terrorists.", "killed", "terrorists", "militants"),
        ("The army eliminated ten militants.", "eliminated", "eliminated", "killed"),
        ("The extremists shelled the clinic.", "shelled", "extremists", "militants"),
        ("The genocidal militia shelled the clinic.", "shelled", "genocidal", "(blame)"),
        ("The occupation jets bombed the town.", "bombed", "occupation", "(blame)"),
        ("The occupiers fled from the town.", "fled", "occupiers", "opposing forces"),
    ],
)
def test_a_loaded_word_is_named_with_its_neutral_term(
    claim: One, text: str, trigger: str, word: str, neutral: str
) -> None:
    found = {item.text: item.neutral for item in claim(text, trigger).loaded}
    assert found == {word: neutral}


@pytest.mark.parametrize(
    "text", ["The army captured the town.", "The government shelled the clinic."]
)
def test_neutral_words_are_not_loaded(reader: Reader, text: str) -> None:
    assert all(claim.loaded == () for claim in reader.read(document(text)).claims)


def test_a_loaded_word_does_not_change_the_coding(claim: One) -> None:
    plain, partial = (
        claim("The army captured the town.", "c"),
        claim("The army liberated the town.", "l"),
    )
    assert (plain.event, plain.mode) == (partial.event, partial.mode)
    assert [a.text for a in plain.actors] == [a.text for a in partial.actors]


def test_neutral_terms_are_not_themselves_loaded() -> None:
    listed = {word for row in rows("loaded.csv") for word in row["word"].split("|")}
    terms = {term for row in rows("loaded.csv") for term in row["neutral"].split("|")}
    assert terms & listed == set()


@pytest.mark.parametrize("row", list(rows("loaded.csv")), ids=lambda row: row["example"])
def test_every_example_is_read_as_its_row_says(whole: Reader, row: dict[str, str]) -> None:
    claims = whole.read(document(f"{row['example']}.")).claims
    found = [word for c in claims for word in c.loaded]
    listed = {form for word in row["word"].split("|") for form in forms(word)}
    terms = row["neutral"].split("|")
    assert any(w.neutral in terms and pieces(w.text) in listed for w in found), found


@pytest.mark.parametrize("row", list(rows("loaded.csv")), ids=lambda row: row["example"])
def test_beside_the_words_of_unless_a_word_is_ordinary(row: dict[str, str]) -> None:
    """They are words by themselves, and none of them stands in the row's own example."""
    words = set(filter(None, row["unless"].lower().split("|")))
    assert not any(" " in word for word in words)
    assert words.isdisjoint(row["example"].lower().split())


@pytest.mark.parametrize(
    "text",
    [
        "Ten dogs were killed in the shelling of the town.",
        "Rats were killed in the shelled town.",
        "Villagers braved the cold as the army shelled the town.",
        "The free press reported that the army shelled the town.",
        "The resistance of the wall saved the house that the jets bombed.",
        "The army met no resistance in the town.",
        "The rebels freed ten hostages.",
        "Human rights defenders were arrested in the town.",
        "The army arrested ten men on criminal charges in the town.",
        "The army shelled the town despite the ceasefire regime.",
        "Nazi Germany bombed the town.",
        "Special operation forces raided the town.",
    ],
)
def test_an_ordinary_sense_takes_no_side(whole: Reader, text: str) -> None:
    assert [c.loaded for c in whole.read(document(text)).claims if c.loaded] == []


@pytest.mark.parametrize(
    "name",
    [
        "Islamic Resistance in Iraq",
        "Army of Martyrs",
        "Martyrs of Orlin Brigade",
        "Dogs of Marl Battalion",
        "Marl Heroes Brigade",
        "Orlin Liberation Army",
        "Marl Self-Defence Forces",
    ],
)
def test_a_word_in_somebodys_name_is_no_loaded_one(whole: Reader, name: str) -> None:
    claims = whole.read(document(f"The {name} shelled the post.")).claims
    assert claims
    assert [c.loaded for c in claims if c.loaded] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Regime Forces Shell Town, Killing Ten Civilians", "Regime Forces"),
        ("OCCUPATION FORCES SHELL TOWN", "OCCUPATION FORCES"),
        ("The Israeli Occupation Forces shelled the village.", "Occupation Forces"),
        ("Terrorists shelled the town.", "Terrorists"),
    ],
)
def test_a_capital_that_makes_no_name_hides_no_loaded_word(
    whole: Reader, text: str, word: str
) -> None:
    claims = whole.read(document(text)).claims
    assert {w.text for c in claims for w in c.loaded} == {word}


def test_whom_a_pronoun_means_and_who_says_it_are_named_with_their_terms(claim: One) -> None:
    text = "The terrorists shelled the town. Regime media said that they killed ten men."
    found = {w.text: w.neutral for w in claim(text, "killed").loaded}
    assert found == {"terrorists": "militants", "Regime": "government"}


# Sides are swapped within a number: "it" and "they" point to different ones.
SIDES = {
    "it": ("army", "militia", "garrison", "Russian army", "Ukrainian army", "Syrian army"),
    "they": ("rebels", "militants", "soldiers", "separatists"),
}
TEMPLATES = (
    "The {a} shelled a clinic held by the {b}.",
    "The {a} killed nine men of the {b}.",
    "The mayor said that the {a} shelled the {b}.",
    "The {a} denied that {they} had attacked the {b}.",
    "The {a} reportedly withdrew before the {b} attacked.",
    "The {a} accused the {b} of shelling a market.",
    "Clashes between the {a} and the {b} continued.",
    "The {a} will attack the {b} in the coming days.",
    "The {a} drove the {b} out of the town.",
    "The {a} threatened to bomb the {b}.",
)


PAIRS = [(they, *pair) for they, sides in SIDES.items() for pair in combinations(sides, 2)]


@pytest.mark.parametrize("kind", ["reader", "whole"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_sides_swapped_give_the_same_claims_but_for_the_names(
    kind: str, template: str, request: pytest.FixtureRequest
) -> None:
    texts = [
        template.format(a=a, b=b, they=they)
        for they, one, other in PAIRS
        for a, b in ((one, other), (other, one))
    ]
    reader: Reader = request.getfixturevalue(kind)
    readings = [reading.claims for reading in reader.pipe(map(document, texts))]
    for (_, one, other), there, back in zip(PAIRS, readings[::2], readings[1::2], strict=True):
        assert [coded(c, {one: "A", other: "B"}) for c in there] == [
            coded(c, {other: "A", one: "B"}) for c in back
        ], f"{one} and {other} swapped"


def coded(claim: Claim, names: dict[str, str]) -> dict[str, Any]:
    """Return what a claim says, with the sides by their letters."""

    def lettered(words: str) -> str:
        return re.sub(
            "|".join(sorted(names, key=len, reverse=True)), lambda met: names[met[0]], words
        )

    return {
        "event": (claim.event, claim.mode, lettered(claim.trigger.text)),
        "standing": (claim.status, claim.polarity, claim.certainty),
        "actors": [lettered(m.text) for m in claim.actors],
        "recipients": [lettered(m.text) for m in claim.recipients],
        "places": [p.text for p in claim.places],
        "sources": [lettered(m.text) for m in claim.attribution[1:]],
        "casualties": to_dict(claim.casualties),
        "loaded": to_dict(claim.loaded),
    }
