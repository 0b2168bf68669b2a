"""Towns that an accord is called by, and words that stand for a government's own deeds."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The Pretoria accord of the two sides was welcomed.", "accord", ["two sides"]),
        ("The Astana talks between Russia and Turkey resumed.", "talks", ["Russia", "Turkey"]),
        ("The Israel-Lebanon ceasefire is holding.", "ceasefire", ["Israel", "Lebanon"]),
        ("The federal blockade of Tigray continues.", "blockade", ["federal"]),
        ("The Ethiopian blockade of Tigray continues.", "blockade", ["Ethiopian"]),
        ("The regional blockade of the town continues.", "blockade", []),
    ],
)
def test_who_acts_by_the_word_before_a_deed(
    claim: One, text: str, trigger: str, actors: list[str]
) -> None:
    """Pretoria was a side of the accord signed there; a federal blockade was nobody's."""
    assert texts(claim(text, trigger).actors) == actors
