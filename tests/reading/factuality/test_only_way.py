"""What alone is left to do is not denied, and who will do it where not heeded threatens it."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity", "status"),
    [
        ("The army had no choice but to leave Goma.", "leave", "positive", "occurred"),
        ("The army had no other way than to leave Goma.", "leave", "positive", "occurred"),
        ("The army will have no choice but to leave Goma.", "leave", "positive", "forecast"),
        ("The army had no reason to shell Goma.", "shell", "negative", "hypothetical"),
        ("No army but the rebels' shelled Goma.", "shelled", "positive", "occurred"),
    ],
)
def test_no_choice_but_to_is_no_negation(
    whole: Reader, text: str, trigger: str, polarity: str, status: str
) -> None:
    """A threat in these words was a promise not to do it."""
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.polarity, found.status) == (polarity, status)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("If the army does not leave, we will shell Goma, they said.", "shell", "threatened"),
        ("Unless the army leaves, we will shell Goma, they said.", "shell", "threatened"),
        (
            "If the army does not leave, we will have no choice but to shell Goma, they said.",
            "shell",
            "threatened",
        ),
        ("If the fog does lift, we will shell Goma, they said.", "shell", "hypothetical"),
        ("If rain does not come, the army will shell Goma.", "shell", "hypothetical"),
    ],
)
def test_what_we_will_do_where_not_heeded_is_threatened(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == (status, "positive")
