"""A toll told since a clause or a day runs from there to publication, with rules and heads."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import DAY, at, document


@pytest.mark.parametrize(
    ("text", "word", "start"),
    [
        ("At least 123 civilians have been killed by airstrikes since the government began an "
         "offensive nearly two weeks ago.", "airstrikes", "2024-02-21"),
        ("At least 90 soldiers have been killed by shelling since the rebels began a push last "
         "week.", "shelling", "2024-02-26"),
        ("Shelling has killed 30 people in Goma since the rebels took the town on 20 February.",
         "Shelling", "2024-02-20"),
        ("More than 200 people have been killed in Sudan since the ceasefire collapsed last week.",
         "killed", "2024-02-26"),
        ("Air strikes have killed hundreds in Yemen since 2015.", "Air strikes", "2015-01-01"),
        ("Rebels have killed 40 soldiers since the beginning of February.", "killed",
         "2024-02-01"),
    ],
)  # fmt: skip
def test_a_toll_runs_from_since_when_it_is_told(
    whole: Reader, text: str, word: str, start: str
) -> None:
    when = at(whole.read(document(text)).claims, word).when
    assert (when.start, when.end) == (start, DAY)


def test_what_began_keeps_its_own_day(whole: Reader) -> None:
    text = "Forty have been killed since the army began an offensive two weeks ago."
    when = at(whole.read(document(text)).claims, "offensive").when
    assert (when.start, when.end) == ("2024-02-21", "2024-02-21")


def test_a_deed_in_the_past_is_not_stretched(whole: Reader) -> None:
    text = "Shelling killed nine people in Goma on Monday, since the truce had ended last week."
    when = at(whole.read(document(text)).claims, "Shelling").when
    assert (when.start, when.end) == ("2024-03-04", "2024-03-04")
