"""What lasted is none any more once it is over; a deed that is over has been done."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The siege of the fort is about to be broken.", "siege", "negative"),
        ("The siege of the fort is expected to be lifted on Friday.", "siege", "negative"),
        ("The militia will lift the siege of the fort on Friday.", "siege", "negative"),
        ("The militia agreed to lift the siege of the fort.", "siege", "negative"),
        ("The truce in the valley has come to an end.", "truce", "negative"),
        ("Rebel control of the valley ended on Monday.", "control", "negative"),
        ("The brigade entered the fort, ending a siege of two years.", "siege", "negative"),
        ("The brigade and the militia put an end to the siege of the fort.", "siege", "negative"),
        ("The offensive in the valley will be over by Friday.", "offensive", "negative"),
        ("The siege of the fort has raised fears of hunger.", "siege", "positive"),
        ("The siege of the fort has not ended.", "siege", "positive"),
        ("The militia did not lift the siege of the fort.", "siege", "positive"),
        ("The militia refused to lift the siege of the fort.", "siege", "positive"),
        ("The brigade has yet to break the siege of the fort.", "siege", "positive"),
        ("The brigade is trying to break the siege of the fort.", "siege", "positive"),
        ("The mayor said that the siege of the fort must be lifted.", "siege", "positive"),
        ("The siege of the fort cannot be broken.", "siege", "positive"),
        ("The truce between the army and the rebels did not collapse.", "truce", "positive"),
    ],
)
def test_what_lasts_is_negative_where_it_ends(
    claim: One, text: str, trigger: str, polarity: str
) -> None:
    assert claim(text, trigger).polarity == polarity


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Peru declared that its withdrawal from the valley was over.", "withdrawal", "occurred"),
        ("The battle for the fort is over.", "battle", "occurred"),
        ("The battle for the fort came to an end on Monday.", "battle", "occurred"),
        ("The army denied that the battle for the fort was over.", "battle", "ongoing"),
        ("The withdrawal from the valley is not over.", "withdrawal", "ongoing"),
    ],
)
def test_a_deed_that_is_over_has_been(whole: Reader, text: str, trigger: str, status: str) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.status, found.polarity) == (status, "positive")


def test_an_attempt_to_end_a_siege_leaves_it_where_it_is(claim: One) -> None:
    text = "The defeat would end the attempt by the militia to break the siege of the fort."
    assert (found := claim(text, "siege")).status == "ongoing"
    assert found.polarity == "positive"


@pytest.mark.parametrize("text", ["Army lifts siege of Homs", "Siege of Homs ends"])
def test_the_heads_leave_what_is_over(whole: Reader, text: str) -> None:
    claims = whole.read(document(text, role="headline")).claims
    assert [c.polarity for c in claims] == ["negative"]
