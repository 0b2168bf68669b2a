"""Hyphenated words: a phrase begins with the whole of one; who leads strikes is the coalition that
is at war where the text tells of.
"""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read


def actors(read: Read, text: str) -> list[tuple[str, str | None]]:
    return [(a.text, a.id) for c in read(text).claims for a in c.actors]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("US-led Air Strikes Kill 7 Civilians in Raqqa", ("US-led", "coalition")),
        ("US-led air strikes killed seven people in Raqqa.", ("US-led", "coalition")),
        ("Nine people died in Saudi-led air strikes on Sanaa.", ("Saudi-led", "saudi-coalition")),
        ("Saudi-Led Raid Kills 12 in Yemen", ("Saudi-Led", "saudi-coalition")),
        ("NATO-led strikes kill 8 in Sirte", ("NATO-led", "nato")),
        # at war elsewhere, or known as none
        ("US-led strikes kill 12 in Kunduz", ("US-led", None)),
        ("Russian-led air strikes kill 9 in Idlib", ("Russian-led", None)),
        ("French-led raid kills 5 militants in Mali", ("French-led", None)),
        ("Turkey-backed Rebels Seize Village in Northern Syria", ("Turkey-backed Rebels", None)),
        ("Russian-backed forces shell Mariupol", ("Russian-backed forces", None)),
        ("Kyiv-backed forces shell Donetsk", ("Kyiv-backed forces", None)),
        ("A well-trained brigade shelled Ghouta.", ("well-trained brigade", None)),
        ("A newly-formed alliance attacked Goma.", ("newly-formed alliance", None)),
        ("The so-called council attacked Goma.", ("council", None)),
    ],
)
def test_who_acts_begins_with_a_whole_word(
    read: Read, text: str, actor: tuple[str, str | None]
) -> None:
    assert actors(read, text) == [actor]


def test_what_is_held_is_told_with_its_holder(read: Read) -> None:
    claims = read("Police shelled regime-held areas of Aleppo and rebel-held Idlib.").claims
    assert "regime-held areas of Aleppo" in {p.text for c in claims for p in c.places}
    assert {a.text for c in claims for a in c.actors} >= {"regime", "rebel"}
