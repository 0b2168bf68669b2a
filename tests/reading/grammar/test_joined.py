"""Whom a list names: who goes along with others, two parties of one noun, those named of many."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        # who goes along acts, or suffers it, as well
        (
            "The army along with two allied militias seized the hill.",
            "seized",
            ["army", "two allied militias"],
            [],
        ),
        (
            "Five rebels were killed in Sarmin along with one foreign fighter.",
            "killed",
            [],
            ["Five rebels", "one foreign fighter"],
        ),
        (
            "Six soldiers were killed in the blast and the panic along with three nurses.",
            "blast",
            [],
            ["Six soldiers", "three nurses"],
        ),
        (
            "The militia burned the mill along with a truck.",
            "burned",
            ["militia"],
            ["mill", "truck"],
        ),
        # what something is done along with is no second victim
        ("The soldiers were killed along the road with a mine.", "killed", [], ["soldiers"]),
        # two parties of one noun
        (
            "The raids were carried out by either Syrian or Russian aircraft.",
            "raids",
            ["Syrian", "Russian aircraft"],
            [],
        ),
        (
            "The town was bombarded by both Syrian and allied Russian warplanes.",
            "bombarded",
            ["Syrian", "allied Russian warplanes"],
            [],
        ),
        (
            "Talks between Kenyan and Somali delegations open in Nairobi today.",
            "Talks",
            ["Kenyan", "Somali delegations"],
            [],
        ),
        (
            "Kenyan regime and Somali forces have carried out air raids across the province.",
            "air raids",
            ["Kenyan regime", "Somali forces"],
            [],
        ),
        (
            "The strike was carried out by forces of either the junta or the Northern League.",
            "strike",
            ["junta", "Northern League"],
            [],
        ),
        (
            "Heavy and light guns shelled the clinic.",
            "shelled",
            ["Heavy and light guns"],
            ["clinic"],
        ),
        # those named of many
        (
            "The raid killed 20 militants including Omar Haddad.",
            "raid",
            [],
            ["20 militants", "Omar Haddad"],
        ),
        (
            "Rebel groups including Ahrar al-Sham and Jaysh al-Islam seized the hill.",
            "seized",
            ["Rebel groups", "Ahrar al-Sham", "Jaysh al-Islam"],
            [],
        ),
        ("The raid killed 20 militants including a commander.", "raid", [], ["20 militants"]),
        ("The raid killed 20 people including a Red Cross driver.", "raid", [], ["20 people"]),
        (
            "Rebel forces including fighters from Ahrar al-Sham seized the hill.",
            "seized",
            ["Rebel forces"],
            [],
        ),
    ],
)
def test_everyone_on_a_list_is_named(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(read(text).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


def test_with_whose_help(whole: Reader) -> None:
    text = "Syrian forces freed Palmyra on 27 March with support of Russian Aerospace Forces."
    found = at(whole.read(document(text)).claims, "support")
    assert texts(found.actors) == ["Russian Aerospace Forces"]
    assert texts(found.recipients) == ["Syrian forces"]
