"""Merging: several words for one event are one claim; two events are two."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, document, texts, told


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("An air strike on the market killed nine people.", "air strike", 9),
        ("Nine people were killed in an air strike on the market.", "air strike", 9),
        ("A car bomb exploded near the market, killing nine people.", "exploded", 9),
        ("Shelling killed nine people in the suburb.", "Shelling", 9),
        ("Nine people died in a drone strike on the camp.", "drone strike", 9),
    ],
)
def test_deaths_of_a_named_attack_are_its_casualties(
    read: Read, text: str, trigger: str, killed: int
) -> None:
    claims = read(text).claims
    assert [c.trigger.text for c in claims] == [trigger], told(claims)
    assert claims[0].casualties.killed is not None
    assert claims[0].casualties.killed.min == killed


def test_deaths_with_no_named_attack_are_a_claim(read: Read) -> None:
    (found,) = read("Nine people were killed near the market.").claims
    assert (found.trigger.text, found.event, found.mode) == ("killed", "ASSAULT", None)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # the dead were those of a gain of ground, and "kills" was no claim
        ("Army Advances in Latakia Kills 16 Rebels", {"Advances": None, "Kills": 16}),
        ("The army advanced in Idlib and killed 16 rebels.", {"advanced": None, "killed": 16}),
        ("The army stormed Idlib and killed 16 rebels.", {"stormed": 16}),
    ],
)
def test_deaths_told_beside_an_advance_are_their_own(
    whole: Reader, text: str, killed: dict[str, int | None]
) -> None:
    claims = whole.read(document(text)).claims
    counts = {c.trigger.text: c.casualties.killed and c.casualties.killed.min for c in claims}
    assert counts == killed


def test_what_an_attack_answers_is_another(whole: Reader) -> None:
    text = "Rebels fired rockets at the port in response to an air strike that killed a commander."
    fired, strike = whole.read(document(text)).claims
    assert (fired.trigger.text, strike.trigger.text) == ("fired", "air strike")
    assert fired.casualties.killed is None
    assert strike.casualties.killed is not None


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army launched an offensive.", "offensive"),
        ("Rebels carried out an attack on the convoy.", "attack"),
        ("An air strike hit the market.", "air strike"),
        ("Rebels mounted an assault on the base.", "assault"),
    ],
)
def test_light_words_give_way_to_the_event(read: Read, text: str, trigger: str) -> None:
    claims = read(text).claims
    assert [c.trigger.text for c in claims] == [trigger], told(claims)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels attacked the base with two car bombs.", "attacked"),
        ("The helicopters had dropped barrel bombs on the suburb.", "dropped"),
        ("Shells fired by the army landed in the square.", "fired"),
        ("Four people were wounded by shells fired by the army on the square.", "fired"),
        ("A mortar shell fired by rebels fell on a house, injuring two women.", "fired"),
        ("Six people were killed ten others injured in rebel attacks in the suburb.", "attacks"),
    ],
)
def test_what_an_attack_is_made_with_is_no_claim_of_its_own(
    read: Read, text: str, trigger: str
) -> None:
    claims = read(text).claims
    assert [c.trigger.text for c in claims] == [trigger], told(claims)


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Rebels shelled the clinic, and the army bombed the depot.", ["shelled", "bombed"]),
        ("Gunmen attacked a convoy before warplanes bombed the depot.", ["attacked", "bombed"]),
        ("The army shelled the clinic and captured the bridge.", ["shelled", "captured"]),
        ("Nine people were killed in a raid. A blast killed two others.", ["raid", "blast"]),
        ("The air strikes came after rebels attacked a base near Homs.",
         ["air strikes", "attacked"]),
        ("Rebels attacked a base in Hama as warplanes bombed the town.", ["attacked", "bombed"]),
        ("Rebels battled the army in Homs as jets struck the hill.", ["battled", "struck"]),
        ("The raid came a day after the army shelled Latakia.", ["raid", "shelled"]),
        ("They bomb schools, we strike barracks.", ["bomb", "strike"]),
        ("We shell bunkers, they hit markets.", ["shell", "hit"]),
    ],
)  # fmt: skip
def test_different_events_stay_apart(read: Read, text: str, triggers: list[str]) -> None:
    claims = read(text).claims
    assert [c.trigger.text for c in claims] == triggers, told(claims)


def test_each_event_keeps_its_own_dead(read: Read) -> None:
    claims = read("A raid on the camp killed nine people. A blast killed two others.").claims
    killed = {c.trigger.text: c.casualties.killed for c in claims}
    assert {word: k.min for word, k in killed.items() if k} == {"raid": 9, "blast": 2}


def test_a_repelled_attack_is_the_attack_and_the_holding(read: Read) -> None:
    claims = read("The garrison repelled an attack by the rebels.").claims
    found = {c.trigger.text: (c.event, c.mode) for c in claims}
    assert found["repelled"] == ("CONTROL", "hold")
    assert found["attack"][0] == "ASSAULT"


def test_the_fight_for_a_place_and_its_capture_are_two(read: Read) -> None:
    claims = read("Soldiers are fighting militants near Homs and have captured a village.").claims
    assert [(c.event, c.status) for c in claims] == [
        ("ASSAULT", "ongoing"),
        ("CONTROL", "occurred"),
    ]


def test_the_absorbed_words_bring_their_recipients(read: Read) -> None:
    (found,) = read("An air strike on a school killed two nurses.").claims
    assert texts(found.recipients) == ["school", "two nurses"]


@pytest.mark.parametrize(
    ("text", "killers"),
    [
        ("The army repelled an attack on its posts, killing more than 30 rebels.", ["army"]),
        ("Rebels beat back an assault on the airport and killed 12 attackers.", ["Rebels"]),
        ("Rebels launched an attack on the airport, killing 12 soldiers.", None),
        ("The attack was repelled, with 30 rebels killed.", None),
    ],
)
def test_who_repels_an_attack_does_the_harm_told_with_it(
    read: Read, text: str, killers: list[str] | None
) -> None:
    found = {c.trigger.text: c for c in read(text).claims}
    harm = found.pop("killing", None) or found.pop("killed", None)
    assert texts(harm.actors if harm else ()) == (killers or [])
    attack = next(c for c in found.values() if c.event == "ASSAULT")
    assert (attack.casualties.killed is None) is bool(killers)
