"""Forces that come into a town or are back in it, which had been read as their withdrawal."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The army returned to Goma on Monday.", "returned", ["army"]),
        ("Army returns to Bukavu", "returns", ["Army"]),
        ("The rebels went back into Goma at dawn.", "went back", ["rebels"]),
        ("Government troops moved back into Goma.", "moved back", ["Government troops"]),
        ("The army is back in Saraqib, residents said.", "back", ["army"]),
        ("Ukrainian soldiers are back in Kherson.", "back", ["Ukrainian soldiers"]),
        ("The rebels strolled into Palmyra without resistance.", "strolled", ["rebels"]),
        ("M23 fighters walked into Goma on Monday.", "walked", ["M23 fighters"]),
    ],
)
def test_who_comes_into_a_town_gains_it(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    claim = at(read(text).claims, trigger)
    assert (claim.event, claim.mode, claim.polarity) == ("CONTROL", "gain", "positive")
    assert [a.text for a in claim.actors] == actors


def test_who_has_not_returned_has_gained_nothing(read: Read) -> None:
    claim = at(read("The army has not returned to Goma.").claims, "returned")
    assert (claim.event, claim.polarity) == ("CONTROL", "negative")


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers returned to their barracks.",
        "Troops returned to Moscow after the exercise.",
        "The troops returned from Goma on Monday.",
        "Displaced families returned to Goma.",
        "The rebels pulled back to Sake.",
    ],
)
def test_who_goes_home_gains_nothing(read: Read, text: str) -> None:
    assert all(c.event != "CONTROL" for c in read(text).claims)


@pytest.mark.parametrize(
    "text",
    [
        "UN peacekeepers returned to Bukavu on Monday.",
        "The police came back to the village to look for witnesses.",
        "The wounded soldiers returned to Bunia for treatment.",
        "The militants returned to Uvira for talks with elders.",
        "Former fighters returned to the town to farm.",
        "The army came back to the village with food for the families.",
        "Captured fighters marched into Palmyra under guard.",
        "The rebels moved back to the town from Kitchanga.",
        "Freed rebels are back in Bukavu.",
        "The rebels are back in Bukavu for talks.",
    ],
)
def test_whose_errand_is_another_gains_nothing(whole: Reader, text: str) -> None:
    found = whole.read(document(text)).claims
    assert all((c.event, c.mode) != ("CONTROL", "gain") for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "The army returned to Bukavu for the first time in two years.",
        "The rebels went back to Uvira to fight the army.",
        "The army came back to the village with tanks.",
        "Troops rolled into Bukavu to restore order.",
    ],
)
def test_who_comes_to_fight_or_to_stay_gains_it(whole: Reader, text: str) -> None:
    told = {(c.event, c.mode) for c in whole.read(document(text)).claims}
    assert ("CONTROL", "gain") in told


def test_going_for_a_town_attacks_it(read: Read) -> None:
    """It had been a withdrawal, and was borne out by one from another town."""
    claim = at(read("The rebels will go for Kindu within 72 hours.").claims, "go for")
    assert (claim.event, claim.mode, claim.status) == ("ASSAULT", "ground", "forecast")


def test_walking_in_streets_is_presence(read: Read) -> None:
    claim = at(read("Fighters are walking in the streets of Goma.").claims, "walking")
    assert (claim.event, claim.mode) == ("CONDITION", "presence")
