"""Places whose kind one plural noun tells: each of them is one."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Fighting in Nasir and Ulang counties killed two.", "Fighting", {"Nasir", "Ulang"}),
        (
            "Drones struck targets in Khost, Paktia and Paktika provinces.",
            "struck",
            {"Khost", "Paktia", "Paktika"},
        ),
        (
            "Shelling hit the Minyan and Al-Assad districts of Aleppo.",
            "Shelling",
            {"Minyan", "Al-Assad"},
        ),
        (
            "The army shelled the Jobar and Qaboun neighbourhoods of Damascus.",
            "shelled",
            {"Jobar", "Qaboun"},
        ),
        ("Air strikes hit Saada and Hajjah governorates.", "Air strikes", {"Saada", "Hajjah"}),
        ("Rebels captured Rutshuru and Masisi territories.", "captured", {"Rutshuru", "Masisi"}),
        ("Clashes erupted in Kutum and Tine localities.", "Clashes", {"Kutum", "Tine"}),
        ("Rebels entered the towns of Sake and Minova.", "entered", {"Sake", "Minova"}),
        (
            "The army shelled the opposition-held towns of Saqba and Douma.",
            "held",
            {"Saqba", "Douma"},
        ),
        (
            "Shelling hit the neighbourhoods of Jobar and Qaboun in Damascus.",
            "Shelling",
            {"Jobar", "Qaboun"},
        ),
        # what only looks like it: quarters of towns, sides of one place, one name, a part beside
        # a town
        (
            "Raids were reported in the northern and eastern districts of Aleppo.",
            "Raids",
            {"northern and eastern districts of Aleppo"},
        ),
        ("The army shelled the Jobar district.", "shelled", {"Jobar district"}),
        (
            "Jets bombed neighbourhoods of Homs and Hama.",
            "bombed",
            {"neighbourhoods of Homs", "Hama"},
        ),
        ("Strikes hit Homs and parts of Hama.", "Strikes", {"Homs", "parts of Hama"}),
    ],
)
def test_each_name_of_a_kind_is_a_place(
    whole: Reader, text: str, trigger: str, places: set[str]
) -> None:
    assert {*texts(at(whole.read(document(text)).claims, trigger).places)} == places


@pytest.mark.parametrize(
    ("text", "trigger", "places"),
    [
        ("Raids hit villages in the Tillaberi and Tahoua regions.", "Raids", "Tahoua regions"),
        ("Shelling hit the Kharkiv and Sumy regions.", "Shelling", "Sumy regions"),
        ("Air strikes hit Idlib and Hama provinces.", "Air strikes", "Hama provinces"),
        ("Attacks were reported in Borno, Yobe and Adamawa states.", "Attacks", "Adamawa states"),
        ("Drones struck Belgorod and Kursk oblasts.", "struck", "Kursk oblasts"),
    ],
)
def test_a_name_is_not_cut_inside_the_plural_of_its_kind(
    reader: Reader, text: str, trigger: str, places: str
) -> None:
    """ "Tahoua region" stood for "Tahoua regions"; by the name alone it would be the town."""
    found = {p.text: p for p in at(reader.read(document(text)).claims, trigger).places}
    assert found[places].precision == "region"
