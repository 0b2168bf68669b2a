"""Whose people, units or arms a mention tells of: one known body's, whatever stands beside its
name; nobody's where another body, or none of its own, is told of.
"""

from __future__ import annotations

import pytest

from tests.reading.sentences import Read


def parties(read: Read, text: str) -> dict[str, str | None]:
    claims = read(text).claims
    return {m.text: m.id for c in claims for m in (*c.actors, *c.recipients)}


@pytest.mark.parametrize(
    ("text", "mention", "body"),
    [
        ("Six ISIS suicide bombers attacked a checkpoint in Mosul.",
         "Six ISIS suicide bombers", "is"),
        ("Six suicide bombers of ISIS attacked a checkpoint in Mosul.",
         "Six suicide bombers of ISIS", "is"),
        ("The Takfiri ISIL group shelled Deir Ezzor.", "Takfiri ISIL group", "is"),
        ("The army killed seven al-Nusra gunmen near Idlib in Syria.",
         "seven al-Nusra gunmen", "hts"),
        ("Al-Nusra gunmen killed two farmers near Idlib.", "Al-Nusra gunmen", "hts"),
        ("At least 12 well-armed Boko Haram militants raided a village near Maiduguri.",
         "12 well-armed Boko Haram militants", "boko-haram"),
        ("Dozens of al-Shabaab fighters attacked a base in Somalia.",
         "Dozens of al-Shabaab fighters", "al-shabaab"),
        ("Five M23 rebel fighters attacked Goma.", "Five M23 rebel fighters", "m23"),
        ("Three Wagner Group mercenaries were killed near Bakhmut.",
         "Three Wagner Group mercenaries", "wagner"),
        ("Two young Ukrainian army soldiers were killed near Bakhmut.",
         "Two young Ukrainian army soldiers", "ua-forces"),
        ("Two young Russian army soldiers were killed near Bakhmut.",
         "Two young Russian army soldiers", "ru-forces"),
        ("Two armed Hamas squads attacked a post near Gaza.",
         "Two armed Hamas squads", "hamas"),
        ("Two armed Israeli army squads attacked a post near Gaza.",
         "Two armed Israeli army squads", "il-forces"),
        ("US-backed Kurdish YPG fighters entered Raqqa in Syria.",
         "US-backed Kurdish YPG fighters", "ypg"),
        ("Iran-backed Houthi fighters entered Hodeidah in Yemen.",
         "Iran-backed Houthi fighters", "houthis"),
    ],
)  # fmt: skip
def test_people_and_units_are_their_bodys(read: Read, text: str, mention: str, body: str) -> None:
    assert parties(read, text)[mention] == body


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("US-backed Kurdish fighters entered Raqqa in Syria.", "US-backed Kurdish fighters"),
        ("Hamas-linked gunmen attacked a base in Gaza.", "Hamas-linked gunmen"),
        ("The joint ISIS Hamas squad attacked a base in Syria.", "joint ISIS Hamas squad"),
        ("Two former FARC guerrillas attacked a village in Colombia.",
         "Two former FARC guerrillas"),
        ("Former ISIS fighters attacked a village in Iraq.", "Former ISIS fighters"),
        ("Three Hamas prisoners were killed in Gaza.", "Three Hamas prisoners"),
        ("Two Ukrainian army deserters were killed near Kharkiv.",
         "Two Ukrainian army deserters"),
        ("Two Russian army deserters were killed near Kharkiv.", "Two Russian army deserters"),
        ("Numerous terrorist groups attacked Idlib in Syria.", "Numerous terrorist groups"),
        ("Many western governments condemned a raid on Idlib.", "Many western governments"),
        ("The Kurdish army shelled Idlib in Syria.", "Kurdish army"),
        ("70 regime and rebel fighters died in Idlib, Syria.", "70 regime and rebel fighters"),
        ("President Bashar al-Assads forces shelled Idlib.", "President Bashar al-Assads forces"),
        ("Two members of the United Nations condemned a raid.",
         "Two members of the United Nations"),
        ("A Turkish Hezbollah squad attacked a post near Diyarbakir.", "Turkish Hezbollah squad"),
    ],
)  # fmt: skip
def test_others_are_nobodys(read: Read, text: str, mention: str) -> None:
    assert parties(read, text)[mention] is None


@pytest.mark.parametrize(
    ("text", "mention", "body"),
    [
        ("The Syrian armys air force bombed Saraqib.", "Syrian armys air force", "sy-forces"),
        ("The Syrian army's air force bombed Saraqib.", "Syrian army's air force", "sy-forces"),
        ("Moscows warplanes bombed Idlib.", "Moscows warplanes", "ru-airforce"),
        ("Moscow's warplanes bombed Idlib.", "Moscow's warplanes", "ru-airforce"),
        ("Kyivs forces shelled Belgorod.", "Kyivs forces", "ua-forces"),
        ("Ankara's troops entered Afrin.", "Ankara's troops", "tr-forces"),
        ("Turkeys forces shelled Afrin.", "Turkeys forces", "tr-forces"),
        ("The Syrian regime army shelled Idlib.", "Syrian regime army", "sy-forces"),
        ("Baku's military prosecutor accused two soldiers.", "Baku's military prosecutor", None),
        ("Sanaa's forces shelled Marib.", "Sanaa's forces", None),  # two hold that they govern
        ("London's police arrested two men.", "London's police", None),  # a city's own
    ],
)
def test_possessives_with_and_without_their_apostrophe(
    read: Read, text: str, mention: str, body: str | None
) -> None:
    assert parties(read, text)[mention] == body


@pytest.mark.parametrize(
    ("text", "mention", "body"),
    [
        ("ISIL Takfiri terrorists overran Tabqa.", "ISIL Takfiri terrorists", "is"),
        ("Ahrar al-Sham rebel fighters shelled Homs.", "Ahrar al-Sham rebel fighters",
         "ahrar-al-sham"),
        ("Takfiri terrorists shelled Homs.", "Takfiri terrorists", "sy-rebels"),
        ("Foreign-backed Takfiri terrorists shelled Homs.", "Foreign-backed Takfiri terrorists",
         "sy-rebels"),
    ],
)  # fmt: skip
def test_a_groups_name_goes_before_what_many_are_called(
    read: Read, text: str, mention: str, body: str
) -> None:
    """They were taken for the rebels as a whole, whom others call so."""
    assert parties(read, text)[mention] == body


@pytest.mark.parametrize(
    "text",
    [
        "Russia forces Ukraine to retreat from Toretsk.",
        "Israel forces residents out of Rafah.",
        "Turkey forces Kurdish families to leave Afrin.",
    ],
)
def test_a_state_that_forces_others_is_no_army(read: Read, text: str) -> None:
    assert not any("forces" in mention for mention in parties(read, text))


def test_a_states_forces_are_its_army(read: Read) -> None:
    assert parties(read, "Rwanda forces attacked Goma.")["Rwanda forces"] == "rw-forces"
