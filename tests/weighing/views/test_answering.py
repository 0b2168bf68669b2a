"""Who denies at once all that is of a kind denies the deed that another has just told."""

from __future__ import annotations

from typing import Any

import pytest

from fogline.model import Event
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, source, told

CHARGE = "The Orlin army said that River front fighters had shelled Vessa on Sunday."
NONE = "The River front said that there had been no shooting whatsoever."
ARMY, FRONT = source("Orlin army", "organisation"), source("River front", "armed-group")
SHELLED: dict[str, Any] = {
    "sentence": CHARGE,
    "trigger": "shelled",
    "day": "2031-03-02",
    "actors": ("River front fighters",),
    "places": ("Vessa",),
    "by": (ARMY,),
}
SHOT: dict[str, Any] = {
    "sentence": NONE,
    "trigger": "shooting",
    "mode": "firearms",
    "polarity": "negative",
    "basis": "default",
    "by": (FRONT,),
}


def weighed(between: str = "", **slots: Any) -> tuple[Event, ...]:
    text = " ".join(filter(None, (CHARGE, between, NONE)))
    page = told(reading(text, "Vessa Times", "2031-03-04"), SHELLED, SHOT | slots)
    return events([page], origins([page]))


def test_no_shooting_whatsoever_denies_the_shelling_told_before() -> None:
    (event,) = weighed()
    (found,) = event.contradictions
    assert (found.type, found.state) == ("polarity", "open")
    assert found.reason == "Orlin army against the denial of River front"
    assert event.credibility.grade == 4


@pytest.mark.parametrize(
    "slots",
    [
        {"between": "Bread was dear in Vessa."},
        {"by": (ARMY,)},
        {"mode": "clash"},
        {"places": ("Karsk",)},
        {"actors": ("Harrow Brigade",), "recipients": ("a mill",)},
        {"polarity": "positive"},
    ],
)
def test_what_says_of_whom_or_where_or_when_it_is_or_stands_apart_does_not(
    slots: dict[str, Any],
) -> None:
    assert not any(event.contradictions for event in weighed(**slots))
