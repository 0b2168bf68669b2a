"""How far a phrase reaches: what says where somebody lies is no part of the name."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, texts


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
        # whose somebody is, and whence, belongs to them
        (
            "Fighters loyal to a former minister shelled soldiers from Sarmin.",
            "shelled",
            ["Fighters loyal to a former minister"],
            ["soldiers"],
        ),
    ],
)
def test_how_far_a_phrase_reaches(
    read: Read, text: str, trigger: str, actors: list[str], recipients: list[str]
) -> None:
    found = at(read(text).claims, trigger)
    assert (texts(found.actors), texts(found.recipients)) == (actors, recipients)
