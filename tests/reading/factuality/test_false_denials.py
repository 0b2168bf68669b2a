"""What is called untrue and tells itself that something did not happen: it did."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The claim that rebels released no prisoners is false.", "released", "positive"),
        ("The claim that rebels released prisoners is false.", "released", "negative"),
        ("The claim that no soldiers entered the port is false.", "entered", "positive"),
        ("The claim that Chad had no hand in the raid on Bor is false.", "raid", "positive"),
        ("The claim that Chad had a hand in the raid on Bor is false.", "raid", "negative"),
        ("The claim that Chad took no part in the raid on Bor is a lie.", "raid", "positive"),
        ("Spare me the talk that Chad had no hand in the raid on Bor.", "raid", "positive"),
        ("Spare us the claim that the army did not shell the port.", "shell", "positive"),
        ("Spare us the claim that the army shelled the port.", "shelled", "negative"),
        ("The militia spared the mayor who says that it shelled the port.", "shelled", "positive"),
    ],
)
def test_two_denials_cancel_within_an_account(
    whole: Reader, text: str, trigger: str, polarity: str
) -> None:
    """ "The claim that it had no hand in the raid is false" denied the raid."""
    assert at(whole.read(document(text)).claims, trigger).polarity == polarity
