"""By which words a source is named: with the office before the name."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, chain, cited


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The convoy was shelled on Monday, said U.N. spokesman Martin Vell.",
         "U.N. spokesman Martin Vell"),
        ("The convoy was shelled on Monday, said IFRC spokesman Benoit Rall.",
         "IFRC spokesman Benoit Rall"),
        ("The camp was shelled, said army spokesman Nabil Abdallah.",
         "army spokesman Nabil Abdallah"),
        ("According to army spokesman Nabil Abdallah, rebels shelled the camp.",
         "army spokesman Nabil Abdallah"),
        ("The camp was shelled, said Ana Lis.", "Ana Lis"),
        ("The camp was shelled, the UN said.", "UN"),
    ],
)  # fmt: skip
def test_a_speaker_is_named_with_the_office_before_the_name(
    claim: One, text: str, source: str
) -> None:
    assert chain(claim(text, "shelled")) == [source]


def test_the_place_where_a_speaker_fights_does_not_speak(claim: One) -> None:
    text = "A soldier who fights in the area said by telephone that the village was lost."
    assert chain(claim(text, "fights")) == []
    assert chain(claim(text, "lost")) == ["soldier"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Russian military bloggers said that rebels shelled the camp.", None),
        ("A Ukrainian military analyst said that rebels shelled the camp.", None),
        ("Russian military spokesmen said that rebels shelled the camp.", "ru-forces"),
        ("A BBC correspondent said that rebels shelled the camp.", "bbc"),
    ],
)
def test_who_only_watches_an_army_does_not_speak_for_it(
    claim: One, text: str, body: str | None
) -> None:
    (source,) = cited(claim(text, "shelled"))
    assert source.id == body
