"""A headline or a caption and what the text of its page tells in full are one event."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from fogline.model import Part, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, told

OUT, SUNDAY = "2031-03-05", "2031-03-02"


def page(above: dict[str, Any], *below: dict[str, Any], role: str = "headline") -> Reading:
    """Return a page of a claim above its text and some in it, one to a sentence."""
    text = " ".join(str(slots["sentence"]) for slots in (above, *below))
    end = len(str(above["sentence"]))
    parts = (Part("above-1", role, 0, end), Part("body-1", "body", end, len(text)))
    first = {"part": "above-1", "basis": "default"} | above
    return told(
        reading(text, "Vessa Times", OUT, parts=parts),
        first,
        *({"part": "body-1", "day": SUNDAY} | slots for slots in below),
    )


def together(*pages: Reading) -> list[int]:
    """Return the sizes of the events of some pages, the same in any order."""
    found = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == found
    return sorted(len(event.claims) for event in found)


TAKES = {"sentence": "Army takes key town.", "trigger": "takes", "event": "CONTROL", "mode": "gain"}
TOOK = {
    "sentence": "The Orlin army entered Vessa on Sunday and raised its flag, officials said.",
    "trigger": "entered",
    "event": "CONTROL",
    "mode": "gain",
    "actors": ("Orlin army",),
    "places": ("Vessa",),
}
HITS = {"sentence": "Drone hits oil depot.", "trigger": "hits", "mode": "drone"}
HITS |= {"recipients": ("oil depot",)}
STRUCK = {
    "sentence": "A fuel store at Karsk burned after it was struck by a drone on Sunday.",
    "trigger": "struck",
    "mode": "drone",
    "recipients": ("fuel store",),
    "places": ("Karsk",),
}
LEFT = {"sentence": "Troops pull out.", "trigger": "pull out", "event": "RETREAT"} | {
    "mode": "withdraw",
    "actors": ("Troops",),
}
WITHDREW = {
    "sentence": "The River front withdrew from Orlin on Sunday after weeks of battles.",
    "trigger": "withdrew",
    "event": "RETREAT",
    "mode": "withdraw",
    "actors": ("River front",),
    "places": ("Orlin",),
}


@pytest.mark.parametrize("role", ["headline", "caption", "lead-in"])
@pytest.mark.parametrize(("short", "full"), [(TAKES, TOOK), (HITS, STRUCK), (LEFT, WITHDREW)])
def test_a_headline_without_day_or_place_is_one_event_with_what_it_tells_in_short(
    short: dict[str, Any], full: dict[str, Any], role: str
) -> None:
    # A headline has the page's day, its text the one on which it happened, three days before.
    found = page(short, full, role=role)
    assert together(found) == [2]
    (event,) = events([found], origins([found]))
    assert (event.documents, event.origins) == (1, 1)
    assert (event.when.start, event.when.end) == (SUNDAY, SUNDAY)


@pytest.mark.parametrize(
    "other",
    [
        {"polarity": "negative"},
        {"status": "forecast"},
        {"actors": ("River front",)},
        {"event": "ASSAULT", "mode": "aerial"},
    ],
)
def test_a_headline_is_not_joined_to_what_its_text_tells_of_others(other: dict[str, Any]) -> None:
    short = TAKES | {"actors": ("Orlin army",), "places": ("Vessa",)}
    sentence = "The River front entered Vessa on Sunday and raised its flag, officials said."
    assert together(page(short, TOOK | {"sentence": sentence} | other)) == [1, 1]


def test_a_headline_that_sums_up_is_none_of_what_it_sums_up() -> None:
    sums = {"sentence": "Strikes kill 30.", "trigger": "Strikes", "mode": "aerial"}
    first = {
        "sentence": "A strike on Sunday hit a school at Orlin, killing 12.",
        "trigger": "strike",
    }
    second = {"sentence": "Another strike on Saturday at Karsk killed 18.", "trigger": "strike"}
    below = (
        first | {"mode": "aerial", "killed": (12, 12), "places": ("Orlin",)},
        second | {"mode": "aerial", "killed": (18, 18), "places": ("Karsk",), "day": "2031-03-01"},
    )
    assert together(page(sums | {"killed": (30, 30)}, *below)) == [1, 1, 1]


def test_of_two_deeds_a_headline_is_the_one_that_it_has_something_in_common_with() -> None:
    short = {"sentence": "Mill shelled.", "trigger": "shelled", "recipients": ("mill",)}
    first = {"sentence": "Shells fell on the bridge at Vessa on Sunday.", "trigger": "fell"}
    second = {"sentence": "The mill at Karsk was shelled on Monday.", "trigger": "shelled"}
    found = page(
        short,
        first | {"recipients": ("bridge",), "places": ("Vessa",)},
        second | {"recipients": ("mill",), "places": ("Karsk",), "day": "2031-03-03"},
    )
    head, _, of = views([found])
    assert head.of == of.claim.id
    assert together(found) == [1, 2]


def test_a_text_that_tells_twice_of_a_capture_tells_of_one() -> None:
    again = {"sentence": "The army has taken Vessa, officials said.", "trigger": "taken"}
    again |= {"event": "CONTROL", "mode": "gain", "actors": ("Orlin army",), "places": ("Vessa",)}
    text = f"{again['sentence']} {TOOK['sentence']}"
    both = told(
        reading(text, "Vessa Times", OUT), again | {"basis": "default"}, TOOK | {"day": SUNDAY}
    )
    assert together(both) == [2]
    shelled = {"event": "ASSAULT", "mode": "heavy-weapons"}
    deeds: Sequence[dict[str, Any]] = (again | shelled | {"basis": "default"}, TOOK | shelled)
    twice = told(
        reading(text, "Vessa Times", OUT), *({"day": SUNDAY} | d for d in deeds[1:]), deeds[0]
    )
    assert together(twice) == [1, 1]


HITS_STORE = {"sentence": "Drone hits store.", "trigger": "hits", "places": ("Karsk",)}


def test_what_is_told_of_a_region_alone_is_no_setting_of_its_headline() -> None:
    """Comparing it with what is told of another town stopped the weighing."""
    wide = page(HITS, STRUCK | {"places": ("Nord",)})
    (headline,) = (v for v in views([wide]) if v.heads)
    assert headline.of
    assert headline.setting == ()
    elsewhere = told(reading("Drone hits store.", "Orlin Post", OUT), STRUCK | HITS_STORE)
    assert sum(together(wide, elsewhere)) == 3
