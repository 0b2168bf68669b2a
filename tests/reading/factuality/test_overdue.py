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
