"""Whom "four of them", "both" and "the rest" mean."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Police arrested twelve men. Many of them were beaten.", "beaten", ["twelve men"]),
        (
            "Gunmen abducted 12 villagers, two of whom were killed on Monday.",
            "abducted",
            ["12 villagers"],
        ),
        (
            "Two fishermen were thrown into the sea. Both were captured by a destroyer.",
            "captured",
            ["Two fishermen"],
        ),
        # nothing tells of whom
        ("Most of them were beaten.", "beaten", []),
        ("Two attackers were shot and the rest were captured.", "captured", []),
        (
            "The final numbers regarding the victims of the attack are not known.",
            "attack",
            [],
        ),
        # a part that says of whom is told as it stands
        ("Half of the villagers were beaten.", "beaten", ["Half of the villagers"]),
        ("Dozens of soldiers were beaten.", "beaten", ["Dozens of soldiers"]),
        # a count of some who are known counts, and names them
        ("An unknown number of the attackers died.", "died", ["attackers"]),
        ("An unknown number of soldiers died.", "died", ["unknown number of soldiers"]),
    ],
)
def test_of_whom_a_part_is(read: Read, text: str, trigger: str, recipients: list[str]) -> None:
    assert texts(at(read(text).claims, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "counted", "name"),
    [
        ("Police arrested twelve men. Four of them were beaten.", "beaten", "Four of them",
         "four of twelve men"),
        ("Guards beat 14 miners. At least three of them have died.", "died",
         "three of them", "three of 14 miners"),
        ("The army clashed with the rebels in the hills, killing 16 of them.", "clashed",
         "16 of them", "16 of rebels"),
        ("Hezbollah fighters crossed the border. Nine of them were captured.", "captured",
         "Nine of them", "Hezbollah"),
    ],
)  # fmt: skip
def test_a_count_of_them_stands_and_is_named_by_whom_it_counts(
    read: Read, text: str, trigger: str, counted: str, name: str
) -> None:
    (found,) = at(read(text).claims, trigger).recipients
    assert (found.text, found.name) == (counted, name)


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        # what burns, sinks or is wrecked is rather a thing than who was named last
        ("Two clerks fled. The fifteen trucks had stopped. Several of them burned.", "burned",
         ["fifteen trucks"]),
        ("The MiG-29s killed 30 gunmen. Many of them were destroyed.", "destroyed", ["MiG-29s"]),
        ("Nine tanks carried 40 miners. Many of them were beaten.", "beaten", ["40 miners"]),
        ("Two nurses were beaten. Several of them burned.", "burned", []),
        ("The trucks travelled 80 kilometres. Several of them burned.", "burned", ["trucks"]),
    ],
)  # fmt: skip
def test_what_befalls_a_part_tells_of_what_it_is(
    read: Read, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(at(read(text).claims, trigger).recipients) == recipients


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The army lost 12 tanks near Goma. Some were destroyed by mines.", "destroyed",
         ["12 tanks"]),
        ("Gunmen took 30 villagers in Goma. Some were freed on Monday.", "freed",
         ["30 villagers"]),
        ("Residents fled Goma. Many were killed on the road.", "killed", ["Residents"]),
        ("Protesters marched in Goma. Some were arrested by police.", "arrested", ["Protesters"]),
        ("The army shelled 12 houses in Goma. Some were killed.", "killed", []),
        ("The council met in Goma. Some were arrested.", "arrested", []),
        ("Some were killed in Goma.", "killed", []),
        # of attackers and attacked the attacked, where either may be meant nobody
        ("Settlers beat up and shot villagers. Some were wounded.", "wounded", ["villagers"]),
        ("Police fired at strikers in Goma. Many were killed.", "killed", ["strikers"]),
        ("Rebels attacked the pilgrims. Many fled to Bunia.", "fled", ["pilgrims"]),
        ("Pilgrims were attacked by rebels. Some were killed.", "killed", ["Pilgrims"]),
        ("Police arrested strikers in Goma. Some were freed.", "freed", ["strikers"]),
        ("Rebels attacked the soldiers. Some were captured.", "captured", []),
        ("Rebels met the elders. Some were arrested.", "arrested", []),
        ("The soldiers searched houses in Goma. Some were burned.", "burned", ["houses"]),
        ("Gunmen stopped carts near Goma. Some were torched.", "torched", []),
    ],
)  # fmt: skip
def test_some_are_of_those_counted_before(
    whole: Reader, text: str, trigger: str, recipients: list[str]
) -> None:
    """They were nobody, or "Some"."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert texts(claim.recipients) == recipients


def test_others_are_of_them_too(whole: Reader) -> None:
    text = "Nine of the 14 wells in Goma are out of use. Others have run out of diesel."
    assert texts(at(whole.read(document(text)).claims, "run out").actors) == ["14 wells"]
