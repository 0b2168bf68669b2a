"""Fire that is held, a truce that is observed, and days and hours until which."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts, told

SIDES = ("rebels", "soldiers")


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The {who} will halt fire in Arkel on Monday.", "halt", "positive"),
        ("The {who} ceased fire near Arkel.", "ceased", "positive"),
        ("The {who} will hold their fire around Arkel.", "hold", "positive"),
        ("The {who} suspended all fire on the front.", "suspended", "positive"),
        ("The {who} did not cease fire in Arkel.", "cease", "negative"),
        (
            "A truce began. The {who} said that they had observed it.",
            "observed",
            "positive",
        ),
    ],
)
def test_who_holds_fire_keeps_a_ceasefire(
    whole: Reader, text: str, trigger: str, polarity: str, who: str
) -> None:
    found = at(whole.read(document(text.format(who=who))).claims, trigger)
    assert (found.event, found.mode, found.polarity) == ("RETREAT", "ceasefire", polarity)
    assert texts(found.actors) == [who]


@pytest.mark.parametrize(
    "text",
    [
        "Firefighters stopped the fire in the market of Arkel.",
        "Rebels held the fire station in Arkel.",
        "Rebels saw a convoy near Arkel and observed it until dusk.",
    ],
)
def test_another_fire_is_no_ceasefire(whole: Reader, text: str) -> None:
    claims = whole.read(document(text)).claims
    assert all(c.mode != "ceasefire" for c in claims), told(claims)


@pytest.mark.parametrize(
    ("span", "start", "end"),
    [
        ("from midnight on June 1 until midnight on June 3", "2024-06-01", "2024-06-03"),
        ("from 8 a.m. on 1 June to 6 p.m. on 3 June", "2024-06-01", "2024-06-03"),
        ("from June 1 to June 3", "2024-06-01", "2024-06-03"),
        ("from noon on Monday until noon on Wednesday", "2024-03-11", "2024-03-13"),
        ("from Monday until Wednesday", "2024-03-11", "2024-03-13"),
    ],
)
def test_it_lasts_from_one_hour_to_another(whole: Reader, span: str, start: str, end: str) -> None:
    when = at(whole.read(document(f"The army will cease fire {span}.")).claims, "cease").when
    assert (when.start, when.end) == (start, end)
