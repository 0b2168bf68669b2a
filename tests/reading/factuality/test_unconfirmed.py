"""What nobody has confirmed is left open; "no confirmation that" was read as a denial."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The envoy said it had no independent confirmation that rebels shelled Goma.", "shelled"),
        ("There was no confirmation that the army had entered the town.", "entered"),
        ("There was no independent confirmation of the strike on Goma.", "strike"),
    ],
)
def test_what_nobody_confirms_is_possible(claim: One, text: str, trigger: str) -> None:
    found = claim(text, trigger)
    assert (found.polarity, found.certainty) == ("positive", "possible")


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("There is no evidence that the army shelled the town.", "shelled", "negative"),
        ("The mission received confirmation that the army entered the town.", "entered",
         "positive"),
        ("There was confirmation that the army did not enter the town.", "enter", "negative"),
    ],
)  # fmt: skip
def test_what_is_confirmed_or_unproven_is_not_left_open(
    claim: One, text: str, trigger: str, polarity: str
) -> None:
    found = claim(text, trigger)
    assert (found.polarity, found.certainty) == (polarity, "certain")
