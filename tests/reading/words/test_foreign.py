"""Which texts are in the one language that is read."""

from __future__ import annotations

import pytest

from fogline.reading.words.foreign import is_english


@pytest.mark.parametrize(
    "text",
    [
        "The army said on Monday that it had taken the town of Bor from the rebels after a battle.",
        "Rebels shell Bor",
        "Talks in Bor; Orlin, Vessa, Karsk: 12 hurt",
        "",
    ],
)
def test_english_is_english(text: str) -> None:
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Армия заняла город в понедельник.",
        "سيطر الجيش على المدينة يوم الاثنين",
        "Die Armee hat am Montag nach schweren Gefechten die Stadt Bor von den Rebellen erobert.",
        "L'armée a repris lundi la ville de Bor aux rebelles après de violents combats, dit-on.",
        "El ejército tomó el lunes la ciudad de Bor tras duros combates con los rebeldes.",
    ],
)
def test_another_language_is_not(text: str) -> None:
    assert not is_english(text)
