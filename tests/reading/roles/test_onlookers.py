"""Who only watches, pays or rejects is no doer; what a shell missed, and what was shut because of
an attack, is not hit.
"""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Residents saw them digging in near Aleppo.", "digging", []),
        ("Witnesses watched them shoot prisoners.", "shoot", []),
        ("Rebels entered the port. Witnesses saw them shoot prisoners.", "shoot", ["Rebels"]),
        ("The army repelled an attempt to cross the river near the port.", "cross", []),
        ("The mayor escaped an attempt on his life.", "attempt", []),
        ("The prisoners were freed after a ransom paid by the kingdom.", "ransom", []),
        (
            "The kingdom's denial that it shelled the port was dismissed.",
            "shelled",
            ["kingdom"],
        ),
    ],
)
def test_who_does_it(whole: Reader, text: str, trigger: str, actors: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "recipients"),
    [
        ("A school in the port was closed because of the fighting.", "fighting", []),
        ("Two shells missed the clinic in the port.", "shells", []),
        ("Two shells hit the clinic in the port.", "hit", ["clinic"]),
    ],
)
def test_what_is_hit(whole: Reader, text: str, trigger: str, recipients: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).recipients) == recipients
