"""What would surprise, or would be bet on."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("I'd be surprised if Goma isn't in army hands within a week.", "hands", "probable"),
        ("We would be surprised if the army did not attack Goma.", "attack", "probable"),
        ("It would be astonishing if the rebels did not retake Sake.", "retake", "probable"),
        ("I would be surprised if the rebels attacked Goma this month.", "attacked", "possible"),
        ("It would be a surprise if the army retakes Goma in June.", "retakes", "possible"),
        ("I wouldn't be surprised if the army attacks Goma this week.", "attacks", "possible"),
        ("I would not bet on the army retaking Goma this month.", "retaking", "possible"),
        ("I would bet on the rebels retaking Goma this month.", "retaking", "probable"),
        ("We would not bet on the truce surviving the week.", "truce", "possible"),
        ("I'd wager the truce lasts.", "truce", "probable"),
        ("I'd bet that the army retakes Goma.", "retakes", "probable"),
    ],
)
def test_what_would_surprise_is_a_forecast(
    read: Read, text: str, trigger: str, certainty: str
) -> None:
    """A town that should surprise by not being the army's had been held by the army."""
    claim = at(read(text).claims, trigger)
    assert (claim.status, claim.polarity) == ("forecast", "positive")
    assert claim.certainty == certainty


def test_what_may_have_been_is_no_forecast(read: Read) -> None:
    claim = at(read("I'd be shocked if the army hasn't already left Goma.").claims, "left")
    assert (claim.status, claim.polarity, claim.certainty) == ("occurred", "positive", "probable")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was surprised that the rebels attacked Goma.",
        "Residents were surprised when the rebels attacked Goma.",
    ],
)
def test_what_did_surprise_has_been(read: Read, text: str) -> None:
    claim = at(read(text).claims, "attacked")
    assert (claim.status, claim.polarity, claim.certainty) == ("occurred", "positive", "certain")


def test_a_true_condition_stays_one(read: Read) -> None:
    claim = at(read("If the rebels attacked Goma, the army would retreat.").claims, "attacked")
    assert claim.status == "hypothetical"
