"""Who signs a document: "we" of its own words are that body, and nobody in any other text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fogline.reading.attribution import signing
from fogline.reading.reader import Reader
from tests.reading.sentences import One, chain, document, texts

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


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Raids went on in Homs.", "Mirov"),
        ("Mirov also said that raids went on.", None),
        ("Raids went on, Mirova said.", "Mirov"),
    ],
)
def test_who_stands_before_a_titles_colon_issues_it_unless_the_text_cites_them(
    text: str, issuer: str | None
) -> None:
    assert signing.label("Mirov: raids on Homs failed", text) == issuer
    assert signing.label("Raids on Homs failed", text) is None


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("Mirov: army shelled Homs. Deputy head Ana Mirov said the city was quiet.", ["Mirov"]),
        ("Mirov: army shelled Homs. Residents said the city was quiet.", []),
    ],
)
def test_a_name_before_a_colon_speaks_where_it_is_heard(
    claim: One, text: str, sources: list[str]
) -> None:
    assert chain(claim(text, "shelled")) == sources


@pytest.mark.parametrize(
    ("publisher", "actor", "known"),
    [
        ("Rapid Support Forces channel", "Rapid Support Forces", "rsf"),
        ("Sudanese Armed Forces (official page)", "Sudanese Armed Forces", "sd-forces"),
        ("Harrow Brigade", "Harrow Brigade", None),
        ("Harrow Brigade Herald", None, None),
        ("Vessa Front News (channel)", None, None),
        ("Vessa Times", None, None),
    ],
)
def test_we_are_the_body_whose_own_channel_it_is(
    reader: Reader, publisher: str, actor: str | None, known: str | None
) -> None:
    """A brigade's "the village is under our control" named no holder."""
    for said in ("The town is under our control.", "We control the town of Orlin."):
        (found,) = reader.read(replace(document(said), publisher=publisher)).claims
        assert [(m.text, m.id) for m in found.actors] == ([(actor, known)] if actor else [])
        assert found.attribution[0].id == known
