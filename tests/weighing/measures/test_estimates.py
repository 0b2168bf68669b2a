"""Estimates: the figure is told where the words give one, and a word's band is no figure."""

from __future__ import annotations

import pytest

from fogline.weighing.measures.estimates import figure


@pytest.mark.parametrize(
    ("band", "words", "told"),
    [
        ((0.65, 0.65), "We put the odds of an attack at 65 percent.", "65 percent"),
        ((0.85, 0.95), "More strikes are highly likely (85-95 %).", "85 to 95 percent"),
        ((0.2, 0.3), "A truce is unlikely (between 20 and 30 per cent).", "20 to 30 percent"),
        ((0.6, 1.0), "There is a chance of at least 60% that it falls.", "60 to 100 percent"),
        ((1 / 3, 1 / 3), "There is a one in three chance of talks.", "33.3 percent"),
        ((0.55, 0.8), "The town will probably fall.", None),
        ((0.55, 0.8), "It is likely that 80 percent of the town will be lost.", None),
        ((0.55, 0.8), "It is likely that 55 fighters will be freed.", None),
        ((0.45, 0.55), "There is an even chance of talks.", None),
        (None, "The odds are 60 percent.", None),
    ],
)
def test_a_figure(band: tuple[float, float] | None, words: str, told: str | None) -> None:
    assert figure(band, words) == told
