"""Counterfactuals: what did not come about, or would have, is hypothetical and negative."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Had the army closed the gate, the town would be in rebel hands.", ["closed", "hands"]),
        ("Had the rebels moved, the army would have left the town.", ["moved", "left"]),
        ("Had the army not shelled the gate, the rebels might have held the town.", ["shelled"]),
        ("Had the army not left last week, the rebels might have held the bridge.", ["held"]),
        ("Had the garrison left, the clinic would never have been shelled.", ["left", "shelled"]),
        ("If the rebels had not left, they would have been killed.", ["left", "killed"]),
        ("An hour later it would have been a massacre.", ["massacre"]),
        ("Without the jets the rebels would have taken the town.", ["taken"]),
        ("Otherwise the army would have shelled the camp, a nurse said.", ["shelled"]),
        ("The army would have attacked the town, but the weather turned.", ["attacked"]),
    ],
)
def test_what_would_have_been_is_hypothetical_and_negative(
    whole: Reader, text: str, triggers: list[str]
) -> None:
    claims = whole.read(document(text)).claims
    found = [(at(claims, t).status, at(claims, t).polarity) for t in triggers]
    assert found == [("hypothetical", "negative")] * len(triggers)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He said that the army would have left the town by Friday.", "left", "forecast"),
        ("If the rebels attack, the army will leave the town.", "leave", "hypothetical"),
        ("If the rebels attacked, the army would leave the town.", "leave", "hypothetical"),
        ("The rebels had left the town, and the army would enter it.", "left", "occurred"),
    ],
)
def test_what_is_to_come_or_was_is_positive(
    whole: Reader, text: str, trigger: str, status: str
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == (status, "positive")
