"""What was missed by little, never was, or ends on a day to come."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read, at


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The rebels came within a hair of taking Goma on Monday.", "taking"),
        ("The army was within an inch of losing Goma on Monday.", "losing"),
        ("The army missed its own target of retaking Goma on Monday.", "retaking"),
        ("The strike on Goma that never was: how a rumour spread.", "strike"),
        ("The massacre in Goma that never happened was in all papers.", "massacre"),
    ],
)
def test_what_was_missed_or_never_was_is_negative(read: Read, text: str, trigger: str) -> None:
    assert at(read(text).claims, trigger).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The strikes on Goma that never stopped killed ten people.", "strikes"),
        ("The strike on Goma that did not hit the port killed ten people.", "strike"),
        ("The army missed its target of 300 vehicles and shelled Goma.", "shelled"),
    ],
)
def test_what_only_missed_something_else_has_been(read: Read, text: str, trigger: str) -> None:
    assert at(read(text).claims, trigger).polarity == "positive"


@pytest.mark.parametrize(
    ("text", "status", "day"),
    [
        ("The truce expires at midnight on Friday unless it is renewed.", "forecast", "2024-03-08"),
        ("The ceasefire ends on Sunday.", "forecast", "2024-03-10"),
        ("The truce expired on Friday.", "occurred", "2024-03-01"),
    ],
)
def test_a_truce_that_expires_on_a_day_to_come_is_not_over(
    read: Read, text: str, status: str, day: str
) -> None:
    (claim,) = read(text).claims
    assert (claim.status, claim.polarity, claim.when.start) == (status, "negative", day)
