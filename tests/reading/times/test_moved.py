"""Days to which something was moved, on which it was once meant, or on which it will not be."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "status", "day"),
    [
        ("The talks in Doha have been put off until Friday.", "put", "forecast", "2024-03-08"),
        ("The ministry postponed the talks to 20 March.", "postponed", "forecast", "2024-03-20"),
        ("The talks were postponed until Thursday.", "talks", "forecast", "2024-03-07"),
        ("The talks in Doha were moved to Friday.", "moved", "forecast", "2024-03-08"),
        ("The negotiations have been moved to Sunday.", "moved", "forecast", "2024-03-10"),
        ("The peace talks were shifted to Tuesday.", "shifted", "forecast", "2024-03-12"),
        ("The withdrawal was postponed until Friday.", "withdrawal", "forecast", "2024-03-08"),
        ("The handover of Naqoura, due on 9 March, may slip to Friday.", "handover", "forecast",
         "2024-03-08"),
        ("The withdrawal from Goma has been pushed back to Friday.", "withdrawal", "forecast",
         "2024-03-08"),
        ("The army should have left Kutum on Tuesday.", "left", "hypothetical", "2024-03-05"),
        ("The army had planned to retake Kutum on Sunday.", "retake", "forecast", "2024-03-03"),
        ("The army is unlikely to attack Kutum on Sunday.", "attack", "forecast", "2024-03-10"),
        ("The army will attack, but not on Friday.", "attack", "forecast", None),
        ("The talks may resume, but probably not on 10 March.", "talks", "forecast", None),
        ("The army left Kutum on Monday, not on Sunday.", "left", "occurred", "2024-03-04"),
        ("The army did not leave Kutum on Monday.", "leave", "occurred", "2024-03-04"),
    ],
)  # fmt: skip
def test_days_moved_meant_and_ruled_out(
    whole: Reader, text: str, trigger: str, status: str, day: str | None
) -> None:
    """Talks "put off until Friday" had been held the Friday before."""
    claim = at(whole.read(document(text)).claims, trigger)
    assert (claim.status, claim.when.start, claim.when.end) == (status, day, day)


def test_a_verb_that_only_begins_its_subject_is_no_second_claim(whole: Reader) -> None:
    claims = whole.read(document("The talks are likely to resume on Friday.")).claims
    assert [c.trigger.text for c in claims] == ["talks"]


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("The army shelled Kutum in response to an attack by rebels on Sunday.", "shelled",
         "2024-03-06"),
        ("The army shelled Kutum in response to an attack by rebels on Sunday.", "attack",
         "2024-03-03"),
        ("Mirland struck Goma in revenge for Tuesday's raid.", "struck", "2024-03-06"),
        ("The army shelled Kutum on Sunday in response to an attack.", "shelled", "2024-03-03"),
        ("Rebels entered Kutum this Sunday, according to residents.", "entered", "2024-03-03"),
        ("The rebels will attack Kutum this Sunday.", "attack", "2024-03-10"),
        ("On the night of March 2, forces of the army conducted strikes near Goma.", "strikes",
         "2024-03-02"),
    ],
)  # fmt: skip
def test_days_of_deeds_answered_of_this_week_and_of_what_was_conducted(
    whole: Reader, text: str, trigger: str, day: str
) -> None:
    """A strike had the day of the raid that it answered."""
    assert at(whole.read(document(text)).claims, trigger).when.start == day


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Both sides held the talks postponed from Monday on Tuesday.", "talks", "2024-03-05"),
        ("The talks, rescheduled from Monday, began on Tuesday in Kutum.", "talks", "2024-03-05"),
        ("The army launched an offensive put off from last week on Monday.", "offensive",
         "2024-03-04"),
        ("The army launched an offensive on Monday.", "offensive", "2024-03-04"),
    ],
)  # fmt: skip
def test_the_day_from_which_it_was_put_off_is_not_its_day(
    read: Read, text: str, trigger: str, day: str
) -> None:
    """Talks that came a day late were borne out on the day for which they had been set."""
    when = at(read(text).claims, trigger).when
    assert (when.start, when.end) == (day, day)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("in the next 24 to 36 hours", "2024-03-08"),
        ("within 48-72 hours", "2024-03-09"),
        ("inside 72 hours", "2024-03-09"),
        ("in the coming two to three days", "2024-03-09"),
        ("in one to two weeks", "2024-03-20"),
    ],
)
def test_a_forecast_is_open_up_to_the_longer_of_two_spans(read: Read, words: str, end: str) -> None:
    when = at(read(f"The army will attack Kutum {words}.").claims, "attack").when
    assert (when.start, when.end) == ("2024-03-06", end)


@pytest.mark.parametrize("said", ["was put back to", "has been pushed back to", "slips into"])
def test_a_month_to_which_it_was_moved_lies_ahead(whole: Reader, said: str) -> None:
    claims = whole.read(document(f"The withdrawal from Naqoura {said} January.")).claims
    found = at(claims, "withdrawal")
    assert (found.status, found.when.start, found.when.end) == (
        "forecast", "2025-01-01", "2025-01-31",
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The attack on Kutum was pushed back to the river.",
        "The raid on Kutum shifted to the north in March.",
    ],
)
def test_what_is_moved_to_a_place_is_not_put_off(whole: Reader, text: str) -> None:
    assert {c.status for c in whole.read(document(text)).claims} == {"occurred"}
