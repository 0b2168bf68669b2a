"""What an author foretold and owns to have been wrong."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        (
            "We said last week that the army would hold Homs until May. We were wrong.",
            "hold",
            "negative",
        ),
        ("We had predicted that the army would hold Homs. We stand corrected.", "hold", "negative"),
        ("Our forecast that the army would hold Homs did not come true.", "hold", "negative"),
        ("Our prediction that M23 would take Goma proved wrong.", "take", "negative"),
        ("I wrote that rebels would attack Idlib; I was mistaken.", "attack", "negative"),
        ("We said that the army would not leave Goma. We were wrong.", "leave", "positive"),
    ],
)
def test_a_forecast_owned_to_be_wrong_tells_what_came(
    claim: One, text: str, trigger: str, polarity: str
) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity) == ("occurred", polarity)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("We said last week that the army would hold Homs until May.", "hold"),
        ("The institute had predicted that M23 would take Goma. It was wrong.", "take"),
        ("We said that the army would attack Homs. It was wrong to bomb the school.", "attack"),
        ("The mayor said that rebels would attack Homs. The army was wrong.", "attack"),
        ("The army said that we would attack Homs. We were wrong to stay.", "attack"),
    ],
)
def test_what_others_got_wrong_they_have_foretold(claim: One, text: str, trigger: str) -> None:
    found = claim(text, trigger)
    assert (found.status, found.polarity) == ("forecast", "positive")
