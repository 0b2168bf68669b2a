"""Weather, guns that fall silent and a road that reopens do nothing to anybody."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Once the guns fall silent in Goma, the army will leave.", "fall silent", []),
        ("The guns fell silent in Goma on Monday.", "fell silent", []),
        ("The rebel guns fell silent near Goma.", "fell silent", ["rebel guns"]),
        ("The rebels fell silent near Goma.", "fell silent", ["rebels"]),
        ("The Goma-Beni road was closed for four days; it reopened to aid convoys on Monday.",
         "reopened", []),
        ("The crossing was shut by rebels. It opened again on Monday.", "opened", []),
        ("The army closed the bridge. It reopened it on Monday.", "reopened", ["army"]),
    ],
)  # fmt: skip
def test_things_are_no_actors(whole: Reader, text: str, trigger: str, actors: list[str]) -> None:
    assert texts(at(whole.read(document(text)).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    "text",
    [
        "Fog kept jets of the army on the ground in Goma.",
        "Rain halted the advance of the army near Goma.",
        "Floods displaced 5,000 people in Goma, the council said.",
    ],
)
def test_weather_is_no_actor(whole: Reader, text: str) -> None:
    acting = {a.text for c in whole.read(document(text)).claims for a in c.actors}
    assert acting.isdisjoint({"Fog", "Rain", "Floods"})
