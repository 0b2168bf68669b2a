"""Deaths by other causes than attacks: whose need they tell of, and what is no claim at all."""

from __future__ import annotations

import pytest

from fogline.model import Range
from fogline.reading.reader import Reader
from tests.reading.sentences import One, Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "killed"),
    [
        ("Twelve people died of cholera in the camp.", "died", 12),
        ("More than 60 patients died for lack of medicine in the camp.", "died", None),
        ("Some 140 villagers died because of food shortages at the camp.", "died", None),
        ("63 deaths from measles were recorded in the camp.", "deaths", 63),
        ("Cholera: 340 cases and 12 deaths recorded in the camp.", "deaths", 12),
        ("Seven infants froze to death in the tents.", "froze", 7),
        ("Malnutrition killed 18 infants in the camp.", "killed", 18),
    ],
)
def test_deaths_by_disease_hunger_and_cold_are_a_populations_need(
    claim: One, text: str, trigger: str, killed: int | None
) -> None:
    found = claim(text, trigger)
    assert (found.event, found.mode) == ("CONDITION", "humanitarian")
    assert found.casualties.killed is not None
    assert killed is None or found.casualties.killed == Range(killed, killed)


def test_a_death_and_its_cause_are_one_claim(read: Read) -> None:
    (found,) = read("Twelve people died of cholera in the camp.").claims
    assert texts(found.actors) == ["Twelve people"]
    assert not found.recipients


@pytest.mark.parametrize(
    "text",
    ["Four soldiers died in a road accident near the base.", "A car crash killed three people."],
)
def test_accidents_are_no_attacks(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event == "ASSAULT"]


def test_an_attack_keeps_its_dead_beside_those_of_hunger(whole: Reader) -> None:
    text = "Five people were killed in air strikes and three died of starvation in the town."
    claims = whole.read(document(text)).claims
    assert at(claims, "strikes").casualties.killed == Range(5, 5)
    assert at(claims, "died").casualties.killed == Range(3, 3)


@pytest.mark.parametrize(
    "text",
    [
        "Ten people died in the shelling amid a cholera outbreak.",
        "Ten people died of their wounds after the shelling.",
        "Ten people died of exposure to nerve gas in the shelling.",
    ],
)
def test_what_stands_beside_an_attack_is_not_its_cause(claim: One, text: str) -> None:
    assert claim(text, "shelling").casualties.killed == Range(10, 10)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("90 cases of cholera and 12 deaths were recorded in Renk.", "CONDITION"),
        ("Health workers registered 340 cholera cases and 12 deaths in Renk.", "CONDITION"),
        ("12 deaths and 90 cases of measles were recorded in Renk.", "CONDITION"),
        ("Cases of looting and 12 deaths were recorded in Renk.", "ASSAULT"),
        ("12 deaths and 40 injuries were recorded in Renk.", "ASSAULT"),
    ],
)
def test_deaths_beside_cases_of_a_disease_are_its(whole: Reader, text: str, event: str) -> None:
    found = at(whole.read(document(text)).claims, "deaths")
    assert (found.event, found.casualties.killed) == (event, Range(12, 12))
