"""What was to be done by a day and was not."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, document


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Israel was to leave Khiam by Tuesday; it is still there.", "leave"),
        ("The army should have left Bara on Tuesday but is still there.", "left"),
        ("The army was supposed to leave Bara on Tuesday. It has not.", "leave"),
        (
            "M23 was due to withdraw from Masisi on Monday, but its men are still in place.",
            "withdraw",
        ),
        ("Rebels were to free the prisoners on Sunday. They did not.", "free"),
        ("Israel missed the deadline for its withdrawal from Khiam.", "withdrawal"),
    ],
)
def test_what_was_due_and_did_not_come_has_not_been(read: Read, text: str, trigger: str) -> None:
    found = next(c for c in read(text).claims if trigger in c.trigger.text)
    assert (found.status, found.polarity) == ("occurred", "negative")
    assert found.when.end is None or found.when.end <= "2024-03-06"


@pytest.mark.parametrize(
    "text",
    [
        "The army was to leave Bara by Tuesday.",
        "The army was to leave Bara by Tuesday; the rebels are still there.",
        "The army was to leave Bara on Tuesday. It did not attack the town.",
    ],
)
def test_what_others_do_leaves_it_ahead(read: Read, text: str) -> None:
    found = next(c for c in read(text).claims if "leave" in c.trigger.text)
    assert (found.status, found.polarity) == ("forecast", "positive")


def test_who_misses_a_deadline_threatens_nobody(whole: Reader) -> None:
    text = "Israel missed the deadline to withdraw from Khiam."
    assert all(c.event != "THREATEN" for c in whole.read(document(text)).claims)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("They say the truce in Gaza is 90 percent done.", "truce", "forecast"),
        ("The envoy said the ceasefire agreement was almost complete.", "agreement", "forecast"),
        ("The truce in Gaza is holding, and 90 percent of the aid came.", "truce", "ongoing"),
        ("The withdrawal from Goma is 90 percent complete.", "withdrawal", "occurred"),
    ],
)
def test_a_deal_that_is_nearly_there_is_none_yet(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    found = next(c for c in whole.read(document(text)).claims if trigger in c.trigger.text)
    assert found.status == status


def test_who_gives_no_inch_keeps_no_arms(whole: Reader) -> None:
    text = "Cambodia will not give up so much as a millimetre."
    assert all(c.mode != "disarm" for c in whole.read(document(text)).claims)
    kept = whole.read(document("The rebels in Goma will not give up their weapons.")).claims
    assert [c.mode for c in kept] == ["disarm"]
