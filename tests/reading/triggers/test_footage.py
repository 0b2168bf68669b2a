"""Pictures that are said to be from elsewhere: what they show is told by nobody."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import document, told


@pytest.mark.parametrize(
    "text",
    [
        "The footage of the captured tanks is from Chad, not Niger.",
        "The video of the burning refinery is from Mali, not from Chad.",
        "The photo of the bombed school is from 2014, not from this week.",
        "The picture of the downed jet is from a video game.",
        "The image of the shelled market is from another war.",
    ],
)
def test_what_a_picture_from_elsewhere_shows_is_no_claim(whole: Reader, text: str) -> None:
    """ "The footage of the captured tanks is from Ukraine, not Syria" had tanks captured."""
    claims = whole.read(document(text)).claims
    assert not claims, told(claims)


@pytest.mark.parametrize(
    "text",
    [
        "The footage of the captured tanks is from Chad.",
        "The video of the bombed bridge is from the army, not from residents.",
        "The picture of the downed jet is not from a video game.",
        "The army bombed the bridge, and the video is from Chad, not Niger.",
    ],
)
def test_whose_or_where_a_picture_is_leaves_what_it_shows(whole: Reader, text: str) -> None:
    assert whole.read(document(text)).claims
