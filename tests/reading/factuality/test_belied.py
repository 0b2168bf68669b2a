"""What rumours tell and the next sentence calls untrue."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document


@pytest.mark.parametrize(
    ("text", "trigger", "sources"),
    [
        (
            "The mission is aware of claims on social media that a medic was killed in Bor. "
            "These claims are false.",
            "killed",
            [],
        ),
        ("Channels reported that the army shelled Bor. The reports are untrue.", "shelled", []),
        ("There were rumours that rebels had taken Bor. That is a lie.", "taken", []),
        ("Rumours spread that the president had fled. They are unfounded.", "fled", []),
        (
            "Bloggers wrote that rebels captured Bor. The claims were false, a medic said.",
            "captured",
            ["medic"],
        ),
    ],
)
def test_rumours_that_are_called_untrue_are_denied_by_who_says_so(
    whole: Reader, text: str, trigger: str, sources: list[str]
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.polarity, found.certainty) == ("negative", "certain")
    assert [s.text for s in found.attribution[1:]] == sources


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Residents said that the army shelled Bor. These claims are false, it said.", "shelled"),
        ("Rumours spread that the president had fled. They are true.", "fled"),
        ("Rumours spread that rebels captured Bor. Reports of a truce are false.", "captured"),
        ("Several soldiers were killed in Bor on Monday. That is a lie.", "killed"),
    ],
)
def test_whoever_stands_by_it_still_says_so(whole: Reader, text: str, trigger: str) -> None:
    assert at(whole.read(document(text)).claims, trigger).polarity == "positive"
