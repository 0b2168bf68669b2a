"""Harm of which the text gives no number, or which its numbers are not of."""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read


def killed(read: Read, text: str, role: str = "body") -> list[tuple[int | None, int | None]]:
    counts = (c.casualties.killed for c in read(text, role=role).claims)
    return [(many.min, many.max) for many in counts if many]


@pytest.mark.parametrize(
    "text",
    [
        "He confirmed deaths at the airbase.",
        "The ministry confirmed deaths in a village near Goma.",
        "The shelling of Kharkiv caused deaths at the market.",
        "The shelling of Donetsk caused deaths at the market.",
        "The mayor confirmed the death in custody of villagers near Goma.",
        "The mayor was near death after the shelling of Goma.",
        "A number of rebels were killed in addition to two of their vehicles in Idlib.",
        "A number of soldiers were killed along with three of their vehicles near Bakhmut.",
        "Several militants were killed as well as two of their machinegun-equipped trucks.",
        "Al-Nusra Gunmen Killed in Idlib",
        "Wagner Servicemen Killed in Bakhmut",
    ],
)
def test_no_number_is_made_up(read: Read, text: str) -> None:
    assert killed(read, text) == []


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("The army killed nine rebels and two of their vehicles.", 9),
        ("The rebels killed nine soldiers and two of their vehicles.", 9),
        ("The army killed nine rebels and two of their leaders.", 11),
        ("Four of the passengers were killed in Goma.", 4),
        ("The mayor confirmed four deaths in two villages.", 4),
        ("The mayor confirmed the deaths of four nurses in Goma.", 4),
        ("The blast caused the death of a nurse in Kharkiv.", 1),
        ("The mayor confirmed a death at the market in Goma.", 1),
        ("The death on a busy street in Goma was confirmed.", 1),
        ("It was the third death at the camp near Kharkiv.", 1),
        ("7 Al-Nusra Gunmen Killed in Idlib", 7),
        ("9 Boko Haram Gunmen Killed in Nigeria", 9),
    ],
)
def test_numbers_of_people_count(read: Read, text: str, many: int) -> None:
    assert killed(read, text) == [(many, many)]
