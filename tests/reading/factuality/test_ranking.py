"""What is only said not to be the first or the worst of its kind has been; "was not the last" was
read as a denial of the deed.
"""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The strike on the base was not the first nor the last, the mayor said.", "strike"),
        ("It was not the first attack on the village this year.", "attack"),
        ("The shelling of Horlivka was not the last of the day.", "shelling"),
        ("The raid on Goma was not the only one that day.", "raid"),
        ("It was not the worst attack on Barda, the governor said.", "attack"),
    ],
)
def test_a_deed_that_is_not_the_first_has_been(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "positive"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("It was not an attack on the town, the mayor said.", "attack"),
        ("There was no second raid on the town.", "raid"),
        ("The first attack on the town was not carried out.", "attack"),
        ("The army did not launch the first attack.", "attack"),
    ],
)
def test_a_deed_that_was_not_done_is_negative(claim: One, text: str, trigger: str) -> None:
    assert claim(text, trigger).polarity == "negative"
