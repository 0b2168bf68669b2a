"""Estimates that stand behind what they are of."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("We rate a rebel offensive on Goma in the coming weeks as improbable.", "offensive",
         "possible"),
        ("We judge a withdrawal from Kherson this month to be unlikely.", "withdrawal", "possible"),
        ("Analysts consider an attack on Goma this month likely.", "attack", "probable"),
        ("An advance on Goma is rated as unlikely.", "advance", "possible"),
    ],
)  # fmt: skip
def test_a_deed_whose_odds_are_estimated_is_ahead(
    read: Read, text: str, trigger: str, certainty: str
) -> None:
    """An offensive that was called improbable had taken place."""
    claim = at(read(text).claims, trigger)
    assert (claim.status, claim.polarity, claim.certainty) == ("forecast", "positive", certainty)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Analysts found the army's claim of 200 kills unconvincing.", "kills"),
        ("We consider the rebels' claim of a capture of Goma implausible.", "capture"),
        ("The army's figure of 120 killed rebels should be taken with a pinch of salt.", "killed"),
    ],
)
def test_an_account_that_is_found_wanting_is_only_possible(
    whole: Reader, text: str, trigger: str
) -> None:
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.polarity, claim.certainty) == ("positive", "possible")


def test_an_account_that_is_found_false_is_denied(read: Read) -> None:
    claim = at(read("We judge reports of an attack on Sake to be false.").claims, "attack")
    assert (claim.polarity, claim.certainty) == ("negative", "certain")


@pytest.mark.parametrize(
    "text",
    [
        "Analysts consider the attack on Goma a success.",
        "The report found that rebels made an attack on Goma.",
        "Analysts found the army's claim of an attack on Goma convincing.",
    ],
)
def test_what_is_only_judged_otherwise_has_been(read: Read, text: str) -> None:
    claim = at(read(text).claims, "attack")
    assert (claim.status, claim.polarity) == ("occurred", "positive")
