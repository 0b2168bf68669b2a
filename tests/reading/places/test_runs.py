"""Lists of places that lost their commas."""

from __future__ import annotations

import pytest

from fogline.reading.places.resolving import PlaceContext
from fogline.reading.places.runs import lost
from tests.reading.sentences import One, texts


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Shells fell on the villages of Tal Hamir Umm Jurn Rasm Sulayl and Zor Bakir.", "fell",
         {"Tal Hamir", "Umm Jurn", "Rasm Sulayl", "Zor Bakir"}),
        ("Warplanes bombed Harasta Douma Saqba and Jisrin on Friday.", "bombed",
         {"Harasta", "Douma", "Saqba", "Jisrin"}),
        ("Binnish Sarmin and Ariha were shelled overnight.", "shelled",
         {"Binnish", "Sarmin", "Ariha"}),
        ("The army advanced in the districts of al-Sukkari al-Amiriyah and Salah al-Din in Aleppo.",
         "advanced", {"al-Sukkari", "al-Amiriyah", "Salah al-Din"}),
        ("They shelled Bilozerka Stanislav and Kizomys in Kherson region.", "shelled",
         {"Bilozerka", "Stanislav", "Kizomys"}),
    ],
)  # fmt: skip
def test_each_place_of_a_list_without_commas_is_one(
    claim: One, text: str, trigger: str, places: set[str]
) -> None:
    assert set(texts(claim(text, trigger).places)) == places


@pytest.mark.parametrize(
    "text",
    [
        "Rebels led by Abu Omar Hassan and Khaled Nasser attacked Idlib.",
        "He met Vladimir Putin and Sergei Lavrov in Damascus.",
        "Drones attacked New York and Boston.",
    ],
)
def test_names_of_two_words_are_no_lists(text: str) -> None:
    assert not [*lost(text, PlaceContext((("SY", 1.0),)))]
