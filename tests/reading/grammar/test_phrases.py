"""How far a phrase reaches: what says where somebody lies is no part of the name."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors", "recipients"),
    [
        (
            "Gunmen located in the northern districts shelled dozens of civilians.",
            "shelled",
            ["Gunmen"],
            ["dozens of civilians"],
        ),
        (
            "A refugee camp located east of Sarmin was targeted by army planes.",
            "targeted",
            ["army planes"],
            ["refugee camp"],
        ),
        (
            "Rescuers said that four men from beneath the ruins had been hit by shells.",
            "hit",
            [],
            ["four men"],
        ),
        # joined modifiers and what stands in brackets lie within a phrase
        (
            "Supporting and allied forces shelled armoured and rocket-equipped vehicles.",
            "shelled",
            ["Supporting and allied forces"],
            ["armoured and rocket-equipped vehicles"],
        ),
        (
            "Damaged and burning houses were shelled.",
            "shelled",
            [],
            ["Damaged and burning houses"],
        ),
        (
            "Rebels shelled a weapons and ammunition depot.",
            "shelled",
            ["Rebels"],
            ["weapons and ammunition depot"],
        ),
        (
            "Rebels shelled weapons and an ammunition depot.",
            "shelled",
            ["Rebels"],
            ["weapons", "ammunition depot"],
        ),
        (
            "The army shelled twenty Islamic State (ISIL or Daesh) operatives.",
            "shelled",
            ["army"],
            ["twenty Islamic State (ISIL or Daesh) operatives"],
        ),
        (
            "The army shelled the Islamic State [IS] group.",
            "shelled",
            ["army"],
            ["Islamic State [IS] group"],
        ),
        # what a vehicle carries is told with it
        (
            "Gunmen shelled a bus carrying pilgrims near Homs.",
            "shelled",
            ["Gunmen"],
            ["bus carrying pilgrims"],
        ),
        (
            "Gunmen shelled pickups equipped with machine guns in the hills.",
            "shelled",
            ["Gunmen"],
            ["pickups equipped with machine guns"],
        ),
        (
            "Gunmen shelled volunteers carrying water.",
            "shelled",
            ["Gunmen"],
            ["volunteers"],
        ),
        # what people ride in or carry is told with them, not by what they are hit
        (
            "Men in pickup trucks shelled the clinic.",
            "shelled",
            ["Men in pickup trucks"],
            ["clinic"],
        ),
        ("Gunmen on motorcycles shelled it.", "shelled", ["Gunmen on motorcycles"], []),
        (
            "Men with hunting rifles attacked the convoy.",
            "attacked",
            ["Men with hunting rifles"],
            ["convoy"],
        ),
        ("The army shelled civilians with mortars.", "shelled", ["army"], ["civilians"]),
        ("Half the population was shelled.", "shelled", [], ["Half the population"]),
        # a ship bears its rank; a general none
        (
            "The frigate Admiral Kornev shelled the clinic.",
            "shelled",
            ["Admiral Kornev"],
            ["clinic"],
        ),
        (
            "The frigates Admiral Kornev and Admiral Lind shelled the clinic.",
            "shelled",
            ["Admiral Kornev", "Admiral Lind"],
            ["clinic"],
        ),
        # of several states, by one noun; of two bodies there may be two
        (
            "The armies of Chad and Niger shelled the clinic.",
            "shelled",
            ["armies of Chad and Niger"],
            ["clinic"],
        ),
        (
            "Rebels shelled the embassies of Chad, Niger and Kenya.",
            "shelled",
            ["Rebels"],
            ["embassies of Chad, Niger and Kenya"],
        ),
        (
            "Fighters of the army and the militia shelled the clinic.",
            "shelled",
            ["Fighters of the army"],
            ["clinic"],
        ),
        # whose somebody is, and whence, belongs to them
        (
            "Fighters loyal to a former minister shelled soldiers from Sarmin.",
            "shelled",
            ["Fighters loyal to a former minister"],
            ["soldiers from Sarmin"],
        ),
    ],
)
def test_how_far_a_phrase_reaches(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(read(text).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)


def test_an_area_is_told_with_who_rules_it(whole: Reader) -> None:
    text = "Air strikes hit areas under rebel control in Aleppo province on Monday."
    found = at(whole.read(document(text)).claims, "control")
    assert texts(found.places) == ["areas under rebel control"]
