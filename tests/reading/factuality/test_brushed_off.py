"""Accounts that somebody will not hear of: what they tell is denied, on the word of who does."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, chain, document


@pytest.mark.parametrize(
    "words",
    [
        "brushed aside claims",
        "shrugged off reports",
        "laughed off claims",
        "waved away accusations",
        "waved away the accusation of the UN",
        "rejected the UN's accusation",
        "poured cold water on reports",
        "poured scorn on the rebels' claims",
        "scoffed at claims",
        "swept aside the report",
    ],
)
def test_who_brushes_an_account_off_denies_it(whole: Reader, words: str) -> None:
    """ "Israel brushed aside claims that it had shelled the post": shelled, on Israel's word."""
    text = f"The junta {words} that its jets had bombed the school."
    found = at(whole.read(document(text)).claims, "bombed")
    assert (found.polarity, found.certainty) == ("negative", "certain")
    assert chain(found)[0].casefold().endswith("junta")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The mayor did not brush aside claims that the army shelled the town.", "shelled"),
        ("Residents shrugged off the shelling of the town.", "shelling"),
        ("The army brushed aside the rebels and entered the town.", "entered"),
        ("Troops laughed when they heard reports that rebels had entered the town.", "entered"),
        ("He waved at reporters who said that the army had left the town.", "left"),
        ("The junta waved away the UN's accusation that its jets bombed a school.", "accusation"),
    ],
)
def test_what_else_is_brushed_off_has_been(whole: Reader, text: str, trigger: str) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == "positive"
