"""Whose an event is: one's own offensive that is halted, or that of another side."""

from __future__ import annotations

import re

import pytest

from tests.reading.sentences import One, Read, at, texts, told


@pytest.mark.parametrize(
    ("text", "defender", "attacker"),
    [
        ("Peruvian troops [stopped] a Chilean [attack].", "Peruvian troops", "Chilean"),
        ("Chilean troops [stopped] a Peruvian [attack].", "Chilean troops", "Peruvian"),
        ("The army [halted] the rebel [advance] on the port.", "army", "rebel"),
        ("The rebels [halted] the army's [advance] on the port.", "rebels", "army"),
        ("The army has [blocked] the [offensive] by the militia.", "army", "militia"),
        ("The army [stopped] the [advance] of the rebels.", "army", "rebels"),
    ],
)
def test_who_stops_anothers_attack_holds(
    read: Read, text: str, defender: str, attacker: str
) -> None:
    stopping, attack = re.findall(r"\[(\w+)\]", text)
    claims = read(re.sub(r"[\[\]]", "", text)).claims
    hold, made = at(claims, stopping), at(claims, attack)
    assert (hold.event, hold.mode) == ("CONTROL", "hold")
    assert (texts(hold.actors), texts(hold.recipients)) == ([defender], [attacker])
    assert (made.polarity, texts(made.actors)) == ("positive", [attacker])


def test_an_attack_that_another_halted_has_been(read: Read) -> None:
    claims = read("The rebel offensive was halted by the army.").claims
    assert at(claims, "halted").mode == "hold"
    assert at(claims, "offensive").polarity == "positive"


@pytest.mark.parametrize(
    "text",
    [
        "Peru halted its offensive.",
        "Peru halted the Peruvian offensive.",
        "The army halted the offensive.",
        "Peru suspended the March offensive.",
    ],
)
def test_who_halts_their_own_attack_observes_a_truce(read: Read, text: str) -> None:
    claims = read(text).claims
    found = [c for c in claims if c.event != "ASSAULT"]
    assert [(c.event, c.mode, c.polarity) for c in found] == [
        ("RETREAT", "ceasefire", "positive")
    ], told(claims)


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("The strikes had not stopped the rebels.", "strikes"),
        ("The shelling did not prevent the rebels from entering the port.", "shelling"),
        ("The siege has not stopped the rebels.", "siege"),
    ],
)
def test_what_stops_nobody_has_been(claim: One, text: str, means: str) -> None:
    assert claim(text, means).polarity == "positive"


def test_what_did_not_begin_has_not_been(claim: One) -> None:
    assert claim("The shelling of the port did not begin.", "shelling").polarity == "negative"
