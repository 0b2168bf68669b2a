"""Days that are counted from another event's, and what lasted so long up to a day."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "first", "last"),
    [
        # The day of the other event was taken for this one's, or this one had publication's.
        ("The raids came a day after rebels took the port on Sunday.", "raids", 13, 13),
        ("Rebels took the port two days before the vote on 12 May.", "took", 10, 10),
        ("The strike came two days after a bombing killed ten on Friday.", "strike", 12, 12),
        ("The army retook the town a week after losing it on 5 May.", "retook", 12, 12),
        ("The town fell hours after the army left on Monday.", "fell", 13, 14),
        ("Ten were killed in the three days after the truce ended on 4 May.", "killed", 4, 7),
        # an event with a day of its own, one beside a clause without any, and the other event
        ("A day after rebels left on 2 May, troops shelled the town on 6 May.", "shelled", 6, 6),
        ("The town fell a day after the army left.", "fell", 15, 15),
        ("The raids came a day after rebels took the port on Sunday.", "took", 12, 12),
        # what lasted so long up to a day told beside it, else up to now
        ("Rebels took the town on 9 May after three days of shelling.", "shelling", 6, 9),
        ("After three days of fighting, rebels took the town on Sunday.", "fighting", 9, 12),
        ("Two days of heavy shelling have killed 38 people.", "shelling", 13, 15),
        ("Three days of talks ended without a deal.", "talks", 15, 15),
    ],
)
def test_days_of_may(whole: Reader, text: str, trigger: str, first: int, last: int) -> None:
    when = at(whole.read(document(text, published="2024-05-15")).claims, trigger).when
    assert (when.start, when.end) == (f"2024-05-{first:02}", f"2024-05-{last:02}")


@pytest.mark.parametrize(
    ("text", "trigger", "first"),
    [
        ("The centre recorded 604 raids since the truce took effect on 5 May.", "raids", 5),
        ("The army killed 40 rebels since it entered the town on 5 May.", "killed", 5),
        # "since" that only gives a reason
        ("The army shelled the town since rebels attacked it on Friday.", "shelled", 15),
    ],
)
def test_what_was_counted_since_a_day(whole: Reader, text: str, trigger: str, first: int) -> None:
    when = at(whole.read(document(text, published="2024-05-15")).claims, trigger).when
    assert (when.start, when.end) == (f"2024-05-{first:02}", "2024-05-15")


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        # The end of a year was its last day.
        ("at the end of last year", "2023-12-01", "2023-12-31"),
        ("at the start of last year", "2023-01-01", "2023-01-31"),
        ("at the end of last month", "2024-04-21", "2024-04-30"),
        ("at the end of 2022", "2022-12-01", "2022-12-31"),
        ("at the start of this month", "2024-05-01", "2024-05-10"),
        ("by the end of 2022", "2022-01-01", "2022-12-31"),
    ],
)
def test_the_end_of_a_year_is_no_day(claim: One, words: str, first: str, last: str) -> None:
    when = claim(f"Rebels captured Goma {words}.", "captured", published="2024-05-15").when
    assert (when.start, when.end) == (first, last)
