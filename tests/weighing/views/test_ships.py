"""A ship that its text calls by a name is that one wherever the text says "the ship"."""

from __future__ import annotations

import pytest

from fogline.model import Mention
from fogline.weighing.views.ships import ship_named
from tests.weighing.newsroom import document

NAMED = "Two missiles hit the bulk carrier Blue Heron off Orlin."


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (f"{NAMED} The ship has sunk.", "ship", "Blue Heron"),
        (f"{NAMED} The vessel is afloat, its owner said.", "vessel", "Blue Heron"),
        (f"{NAMED} The burning ship was towed to Vessa.", "burning ship", "Blue Heron"),
        ("The MV Blue Heron left Orlin. A mine hit the vessel.", "vessel", "Blue Heron"),
        # Another ship, several, none by name, and what is no ship.
        (f"{NAMED} A second ship was unharmed.", "second ship", ""),
        (f"{NAMED} The tanker Ana Lis came to help the ship.", "ship", ""),
        ("Two missiles hit a bulk carrier off Orlin. The ship has sunk.", "ship", ""),
        (f"{NAMED} The ships in the port were unharmed.", "ships", ""),
        (f"{NAMED} The crew is safe.", "crew", ""),
        # Nor is each capital behind the word a name.
        ("The ship Iran held was freed. The vessel left.", "vessel", ""),
        ("A ship Monday struck a mine. The vessel sank.", "vessel", ""),
        ("The carrier Turkish Cargo lost a crate. The ship sank.", "ship", ""),
        (f"{NAMED} The ship Iran held was freed. The vessel left.", "vessel", ""),
        ("The tanker Blue Heron Tuesday hit a mine. The vessel sank.", "vessel", "Blue Heron"),
        (f"{NAMED} The tanker MV Blue Heron burns. The vessel sank.", "vessel", "Blue Heron"),
    ],
)
def test_the_ship_is_the_one_that_the_text_names(text: str, words: str, name: str) -> None:
    """One attack on one ship was a dozen events, none told by two pages."""
    at = text.rindex(words)
    assert ship_named(Mention(words, at, at + len(words)), document(text)) == name
