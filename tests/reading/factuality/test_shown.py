"""What a film is said to show, what must first be confirmed, and what tells of no deed."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "certainty"),
    [
        ("The footage allegedly shows soldiers beating prisoners.", "beating", "probable"),
        ("A film that supposedly shows rebels beating a guard spread.", "beating", "probable"),
        ("The footage shows soldiers beating prisoners.", "beating", "certain"),
        ("Unless the mayor confirms that the troops have gone, rebels will attack.", "gone",
         "possible"),
        ("If the ministry admits that its jets bombed the school, talks can resume.", "bombed",
         "possible"),
        ("The mayor confirmed that the troops have gone.", "gone", "certain"),
    ],
)  # fmt: skip
def test_doubt_reaches_what_is_shown_or_confirmed(
    whole: Reader, text: str, trigger: str, certainty: str
) -> None:
    """It ended at "shows" and "confirms", and what stood below was sure."""
    assert at(whole.read(document(text)).claims, trigger).certainty == certainty


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The UN said that infants there could die of hunger if the army did not leave.",
         ["die", "leave"]),
        ("The Houthis, we were assured, would enter the city.", ["enter"]),
        ("The kingdom assured the rebels that it would not attack.", ["assured", "attack"]),
    ],
)  # fmt: skip
def test_what_people_die_of_and_what_we_were_told_are_no_claims(
    whole: Reader, text: str, triggers: list[str]
) -> None:
    found = whole.read(document(text)).claims
    assert [c.trigger.text for c in found] == triggers
