"""Flags over a town: who raises them may hold it, and some only show them."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The flag of the rebels was raised over Rutshuru on Friday.", "raised"),
        ("Soldiers raised the Ukrainian flag over Kherson.", "raised"),
        ("Wagner fighters planted a flag in Bakhmut.", "planted"),
        ("The Taliban banner was hoisted over Kunduz.", "hoisted"),
        ("Rebels raised their flag on the roof of the embassy in Juba.", "raised"),
    ],
)
def test_a_flag_over_a_town_is_at_most_a_probable_gain(claim: One, text: str, trigger: str) -> None:
    found = claim(text, trigger)
    assert (found.event, found.mode, found.certainty) == ("CONTROL", "gain", "probable")


@pytest.mark.parametrize(
    "text",
    [
        "Fans raised the flag of Palestine at the stadium in Glasgow.",
        "Protesters raised the Syrian revolution flag in Idlib.",
        "The embassy in Damascus raised its flag again on Friday.",
        "The flag of Qatar was raised over its embassy in Damascus.",
        "Supporters waved flags in Goma.",
        "Officials raised a red flag about the elections in Goma.",
    ],
)
def test_a_flag_that_is_only_shown_takes_nothing(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event == "CONTROL"]


@pytest.mark.parametrize(
    "text",
    [
        "The Russian flag was lowered at Kherson.",
        "Rebels lowered the flag at Homs.",
        "The army hauled down the flag of the militia in Goma.",
        "The regime's flag is down at Homs.",
        "Flags were lowered to half-mast in Moscow on Friday.",
    ],
)
def test_a_flag_that_comes_down_is_no_gain_nor_seizure(read: Read, text: str) -> None:
    assert not read(text).claims


def test_a_place_taken_beside_a_flag_is_taken(claim: One) -> None:
    found = claim("The army captured Kherson and lowered the flag.", "captured")
    assert (found.event, found.certainty) == ("CONTROL", "certain")
