"""A sentence that only counts whom a deed harmed is of the deed that its text told before."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Reading
from fogline.weighing.events import events
from fogline.weighing.measures.days import Days, ordinal
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.views import View, views
from tests.weighing.newsroom import reading, source, told
from tests.weighing.test_tables import table

RAID = "Riders ambushed a convoy near Vessa on Sunday."
DAY, NEXT = "2031-03-04", "2031-03-05"
BARE: dict[str, Any] = {"mode": None, "basis": "default", "killed": (6, 6)}


def told_in(
    count: str, *, raid: str = RAID, between: str = "", trigger: str = "killed", **slots: Any
) -> Reading:
    """Return a page that tells of an ambush on a day of its own, and counts behind that."""
    deed = {"sentence": raid, "trigger": "ambushed", "mode": None, "day": DAY}
    deed |= {"actors": ("Riders",), "places": ("Vessa",)} | slots.pop("deed", {})
    text = " ".join(filter(None, (raid, between, count)))
    page = reading(text, "Vessa Times", NEXT)
    return told(page, deed, BARE | {"sentence": count, "trigger": trigger} | slots)


def counting(page: Reading) -> tuple[View, View]:
    deed, count = views([page])
    return deed, count


@pytest.mark.parametrize(
    ("count", "trigger"),
    [("Six people were killed.", "killed"), ("The toll is six dead.", "toll"),
     ("Six soldiers died, medics said.", "died")],
)  # fmt: skip
def test_it_has_the_day_of_the_deed_and_is_of_it(count: str, trigger: str) -> None:
    """An army's "the toll is 6 soldiers" stood alone beside two other tolls of its ambush."""
    for between in ("", "The escort drove them off."):
        deed, found = counting(told_in(count, trigger=trigger, between=between))
        assert (found.of, found.days) == (deed.claim.id, deed.days)
        assert found.days == Days(ordinal(DAY), ordinal(DAY))


@pytest.mark.parametrize(
    ("count", "slots"),
    [
        ("Elsewhere, six people were killed.", {}),
        ("Six people were killed in Orlin.", {"places": ("Orlin",)}),
        ("Six people were killed by shells.", {"actors": ("Front",)}),
        ("Six people were killed on Friday.", {"day": "2031-03-01", "basis": "relative"}),
        ("Six people were not killed.", {"polarity": "negative"}),
        ("Six people may be killed.", {"status": "forecast"}),
        ("Six people were killed.", {"killed": None}),
        ("Six people were killed.", {"between": "word " * 80}),
        ("Six people were killed.", {"deed": {"killed": (9, 9)}}),
        ("Six people were killed.", {"deed": {"polarity": "negative"}}),
        ("Six people were killed in the raid.", {"trigger": "raid"}),
    ],
)
def test_what_says_more_or_stands_elsewhere_is_of_no_deed(
    count: str, slots: dict[str, Any]
) -> None:
    assert counting(told_in(count, **slots))[1].of == ""


def test_tolls_of_one_ambush_meet_on_a_road_and_near_a_village_that_no_map_has() -> None:
    ford = {"raid": RAID.replace("Vessa", "Tarnow Ford"), "deed": {"places": ("Tarnow Ford",)}}
    here = told_in("Six soldiers were killed.", **ford)
    way = "road between Orlin and Vessa"
    line = f"Riders ambushed a convoy on the {way} on Sunday, killing nine soldiers."
    slots = {"sentence": line, "trigger": "ambushed", "mode": None, "day": DAY, "killed": (9, 9)}
    other = told(reading(line, "Orlin Post", NEXT), slots | {"places": ("Orlin",)})
    orlin = other.claims[0].places[0]
    road = replace(orlin, text=way, name=way, id=None, precision="approximate", radius=20.0)
    other = replace(other, claims=(replace(other.claims[0], places=(road,)),))
    pages = (here, other)
    found = {frozenset(e.claims) for e in events(pages, origins(pages))}
    assert found == {frozenset(c.id for page in pages for c in page.claims)}


TABLE = table("views/counting.toml")["again"]


@pytest.mark.parametrize("kind", ["examples", "others"])
def test_what_counts_again_has_no_day_but_that_of_speaking(kind: str) -> None:
    for said in TABLE[kind]:
        slots = {"trigger": "raid", "places": (), "killed": (11, 11), "basis": "default"}
        page = told(reading(said, "Vessa Times", NEXT), {"sentence": said} | slots)
        (found,) = views([page])
        assert found.spoken is (kind == "examples"), said


@pytest.mark.parametrize(("out", "number"), [("2031-03-06", 1), ("2031-03-09", 2)])
def test_a_toll_that_grew_within_days_is_of_the_deed_and_supersedes_what_its_source_said(
    out: str, number: int
) -> None:
    """An army's nine dead and its eleven "in the strikes", two days later, were two events."""
    by = (source("Orlin army", id="sy-forces"),)
    first = "Nine people were killed in a raid on Orlin on Monday."
    slots = {"trigger": "raid", "places": ("Orlin",), "by": by}
    nine = {"sentence": first, "killed": (9, 9), "day": DAY} | slots
    pages = [told(reading(first, "Vessa Times", DAY), nine)]
    later = "The army put the number of people killed in the raid on Orlin at 11."
    eleven = {"sentence": later, "killed": (11, 11), "basis": "default"} | slots
    pages += [told(reading(later, "Karsk Echo", out), eleven)]
    for order in (pages, pages[::-1]):
        found = {event.id: event for event in events(order, origins(order))}
        assert len(found) == number
        if number == 1:
            (conflict,) = next(iter(found.values())).contradictions
            assert (conflict.type, conflict.state) == ("toll", "superseded")
