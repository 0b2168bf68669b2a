"""Whom "four of them", "both" and "the rest" mean."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("Police arrested twelve men. Four of them were beaten.", "beaten", ["twelve men"]),
        (
            "The army clashed with the rebels in the hills, killing 16 of them.",
            "clashed",
            ["rebels"],
        ),
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
