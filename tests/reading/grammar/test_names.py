"""Names behind what somebody is: who stands for whom."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import One, at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The main opposition party the National League condemned the raid.", "condemned",
         ["National League"]),
        ("The main opposition party condemned the raid.", "condemned", ["main opposition party"]),
        ("Hezbollah, a movement that controls the border villages, denied it.", "controls",
         ["Hezbollah"]),
        ("The raid was blamed on M23, a rebel group which holds the hills.", "holds", ["M23"]),
        ("Rebels shelled Fuaa, a village held by the army.", "held", ["army"]),
        ("The movement that controls the border villages denied it.", "controls", ["movement"]),
    ],
)  # fmt: skip
def test_a_name_stands_for_what_is_said_to_be_it(
    claim: One, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(claim(text, trigger).actors) == actors


def test_an_ally_in_a_list_without_commas_is_told_by_name(whole: Reader) -> None:
    text = (
        "The junta its ally Russia and a French-led coalition have each flown air strikes "
        "against the rebels."
    )
    found = at(whole.read(document(text)).claims, "air strikes")
    assert set(texts(found.actors)) == {"junta", "Russia", "French-led coalition"}
