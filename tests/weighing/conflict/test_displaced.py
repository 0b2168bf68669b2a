"""One occurrence told of two places or two days: found between events, and no false alarm."""

from __future__ import annotations

import random
from typing import Any

import pytest

from fogline.model import Displaced, Reading
from fogline.weighing.conflict.displaced import displaced, likely
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

DAY, NEXT, LATER = "2031-03-04", "2031-03-05", "2031-03-12"
MONITOR, MAYOR = source("Harrow Monitor", "organisation"), source("mayor of Orlin")
SAYS = "A bomb killed 12 dyers beside the old indigo market hall in {place}."


def page(outlet: str, place: str, day: str, out: str = "", **slots: Any) -> Reading:
    """Return a page that tells of the bomb at a place on a day; `also` is what it says besides."""
    sentence = slots.pop("sentence", SAYS).format(place=place)
    also = slots.pop("also", "")
    filler = " ".join(f"{outlet.lower()[::-1]}{n}" for n in range(30))
    given = {"sentence": sentence, "trigger": "killed", "mode": "explosives", "killed": (12, 12)}
    given |= {"places": (place,), "day": day, "recipients": ("12 dyers",)} | slots
    return told(reading(f"{sentence} {also} {filler}", outlet, out or DAY), given)


def found(*pages: Reading) -> tuple[Displaced, ...]:
    known = origins(pages)
    voices = claim_origins(pages, known)
    told = events(pages, known, voices)
    every = displaced(views(pages), told, voices)
    assert displaced(views(likely(pages, told)), told, voices) == every
    return every


def test_one_bomb_in_two_places_is_a_conflict_between_two_events() -> None:
    pages = (page("Vessa Times", "Orlin", DAY), page("Orlin Post", "Karsk", DAY))
    (conflict,) = found(*pages)
    said = conflict.contradiction
    assert len(set(conflict.events)) == 2
    assert (said.type, said.state, len(said.claims)) == ("place", "open", 2)
    assert "Orlin" in said.reason and "Karsk" in said.reason and "km apart" in said.reason
    assert "the same number killed" in said.reason
    assert {turn.says for turn in said.history} == {"Orlin", "Karsk"}


def test_one_bomb_on_two_days_is_one_too() -> None:
    (conflict,) = found(page("Vessa Times", "Orlin", DAY), page("Orlin Post", "Orlin", NEXT, NEXT))
    assert conflict.contradiction.type == "time"
    assert f"told of {DAY} and {NEXT}" in conflict.contradiction.reason


def test_like_words_do_where_no_number_is_told() -> None:
    words = {"killed": None, "sentence": SAYS.replace("12 dyers", "the two brothers Ferrol")}
    first = page("Vessa Times", "Orlin", DAY, **words)
    (conflict,) = found(first, page("Orlin Post", "Karsk", DAY, **words))
    assert "in like words" in conflict.contradiction.reason


@pytest.mark.parametrize(
    "slots",
    [
        {"killed": (40, 40)},
        {"place": "Orlin"},
        {"place": "Nord"},
        {"out": LATER, "day": DAY},
        {"recipients": ("Selwen Guard",)},
        {"mode": "clash"},
        {"status": "forecast"},
        {"certainty": "possible"},
        {"polarity": "negative"},
        {"also": "In Orlin all was calm."},
        {"sentence": "Shelling of {place} killed a dozen workers at dawn, medics say."},
    ],
)
def test_what_differs_more_than_in_its_place_is_none(slots: dict[str, Any]) -> None:
    first = page("Vessa Times", "Orlin", DAY, recipients=("Harrow Brigade",), by=(MONITOR,))
    given = {"place": "Karsk", "day": DAY, "recipients": ("Harrow Brigade",)} | slots
    assert not found(first, page("Orlin Post", by=(MAYOR,), **given))


def test_one_origin_does_not_contradict_itself_between_events() -> None:
    pages = [
        page(outlet, place, DAY, by=(MONITOR,))
        for outlet, place in (("Vessa Times", "Orlin"), ("Orlin Post", "Karsk"))
    ]
    assert not found(*pages)


def test_a_page_that_tells_of_both_days_knows_two_bombs() -> None:
    both = page("Orlin Post", "Orlin", NEXT, NEXT)
    again = page("Orlin Post", "Orlin", DAY, NEXT, also="There were two.")
    merged = told(
        reading(f"{both.document.text} {again.document.text}", "Orlin Post", NEXT),
        *(
            {
                "sentence": SAYS.format(place="Orlin"),
                "trigger": "killed",
                "mode": "explosives",
                "killed": (12, 12),
                "places": ("Orlin",),
                "day": day,
            }
            for day in (DAY, NEXT)
        ),
    )
    assert not found(page("Vessa Times", "Orlin", DAY), merged)


def test_the_order_of_arrival_plays_no_part() -> None:
    pages = [
        page("Vessa Times", "Orlin", DAY),
        page("Orlin Post", "Karsk", DAY),
        page("Karsk Echo", "Orlin", NEXT, NEXT),
    ]
    first = found(*pages)
    assert first
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert found(*pages) == first
