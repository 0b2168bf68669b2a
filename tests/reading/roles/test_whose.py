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


@pytest.mark.parametrize(
    ("text", "polarity", "actors"),
    [
        ("The army broke the truce on Monday.", "negative", ["army"]),
        ("The militia violated the ceasefire by firing rockets.", "negative", ["militia"]),
        ("The rebels breached the ceasefire agreement.", "negative", ["rebels"]),
        ("The ceasefire was violated by the rebels.", "negative", ["rebels"]),
        ("The ceasefire was violated 12 times.", "negative", []),
        ("The rebels ended their ceasefire.", "negative", ["rebels"]),
        ("The mayor accused the army of breaching the truce.", "negative", ["army"]),
        ("The army has not violated the truce.", "positive", ["army"]),
        ("The army observed the truce.", "positive", ["army"]),
    ],
)
def test_a_truce_that_is_broken_is_not_observed(
    read: Read, text: str, polarity: str, actors: list[str]
) -> None:
    claims = [c for c in read(text).claims if c.event == "RETREAT"]
    assert [(c.mode, c.polarity) for c in claims] == [("ceasefire", polarity)], told(claims)
    assert texts(claims[0].actors) == actors


def test_a_broken_ban_is_no_broken_truce(read: Read) -> None:
    found = at(read("The group violated the ban on drones.").claims, "violated")
    assert (found.event, found.polarity) == ("REJECT", "positive")
