"""Two attacks in one town on one day are two; reports of one attack that differ are one."""

from __future__ import annotations

import itertools
import tomllib
from importlib.resources import files
from typing import Any

import pytest

from fogline.model import Event, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.unlike import callings, opens
from fogline.weighing.views.views import document_views, views
from tests.weighing.growing import Growing
from tests.weighing.newsroom import reading, told

TABLE = tomllib.loads(files("fogline.weighing.views").joinpath("unlike.toml").read_text("utf-8"))


def shot(
    *harmed: str, killed: tuple[int, int | None] | None = None, **slots: Any
) -> dict[str, Any]:
    """Return the claim of a sentence that riders shot somebody at Orlin."""
    sentence = f"{slots.pop('first', 'Riders')} shot {' and '.join(harmed)} at Orlin."
    given = {"sentence": sentence, "trigger": "shot", "mode": "firearms", "places": ("Orlin",)}
    return given | {"actors": ("Riders",), "recipients": harmed, "killed": killed} | slots


def page(outlet: str, *claims: dict[str, Any]) -> Reading:
    text = " ".join(claim["sentence"] for claim in claims)
    return told(reading(text, outlet, "2031-03-04"), *claims)


def weighed(*pages: Reading) -> tuple[Event, ...]:
    """Return the events, the same in any order and one by one."""
    found = events(pages, origins(pages))
    for order in itertools.permutations(pages):
        assert events(order, origins(order)) == found
        growing = Growing()
        for arrived in order:
            growing.add(list(document_views(arrived)))
        assert growing.groups() == {frozenset(event.claims) for event in found}
    return found


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        (shot("a judge", killed=(1, 1)), shot("two fishermen", killed=(2, 2)), 2),
        (shot("six farmers", killed=(6, 6)), shot("a nurse", killed=(1, 1)), 2),
        (shot("four gendarmes", killed=(4, 4)), shot("five policemen", killed=(5, 5)), 1),
        (shot("six farmers", killed=(6, 6)), shot("five villagers", killed=(5, 5)), 1),
        (shot("six farmers", killed=(6, 6)), shot("a nurse", "people", killed=(7, 7)), 1),
        (shot("six farmers", killed=(6, 6)), shot("traders", killed=(6, 6)), 1),
        (shot("six farmers", killed=(6, None)), shot("traders", killed=(9, 9)), 1),
        (shot("six farmers", killed=(6, 6)), shot("traders"), 1),
        (shot("six farmers", killed=(6, 6)), shot("two farmers", killed=(2, 2)), 1),
        # the patients of a ward, and hundreds of people of all callings
        (shot("patients", killed=(60, None)), shot("unarmed captives", killed=(400, None)), 2),
        (shot("patients", killed=(60, None)), shot("unarmed captives", killed=(90, None)), 1),
        (shot("patients", killed=(60, None)), shot("patients", killed=(400, None)), 1),
        (shot("six farmers", killed=(6, None)), shot("people", killed=(400, None)), 1),
    ],
)
def test_people_of_other_callings_in_another_number_are_of_another_attack(
    one: dict[str, Any], other: dict[str, Any], number: int
) -> None:
    found = weighed(page("Vessa Times", one), page("Orlin Post", other))
    assert len(found) == number
    if number == 2:
        assert not any(event.contradictions for event in found)


@pytest.mark.parametrize(
    ("first", "number"),
    [
        ("Hours later riders", 2),
        ("In the evening riders", 2),
        ("In a second attack riders", 2),
        ("A second group of riders", 2),
        ("Another heavy attack followed: riders", 2),
        ("Separately, riders", 2),
        ("Riders", 1),
        ("The second of the riders", 1),
        ("Another two days passed before it was known that riders", 1),
        ("The riders who came in the evening", 1),
    ],
)
def test_a_text_that_goes_on_to_another_attack_tells_of_two(first: str, number: int) -> None:
    two = page("Vessa Times", shot("the mill"), shot("the school", first=first))
    of_school = page("Orlin Post", shot("the school"))
    found = weighed(two, of_school)
    assert len([e for e in found if e.event == "ASSAULT"]) == number
    apart = {two.claims[1].id, of_school.claims[0].id}
    assert (apart in [set(event.claims) for event in found]) == (number == 2)


def test_what_opens_the_first_sentence_or_says_the_same_again_parts_nothing() -> None:
    again = page("Vessa Times", shot("the mill", first="Hours later riders"), shot("the school"))
    assert len(weighed(again)) == 1
    same = page("Vessa Times", shot("the mill"), shot("the old mill", first="Hours later riders"))
    assert len(weighed(same)) == 1
    other = page("Orlin Post", shot("the school", first="Hours later riders"))
    assert len(weighed(page("Vessa Times", shot("the mill")), other)) == 1


@pytest.mark.parametrize("example", TABLE["examples"])
def test_every_opening_is_found_in_its_example(example: str) -> None:
    assert opens(example)


@pytest.mark.parametrize("row", TABLE["calling"], ids=lambda row: row["example"])
def test_every_calling_is_found_in_its_example(row: dict[str, Any]) -> None:
    (seen,) = views([page("Vessa Times", shot(row["example"]))])
    assert TABLE["calling"].index(row) in callings(seen)
