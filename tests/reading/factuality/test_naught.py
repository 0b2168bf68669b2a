"""What is told as wanting, as only asked, or as what comes when a term runs out."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The capital fell without so much as a street battle.", "battle"),
        ("The town fell without so much as a shot being fired.", "fired"),
        ("The rebels took Homs with hardly a shot fired.", "fired"),
        ("Nothing came of the army's counter-offensive on Aleppo.", "counter-offensive"),
        ("Nothing has come of the promised ceasefire in Gaza.", "ceasefire"),
        ("So much for the ceasefire in Homs.", "ceasefire"),
        ("Some ceasefire: four people were shot dead in Homs on Tuesday.", "ceasefire"),
    ],
)
def test_what_is_told_as_wanting_has_not_been(whole: Reader, text: str, trigger: str) -> None:
    claims = whole.read(document(text)).claims
    (found,) = (c for c in claims if trigger in c.trigger.text)
    assert (found.status, found.polarity) == ("occurred", "negative")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army left with hardly a word after bombing Homs.", "bombing"),
        ("So much for the army's attack on Homs, which killed 12.", "attack"),
        ("The army shot at the crowd with some hesitation.", "shot"),
        ("Some shells hit Homs: four people were killed.", "hit"),
    ],
)
def test_what_is_told_beside_it_has_been(whole: Reader, text: str, trigger: str) -> None:
    claims = whole.read(document(text)).claims
    (found,) = (c for c in claims if trigger in c.trigger.text)
    assert (found.status, found.polarity) == ("occurred", "positive")


@pytest.mark.parametrize(
    "text",
    [
        "How far will the rebels go?",
        "Thailand-Cambodia: how far will it go?",
        "Rwanda-Congo: where will it end?",
        '"We will not go back to where we were," the minister of defence of Israel said.',
    ],
)
def test_what_is_only_asked_or_how_it_was_is_no_event(whole: Reader, text: str) -> None:
    assert not [c for c in whole.read(document(text)).claims if c.event in _MOVES]


_MOVES = {"CONTROL", "RETREAT", "ASSAULT", "MOBILIZE"}


def test_who_goes_on_or_back_to_a_place_does(whole: Reader) -> None:
    for text in ("The rebels will go as far as Homs.", "The army will not go back to Homs."):
        assert [c.event for c in whole.read(document(text)).claims if c.event in _MOVES]


def test_what_is_left_of_a_verb_is_no_event_of_its_own(whole: Reader) -> None:
    text = "The mission said its positions have not been shelled and will not be."
    assert [c.trigger.text for c in whole.read(document(text)).claims] == ["shelled"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels gave them until Saturday to surrender or be attacked.", "attacked",
         "threatened"),
        ("The rebels gave the garrison 48 hours to leave, or they would storm Homs.", "storm",
         "threatened"),
        ("The army gave the rebels two days to leave Bara or face an assault.", "assault",
         "threatened"),
        ("The mayor said that they had a week to leave or stay, and the army shelled Bara.",
         "shelled", "occurred"),
    ],
)  # fmt: skip
def test_what_comes_when_a_term_runs_out_is_threatened(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    claims = whole.read(document(text)).claims
    assert [c.status for c in claims if trigger in c.trigger.text] == [status]


def test_who_has_himself_to_blame_accuses_nobody(read: Read) -> None:
    text = '"Whoever stays in Homs has only himself to blame," the commander said.'
    assert all(c.event != "ACCUSE" for c in read(text).claims)
