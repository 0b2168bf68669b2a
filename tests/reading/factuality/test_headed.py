"""What a line says of the deed that it names, and accounts that are still to be confirmed."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("What will NOT happen: an assault on Bahir Dar this month.", "assault", "forecast"),
        ("What will not happen is an attack on Bara this month.", "attack", "forecast"),
        ("What won't happen: a withdrawal of the army from Goma.", "withdrawal", "forecast"),
        ("What did not happen: an attack on Homs.", "attack", "occurred"),
    ],
)
def test_what_a_line_says_does_not_come_is_negative(
    claim: One, text: str, trigger: str, status: str
) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity) == (status, "negative")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("What will happen: an assault on Bahir Dar this month.", "assault"),
        ("What will not happen is easy to say, but rebels attacked Goma.", "attacked"),
    ],
)
def test_a_line_that_does_not_say_so_denies_nothing(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("If confirmed, it would be the first time that rebels had seized a town.", "seized"),
        ("If verified, it would be the first time that Iran has struck Israel.", "struck"),
        ("The attack, if confirmed, would be the third on Homs.", "attack"),
        ("If true, that would be the deepest strike that Ukraine has carried out.", "strike"),
    ],
)
def test_an_account_still_to_be_confirmed_is_possible(read: Read, text: str, trigger: str) -> None:
    found = at(read(text).claims, trigger)
    assert (found.polarity, found.certainty) == ("positive", "possible")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It was the first time that rebels had seized a town.", "seized"),
        ("If confirmed by parliament, he would lead the army that attacked Homs.", "attacked"),
    ],
)
def test_other_first_times_and_confirmations_doubt_nothing(
    read: Read, text: str, trigger: str
) -> None:
    assert at(read(text).claims, trigger).certainty == "certain"


@pytest.mark.parametrize(
    "text",
    [
        "The minister stopped short of saying that Israel had bombed Damascus.",
        "The minister stopped short of saying that Israel carried out the strike on Damascus.",
        "The minister did not say that Israel carried out the strike on Damascus.",
    ],
)
def test_what_somebody_stops_short_of_saying_is_no_claim(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event == "ASSAULT"]


def test_what_somebody_stops_short_of_confirming_is_possible(claim: One) -> None:
    found = claim("Officials stopped short of confirming that Bakhmut had fallen.", "fallen")
    assert (found.polarity, found.certainty) == ("positive", "possible")
