"""Forces that give up a place in other words than "withdraw"."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import Read, at, document


@pytest.mark.parametrize(
    ("text", "trigger", "actors"),
    [
        ("The base in Momauk was temporarily left by the military.", "left", ["military"]),
        ("The barracks at Kutum were left by the garrison on Monday.", "left", ["garrison"]),
        ("The camp was quit by the rebels before dawn.", "quit", ["rebels"]),
        ("The base in Kutum was deserted by the army.", "deserted", ["army"]),
        ("The army left the base behind.", "left", ["army"]),
        ("The units moved to prepared positions west of Bakhmut.", "moved", ["units"]),
        ("The army carried out a tactical repositioning from Pinga.", "repositioning", ["army"]),
        ("The brigade made a tactical redeployment from Lyman.", "redeployment", ["brigade"]),
    ],
)
def test_leaving_is_told_in_many_words(
    read: Read, text: str, trigger: str, actors: list[str]
) -> None:
    """A base that "was left by the army" had been gained by it."""
    claim = at(read(text).claims, trigger)
    assert (claim.event, claim.mode, claim.polarity) == ("RETREAT", "withdraw", "positive")
    assert [a.text for a in claim.actors] == actors


def test_what_was_not_left_is_negative(read: Read) -> None:
    claim = at(read("The base was not left by the army.").claims, "left")
    assert (claim.event, claim.polarity) == ("RETREAT", "negative")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army redeployed troops to the border.", "redeployed"),
        ("The rebels repositioned their fighters outside Kutum.", "repositioned"),
        ("Troops moved towards the town.", "moved"),
        ("Reserve troops moved to better positions near Kutum.", "moved"),
        ("Warships approached the port.", "approached"),
        ("Two skiffs approached the tanker off the port.", "approached"),
    ],
)
def test_a_move_alone_gives_up_nothing(read: Read, text: str, trigger: str) -> None:
    assert at(read(text).claims, trigger).event == "MOBILIZE"


@pytest.mark.parametrize(
    "text",
    [
        "The village was left without water by the army.",
        "The town was left in ruins by the army.",
        "The children were left by their parents in Kutum.",
        "Weapons were left behind by the army in Pinga.",
    ],
)
def test_what_is_left_in_some_state_is_not_given_up(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.event in {"RETREAT", "CONTROL"}]


def test_people_who_are_relocated_give_nothing_up(whole: Reader) -> None:
    found = whole.read(document("Planned relocation of civilians from Kutum was announced."))
    claim = at(found.claims, "relocat")
    assert (claim.event, claim.mode) == ("COERCE", "displace")


@pytest.mark.parametrize(
    "text",
    [
        "The clinic in Kutum was left by its staff.",
        "A fishing boat approached the port.",
        "A boat of migrants approached the port.",
        "Passenger jets approached Kutum.",
    ],
)
def test_staff_and_civil_craft_are_no_forces(whole: Reader, text: str) -> None:
    """A clinic's staff "left", and a fishing boat "approached", as troops do."""
    assert not whole.read(document(text)).claims


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The army has taken a position change in the surroundings of Goma.", "position change"),
        ("The army has changed its position around Goma.", "changed"),
        ("The brigade adjusted its lines near Bakhmut.", "adjusted"),
    ],
)
def test_a_change_of_positions_somewhere_is_leaving(read: Read, text: str, trigger: str) -> None:
    """An army's words for having lost a town were read as its capture."""
    claim = at(read(text).claims, trigger)
    assert (claim.event, claim.mode) == ("RETREAT", "withdraw")


def test_a_change_of_mind_leaves_nothing(read: Read) -> None:
    read_claims = read("The army has changed its position on the talks in Geneva.").claims
    assert all(c.mode != "withdraw" for c in read_claims)
