"""What nobody places or dates may be of several deeds, and has one origin however many tell it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from fogline.model import Event, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, source, told

TOLD = {
    "Vessa Times": "Drivers fear the raids by jets of the army in the north.",
    "Orlin Post": "Villagers hide in cellars from jets, and raids in the north go on, they say.",
}


def page(outlet: str, **slots: Any) -> Reading:
    text = TOLD[outlet]
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(30))
    given = {"sentence": text, "trigger": "raids", "mode": "aerial", "actors": ("army",)}
    given |= {"basis": "default", "by": (source(f"{outlet} Union", "organisation"),)} | slots
    return told(reading(f"{text} {filler}", outlet, "2031-03-04"), given)


def weighed(**slots: Any) -> Event:
    """Return the one event of two pages, the same in either order."""
    pages = [page(outlet, **slots) for outlet in TOLD]
    (found,), again = (events(p, origins(p)) for p in itertools.permutations(pages))
    assert again == (found,)
    return found


def test_what_nobody_places_or_dates_has_one_origin_and_is_not_judged() -> None:
    found = weighed(places=("Nord",))
    assert (found.documents, found.publishers, found.origins) == (2, 2, 1)
    assert found.credibility.grade == 6
    assert "where or on which day" in found.credibility.reason


@pytest.mark.parametrize(
    "slots",
    [
        {"places": ("Orlin",)},
        {"places": ("Nord",), "basis": "absolute", "day": "2031-03-04"},
    ],
)
def test_a_town_or_a_day_is_enough_for_two_to_bear_each_other_out(slots: dict[str, Any]) -> None:
    assert weighed(**slots).origins == 2


def test_what_is_done_by_saying_so_needs_no_place() -> None:
    found = weighed(places=("Nord",), event="CONSULT", mode=None)
    assert found.origins == 2
