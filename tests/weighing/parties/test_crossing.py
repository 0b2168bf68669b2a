"""A blow of each side is no one deed: who does it by one claim is hit by the other."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from fogline.model import Mention, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, told

ARMY, FRONT = Mention("Syrian army", id="sy-forces"), Mention("Free Syrian Army", id="fsa")
SIDES = [(ARMY, FRONT), (FRONT, ARMY)]
DAY = "2016-11-08"


def struck(outlet: str, said: str, trigger: str, *hit: Mention | str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": said, "trigger": trigger, "recipients": hit, "places": ("Orlin",)} | slots
    return told(reading(f"{said} {filler}", outlet, DAY), given | {"day": DAY})


def number(*pages: Reading) -> int:
    """Return how many events some pages tell, the same in any order."""
    found = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == found
    return len({event.id for event in found})


def by(doer: Mention, hit: Mention | str, outlet: str, trigger: str = "shelled") -> Reading:
    said = f"The {doer.text} {trigger} {hit if isinstance(hit, str) else hit.text} in Orlin."
    return struck(outlet, said, trigger, hit, actors=(doer,))


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_two_sides_that_hit_each_other_tell_of_two_deeds(one: Mention, other: Mention) -> None:
    assert number(by(one, other, "Post"), by(other, one, "Times")) == 2


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_nobody_said_to_have_done_it_may_still_not_be_who_was_hit(
    one: Mention, other: Mention
) -> None:
    hit = struck("Times", f"A convoy of the {one.text} was shelled in Orlin.", "shelled", one)
    assert number(by(one, other, "Post"), hit) == 2
    assert number(by(one, "market", "Post"), hit) == 2
    assert number(by(other, one, "Post"), hit) == 1


def test_posts_and_aircraft_are_of_the_side_that_they_are_named_by() -> None:
    posts = struck(
        "Times", "Syrian positions were shelled in Orlin.", "shelled", "Syrian positions"
    )
    assert number(by(ARMY, FRONT, "Post"), posts) == 2
    plane = "a jet of the Syrian army"
    lost = struck("Times", f"In Orlin {plane} was shelled.", "shelled", plane)
    assert number(by(ARMY, FRONT, "Post"), lost) == 2


@pytest.mark.parametrize(("one", "other"), SIDES)
def test_the_dead_that_each_lays_to_the_other_are_one_deed(one: Mention, other: Mention) -> None:
    pages = [by(one, "Syrian civilians", "Post"), by(other, "Syrian civilians", "Times")]
    assert number(*pages) == 1
    assert number(by(one, "12 Syrians", "Post"), by(other, "Syrian civilians", "Times")) == 1


def test_a_clash_has_two_sides_and_whom_both_lay_it_to_may_have_hit_his_own() -> None:
    clash = {"mode": "clash", "actors": (ARMY,)}
    ours = struck("Post", "The army clashed with the front in Orlin.", "clashed", FRONT, **clash)
    theirs = struck(
        "Times", "The front clashed with the army in Orlin.", "clashed", ARMY, mode="clash"
    )
    assert number(ours, theirs) == 1
    assert number(by(ARMY, ARMY, "Post"), by(ARMY, FRONT, "Times")) == 1


def test_posts_and_people_who_do_not_fight_are_hit_by_one_only_where_more_makes_it_one() -> None:
    """A side's own word on posts that it hit confirmed that it had killed five civilians."""
    dead = "A shell killed five civilians in Orlin on Tuesday."
    shell = struck("Post", dead, "shell", "five civilians", killed=(5, 5), actors=(ARMY,))
    hit = "Enemy posts in Orlin were destroyed."
    slots = {"mode": "destroy", "basis": "default"}
    assert number(shell, struck("Times", hit, "destroyed", "Enemy posts", **slots)) == 2
    also = struck("Times", hit, "destroyed", "Enemy posts", actors=(ARMY,), **slots)
    assert number(shell, also) == 1
    named = struck("Times", hit, "destroyed", "Enemy posts", mode="destroy")
    assert number(shell, named) == 1
