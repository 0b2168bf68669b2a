"""The place before a report whose dash is lost neither acts nor tells whose the next word is."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("BEIRUT Air strikes killed 22 people in Idlib on Wednesday.", []),
        ("AMMAN Rebels attacked a village in Idlib on Wednesday.", ["Rebels"]),
        ("MOSCOW The army shelled Kharkiv on Monday.", ["army"]),
        ("BEIRUT (Wire) Clashes between rebels and the army killed nine in Idlib.",
         ["rebels", "army"]),
        # who acts is no place of filing
        ("DAESH fighters attacked a base in Iraq.", ["DAESH fighters"]),
        ("TEHRAN Attacks Base in Iraq", ["TEHRAN"]),
        ("KYIV Troops Enter Kursk", ["KYIV Troops"]),
        ("MOSCOW shelled Kharkiv on Monday.", ["MOSCOW"]),
        ("Ukraine troops entered Kursk on Monday.", ["Ukraine troops"]),
    ],
)  # fmt: skip
def test_where_a_report_was_filed_does_nothing(read: Read, text: str, actors: list[str]) -> None:
    claims = read(text).claims
    assert [a.text for c in claims for a in c.actors] == actors
    assert not {"BEIRUT", "AMMAN"} & {p.text for c in claims for p in c.places}
