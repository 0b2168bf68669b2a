"""Days to which something was moved, on which it was once meant, or on which it will not be."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "status", "day"),
    [
        ("The talks in Doha have been put off until Friday.", "put", "forecast", "2024-03-08"),
        ("The ministry postponed the talks to 20 March.", "postponed", "forecast", "2024-03-20"),
        ("The withdrawal was postponed until Friday.", "withdrawal", "forecast", "2024-03-08"),
        ("The army had planned to retake Kutum on Sunday.", "retake", "forecast", "2024-03-03"),
        ("The army is unlikely to attack Kutum on Sunday.", "attack", "forecast", "2024-03-10"),
        ("The army will attack, but not on Friday.", "attack", "forecast", None),
        ("The talks may resume, but probably not on 10 March.", "talks", "forecast", None),
        ("The army left Kutum on Monday, not on Sunday.", "left", "occurred", "2024-03-04"),
        ("The army did not leave Kutum on Monday.", "leave", "occurred", "2024-03-04"),
    ],
)
def test_days_moved_meant_and_ruled_out(
    whole: Reader, text: str, trigger: str, status: str, day: str | None
) -> None:
    """Talks "put off until Friday" had been held the Friday before."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.status, claim.when.start, claim.when.end) == (status, day, day)


def test_a_verb_that_only_begins_its_subject_is_no_second_claim(whole: Reader) -> None:
    claims = whole.read(document("The talks are likely to resume on Friday.")).claims
    assert [c.trigger.text for c in claims] == ["talks"]
