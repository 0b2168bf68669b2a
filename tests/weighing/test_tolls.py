"""Which two numbers of people harmed count the same people, so that they may conflict."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Reading, When
from fogline.weighing.contradictions import contradictions
from fogline.weighing.origins import origins
from fogline.weighing.views import views
from fogline.weighing.voices import claim_origins
from tests.weighing.newsroom import reading, source, told

MONDAY, TUESDAY = "2031-03-04", "2031-03-05"
CLINIC, COUNCIL = source("Orlin clinic"), source("Orlin council")


def page(outlet: str, sentence: str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": sentence, "trigger": "hit", "places": ("Orlin",)} | slots
    return told(reading(f"{sentence} {filler}", outlet, MONDAY), given)


def conflict(*pages: Reading) -> bool:
    """Say whether a conflict of tolls is among claims of one event, in either order."""
    voices = claim_origins(pages, origins(pages))
    found = [
        any(c.type == "toll" for c in contradictions(views(order), voices))
        for order in (pages, pages[::-1])
    ]
    assert found[0] == found[1]
    return found[0]


@pytest.mark.parametrize(
    ("few", "many", "conflicts"),
    [
        (("five villagers",), ("nine villagers",), True),
        (("five more villagers",), ("nine villagers",), False),
        (("another five people",), ("nine people",), False),
        (("more than five people",), ("nine people",), True),
        (("two of the dead",), ("nine people",), False),
        (("two of those killed",), ("nine people",), False),
        (("A. Rinn",), ("nine people",), False),
        (("five soldiers",), ("nine people",), False),
        (("five people",), ("nine soldiers",), True),
        (("five civilians",), ("nine soldiers",), False),
        (("five soldiers",), ("nine civilians",), False),
        (("five soldiers",), ("nine soldiers",), True),
        (("five civilians",), ("hospital",), True),
    ],
)
def test_only_counts_of_the_same_people_conflict(
    few: tuple[str, ...], many: tuple[str, ...], conflicts: bool
) -> None:
    one = page("Vessa Times", "The bridge at Orlin was hit.", killed=(5, 5), recipients=few)
    other = page("Orlin Post", "Shells hit a bridge there.", killed=(9, 9), recipients=many)
    assert conflict(one, other) == conflicts


@pytest.mark.parametrize("among", ["They were among 19 people killed when shells hit it.", ""])
def test_those_who_are_among_more_are_no_other_count(among: str) -> None:
    sentence = among or "They say that 19 people were killed when shells hit it."
    one = page("Vessa Times", "The bridge at Orlin was hit.", killed=(5, 5))
    assert conflict(one, page("Orlin Post", sentence, killed=(19, 19))) is not bool(among)


def both(first: dict[str, Any], then: dict[str, Any]) -> bool:
    """Say whether two counts in one text conflict."""
    one, other = "Shells hit the whole district.", "The mill was hit before noon."
    text = reading(f"{one} {other}", "Vessa Times", MONDAY)
    slots = {"trigger": "hit"}
    return conflict(
        told(text, slots | {"sentence": one} | first, slots | {"sentence": other} | then)
    )


def test_a_text_counts_the_whole_and_its_parts() -> None:
    whole, part = {"killed": (9, 9), "places": ("Orlin",)}, {"killed": (5, 5)}
    assert not both(whole, part | {"by": (CLINIC,)})
    assert both(whole, part | {"by": (CLINIC,), "places": ("Orlin",)})
    assert both(whole | {"by": (COUNCIL,)}, part | {"by": (CLINIC,)})
    assert not both(whole | {"by": (CLINIC,)}, part | {"by": (CLINIC,)})


def test_what_goes_on_being_counted_is_another_number_on_another_day() -> None:
    since = {"start": "2031-01-01", "basis": "absolute"}
    pages = [
        page(outlet, sentence, killed=(n, n))
        for outlet, sentence, n in (
            ("Vessa Times", "Orlin was hit all winter.", 90),
            ("Orlin Post", "Shells have hit it since January.", 95),
        )
    ]
    assert conflict(*pages)
    assert not conflict(_until(pages[0], MONDAY, **since), _until(pages[1], TUESDAY, **since))
    assert conflict(_until(pages[0], MONDAY, **since), _until(pages[1], MONDAY, **since))


def _until(found: Reading, day: str, *, start: str, basis: str) -> Reading:
    (claim,) = found.claims
    return replace(found, claims=(replace(claim, when=When(None, start, day, None, basis)),))
