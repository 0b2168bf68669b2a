"""What a sentence adds to the words for somebody, and what is left without their number."""

from __future__ import annotations

import pytest

from fogline.weighing.views.bounded import uncounted


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("nine civilians", "civilians"),
        ("at least 12 people", "people"),
        ("12 of the prisoners", "prisoners"),
        ("two hundred fighters", "fighters"),
        ("twenty-five soldiers", "soldiers"),
        ("5,000 to 8,000 people", "people"),
        ("between 10 and 12 guards", "guards"),
        ("eight graves of people", "graves of people"),
        ("Nine", ""),
        ("more than 40", ""),
        ("civilians", "civilians"),
        ("the 13th Brigade", "the 13th Brigade"),
        ("Battalion 260", "Battalion 260"),
        ("a convoy of 40 trucks", "a convoy of 40 trucks"),
        ("women and children", "women and children"),
        ("", ""),
    ],
)
def test_words_without_their_number(words: str, left: str) -> None:
    assert uncounted(words) == left
