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


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("Army bloggers said that troops took Bara, but we found no confirmation of this.",
         "took", "possible"),
        ("Rebels took Bara. There is no confirmation of this.", "took", "possible"),
        ("Users said that jets bombed Loikaw, but the UN could not confirm this.",
         "bombed", "possible"),
        # who is named stands by the words, whatever others could confirm
        ("The ministry said that jets bombed Loikaw, but the UN could not confirm this.",
         "bombed", "certain"),
    ],
)  # fmt: skip
def test_what_unnamed_posts_say_is_no_surer_than_its_confirmation(
    claim: One, text: str, trigger: str, certainty: str
) -> None:
    assert claim(text, trigger).certainty == certainty
