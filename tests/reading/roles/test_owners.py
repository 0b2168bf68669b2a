"""Whose deed or offer it is that is spoken of."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, texts


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("The president condemned the raid that the army carried out on the camp.", "condemned",
         ["army"]),
        ("The minister rejected the demands that the rebels made.", "rejected", ["rebels"]),
        ("The council rejected the offer that Qatar made.", "rejected", ["Qatar"]),
        ("The council rejected the offer of Qatar.", "rejected", ["Qatar"]),
        ("The league condemned the report that the army said was false.", "condemned", []),
        ("The league condemned the raid that killed nine farmers.", "condemned", []),
    ],
)  # fmt: skip
def test_who_did_what_is_spoken_of_is_spoken_to(
    claim: One, text: str, trigger: str, recipients: list[str]
) -> None:
    assert texts(claim(text, trigger).recipients) == recipients
