"""Who signs a document: "we" of its own words are that body, and nobody in any other text."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, texts

SECTOR = "Communiqué No. 4, Eastern Sector, Rapid Support Forces, 6 February 2025"


@pytest.mark.parametrize(
    ("head", "actors"),
    [
        (SECTOR, ["Rapid Support Forces"]),
        ("PRESS STATEMENT\nMinistry of Defence of Ukraine", ["Ministry of Defence of Ukraine"]),
        ("Press statement by the council", []),  # no body that is known by name
        ("Rapid Support Forces advance", []),  # no statement
    ],
)
def test_we_are_who_signs(claim: One, head: str, actors: list[str]) -> None:
    assert texts(claim(f"{head}\n\nWe shelled the bridge on Monday.", "shelled").actors) == actors


def test_we_of_somebody_cited_are_theirs(claim: One) -> None:
    text = f'{SECTOR}\n\nThe Sudanese army said: "We shelled the bridge on Monday."'
    assert "Rapid Support Forces" not in texts(claim(text, "shelled").actors)
