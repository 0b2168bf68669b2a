"""Names of bodies that a list gives side by side where its commas are lost."""

from __future__ import annotations

import pytest

from tests.reading.sentences import One, Read, at, texts


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        (
            "Clashes broke out between Faylaq al-Rahman Jaysh al-Islam and Ahrar al-Sham in Syria.",
            "Clashes",
            ["Faylaq al-Rahman", "Jaysh al-Islam", "Ahrar al-Sham"],
        ),
        (
            "Ahrar al-Sham Faylaq al-Sham and the Nusra Front shelled the hill in Syria.",
            "shelled",
            ["Ahrar al-Sham", "Faylaq al-Sham", "Nusra Front"],
        ),
        (
            "Militants of the Islamic State Nusra Front and Ahrar al-Sham shelled a post in Syria.",
            "shelled",
            ["Militants of the Islamic State", "Nusra Front", "Ahrar al-Sham"],
        ),
        (
            "Britain France and Germany condemned the raid.",
            "condemned",
            ["Britain", "France", "Germany"],
        ),
        # a part of a body, a place where it happens, and no list
        (
            "The Iranian Revolutionary Guards Quds Force shelled a post in Iraq.",
            "shelled",
            ["Iranian Revolutionary Guards Quds Force"],
        ),
        ("In Syria Turkey and Russia condemned the raid.", "condemned", ["Turkey", "Russia"]),
        (
            "The Nusra Front and Ahrar al-Sham shelled a post.",
            "shelled",
            ["Nusra Front", "Ahrar al-Sham"],
        ),
    ],
)
def test_each_name_of_a_list_without_commas_is_one(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    assert texts(at(read(text).claims, trigger).actors) == actors


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("Saudi-Iranian talks were held in Baghdad.", "talks", ["Saudi", "Iranian"]),
        ("Israeli-Palestinian talks were held in Cairo.", "talks", ["Israeli", "Palestinian"]),
        ("The Kurdish-Arab alliance seized the town.", "seized", ["Kurdish-Arab alliance"]),
    ],
)
def test_a_hyphen_joins_two_states(claim: One, text: str, trigger: str, actors: list[str]) -> None:
    assert texts(claim(text, trigger).actors) == actors
