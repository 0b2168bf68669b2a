"""Sources joined by "and" behind the dead, whom the parse takes for victims."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, chain, document


@pytest.mark.parametrize(
    ("text", "source", "killed"),
    [
        (
            "A jet bombed a school in Sinkhan, killing 11 people, six of them children, "
            "two residents and an official of the KIA said on Tuesday.",
            "two residents and an official of the KIA", 11,
        ),
        (
            "A drone hit a market in Kutum, killing 12 people, three residents and an army "
            "spokesman said on Monday.",
            "three residents and an army spokesman", 12,
        ),
        (
            "Shelling killed nine people in Goma, four of them women, a doctor and a local "
            "official said.",
            "doctor and a local official", 9,
        ),
        ("Shelling killed nine people, two doctors and a nurse, the mayor said.", "mayor", 12),
        ("Shelling killed nine people, two witnesses said.", "two witnesses", 9),
    ],
)  # fmt: skip
def test_who_speaks_behind_the_dead_is_a_source_and_no_victim(
    whole: Reader, text: str, source: str, killed: int
) -> None:
    """The first of two sources was lost, and three residents were counted as dead."""
    (claim,) = whole.read(document(text)).claims
    assert [s.text for s in claim.attribution[1:]] == [source]
    assert claim.casualties.killed is not None
    assert claim.casualties.killed.min == killed
    assert not [r for r in claim.recipients if source.split()[-1] in r.text]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Jets hit Homs overnight, the Office (TO), the press arm of the army, said.", "Office"),
        ("Fighters stormed the base, Radio Okapi, the station of the mission, reported.", "Radio"),
        ("Rebels hit Palmyra, the Observatory, a monitor in Britain, said.", "Observatory"),
    ],
)
def test_who_is_told_to_be_somebody_between_commas_speaks(read: Read, text: str, who: str) -> None:
    """The press arm of an army had been hit by the raid that it told of."""
    (claim,) = read(text).claims
    assert who in chain(claim)[0]
    assert all(who not in r.text for r in claim.recipients)


def test_an_apposition_to_a_place_speaks_not(read: Read) -> None:
    (claim,) = read("Rebels captured Goma, the capital of North Kivu, residents said.").claims
    assert chain(claim) == ["residents"]
