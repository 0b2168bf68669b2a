"""Everyday words whose sense what stands beside them tells: what is released, run, restored."""

from __future__ import annotations

import pytest

from fogline.reading.reader import Reader
from tests.reading.sentences import at, document, texts


@pytest.mark.parametrize(
    ("text", "trigger", "event", "mode"),
    [
        ("Typhoons released weapons against a bunker in Raqqa.", "released", "ASSAULT", "aerial"),
        ("The jets released two bombs over Mosul.", "released", "ASSAULT", "aerial"),
        ("The militia released its weapons to the monitors.", "released", "RETREAT", "disarm"),
        ("The rebels released two prisoners in Homs.", "released", "RETREAT", "release"),
        ("Daesh has lost more than 60% of the territory it held.", "lost", "CONTROL", "lose"),
        ("The army lost 40% of its tanks.", "lost", "CONDITION", "strength"),
        ("A militia that runs the town of Zintan left.", "runs", "CONTROL", "hold"),
        ("Unless river access is restored, many would die.", "restored", "RETREAT", "access"),
        ("Electricity was restored in Kharkiv.", "restored", "CONDITION", "supply"),
        ("The garrison in Homs cannot be resupplied.", "resupplied", "CONDITION", "supply"),
        ("The hospital in Nasir no longer admits patients.", "admits", "CONDITION", "humanitarian"),
        ("Lorries were stranded at the crossing on Monday.", "stranded", "CONDITION", "supply"),
        ("Tourists are stranded in El Fasher.", "stranded", "CONDITION", "humanitarian"),
        ("The trucks are stuck at the crossing of Adre.", "stuck", "CONDITION", "supply"),
        ("The convoy is waiting at the border in Rafah.", "waiting", "CONDITION", "supply"),
        ("There is no safe way out of Homs, activists said.", "safe way out", "RETREAT", "access"),
        ("Farmers began a march on the capital.", "march", "PROTEST", "demo"),
        ("Unions plan a march on Lima.", "march", "PROTEST", "demo"),
        ("The rebels' march on Tripoli was halted.", "march", "ASSAULT", "ground"),
        ("Drone over the Saudi hospital now.", "Drone", "CONDITION", "presence"),
        ("Helicopter over the suburbs, stay inside.", "Helicopter", "CONDITION", "presence"),
        ("A drone over Kherson killed two people.", "drone", "ASSAULT", "drone"),
        ("The rebels were driven from Homs.", "driven from", "CONTROL", "lose"),
    ],
)
def test_what_stands_beside_tells_the_sense(
    whole: Reader, text: str, trigger: str, event: str, mode: str | None
) -> None:
    found = at(whole.read(document(text)).claims, trigger)
    assert (found.event, found.mode) == (event, mode)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow launched a media campaign against the governor.",
        "The charm offensive of the kingdom in Africa continues.",
        "The vaccination drive in Gaza was halted.",
        "The company runs the port of Berbera.",
        "The soldiers released a statement in Homs.",
    ],
)
def test_what_hits_nobody_and_holds_nothing_is_no_claim(whole: Reader, text: str) -> None:
    kinds = {claim.event for claim in whole.read(document(text)).claims}
    assert kinds.isdisjoint({"ASSAULT", "CONTROL", "RETREAT"})


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("The president set a 48-hour deadline over the rebels in Goma.", ["set"]),
        ("The unit is unpaid and its morale is on the floor.", ["morale"]),
        ("A tank captured by rebels is driven through Homs.", ["captured"]),
    ],
)
def test_what_a_claim_says_is_no_second_one(whole: Reader, text: str, triggers: list[str]) -> None:
    assert [c.trigger.text for c in whole.read(document(text)).claims] == triggers


@pytest.mark.parametrize(
    "text",
    [
        "The army acquired drones from Turkey last year.",
        "The army received missiles from Turkey last year.",
    ],
)
def test_who_has_arms_from_a_state_is_armed_by_it(whole: Reader, text: str) -> None:
    (found,) = whole.read(document(text)).claims
    assert (found.event, texts(found.actors)) == ("AID", ["Turkey"])
    assert texts(found.recipients) == ["army"]


def test_what_is_released_is_not_hit(whole: Reader) -> None:
    claims = whole.read(document("Typhoons flew over Raqqa. They did not release weapons.")).claims
    assert texts(at(claims, "release").recipients) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("India lost a Rafale over Kotli.", ("CONDITION", "strength")),
        ("That India lost a Mirage 2000 is likely.", ("CONDITION", "strength")),
        ("The army lost Zubrabad.", ("CONTROL", "lose")),
    ],
)
def test_one_of_a_make_is_no_place(whole: Reader, text: str, event: tuple[str, str]) -> None:
    """A state that lost an aircraft by its name had lost a town."""
    claim = at(whole.read(document(text)).claims, "lost")
    assert (claim.event, claim.mode) == event
