"""A denial faces the deed that it is of, and no other that its text tells besides."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from fogline.model import Mention
from fogline.weighing.conflict.eras import era
from fogline.weighing.conflict.facing import faces, is_general
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.views import View, by_page, views
from tests.weighing.newsroom import reading, source, told

GUARD, BRIGADE = "Selwen Guard", "Harrow Brigade"
SIDES = [GUARD, BRIGADE]
DENY = {"event": "REJECT", "mode": "deny", "basis": "default"}
OUT = "2031-03-04"


def seen(*claims: tuple[str, str, dict[str, Any]], out: str = OUT) -> list[View]:
    """Return the views of one page's claims: sentence, trigger and slots, its sentences in turn."""
    sentences = dict.fromkeys(sentence for sentence, _, _ in claims)
    page = told(
        reading(" ".join(sentences), "Vessa Times", out),
        *({"sentence": s, "trigger": t} | slots for s, t, slots in claims),
    )
    found = {v.claim.id: v for v in views([page])}
    return [found[c.id] for c in page.claims]


def facing(*claims: tuple[str, str, dict[str, Any]]) -> bool:
    """Say whether the last claim of a page is a denial of what its first tells."""
    every = seen(*claims)
    return faces(every[-1], every[0], by_page(every))


def shelled(who: str, **slots: Any) -> tuple[str, str, dict[str, Any]]:
    given = {"actors": (who,), "places": ("Orlin",), "basis": "default"}
    return f"The {who} shelled Orlin.", "shelled", given | slots


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    ("words", "trigger", "is_of_it"),
    [
        ("denied it", "denied", True),
        ("has repeatedly denied it", "denied", True),
        ("denied previous accusations", "denied", False),
        ("disowned it", "disowned", False),
    ],
)
def test_a_denial_answers_what_was_just_told(
    who: str, words: str, trigger: str, is_of_it: bool
) -> None:
    assert (
        facing(shelled(who), (f"The {who} {words}.", trigger, DENY | {"actors": (who,)}))
        is is_of_it
    )


@pytest.mark.parametrize("who", SIDES)
@pytest.mark.parametrize(
    ("words", "is_of_it"), [("denied it", True), ("has long denied it", False)]
)
def test_who_denies_ever_again_denies_nothing_told_far_above(
    who: str, words: str, is_of_it: bool
) -> None:
    """A president's standing denial stood against a raid that the same text told."""
    between = ("The bakers of Karsk asked for flour.", "asked", {"event": "REQUEST", "mode": "-"})
    denial = (f"The {who} {words}.", "denied", DENY | {"actors": (who,)})
    assert facing(shelled(who), between, denial) is is_of_it


@pytest.mark.parametrize("who", SIDES)
def test_a_habit_that_is_denied_faces_deeds_of_a_kind_told_beside_it(who: str) -> None:
    mines = {"mode": "explosives", "actors": (who,), "basis": "default"}
    negative = mines | {"polarity": "negative", "by": (source(who, "armed-group"),)}
    one = (
        "The envoys laid the mine blast of Karsk to it.",
        "blast",
        mines | {"places": ("Karsk",)},
    )
    many = ("The envoys said that it laid mines again and again.", "mines", mines)
    between = ("The bakers of Karsk asked for flour.", "asked", {"event": "REQUEST", "mode": "-"})
    denial = (f"The {who} denies using mines.", "using", negative)
    assert facing(many, denial)
    assert not facing(one, between, denial)
    assert [is_general(v) for v in seen(many, one)] == [True, False]


@pytest.mark.parametrize("who", SIDES)
def test_who_denies_that_gas_was_used_denies_no_shelling(who: str) -> None:
    gas = {"mode": "unconventional", "actors": (who,), "basis": "default"}
    denial = (f"The {who} denied that gas had been used.", "used", gas | {"polarity": "negative"})
    by_guns = shelled(who, mode="heavy-weapons")
    by_gas = (f"The {who} fired shells of gas on Orlin.", "fired", gas | {"places": ("Orlin",)})
    assert not facing((f"{by_guns[0][:-1]} with guns.", *by_guns[1:]), denial)
    assert facing(by_gas, denial)
    assert facing((f"The {who} attacked Orlin.", "attacked", by_guns[2]), denial)


@pytest.mark.parametrize("who", SIDES)
def test_a_denial_is_of_the_time_of_which_its_text_tells(who: str) -> None:
    """A denial of this week stood against what an inquiry had found of the year before last."""
    year = {"day": "2028-05-01", "actors": (who,), "places": ("Orlin",)}
    found = (f"An inquiry said that the {who} shelled Orlin in 2028.", "shelled", year)
    now = (f"The {who} shelled Karsk.", "shelled", {"actors": (who,), "places": ("Karsk",)})
    denied = (f"The {who} denied it.", "denied", DENY | {"actors": (who,)})
    assert facing(found, denied)
    assert not facing(found, now, denied)
    assert facing(now, denied)


def test_that_attack_is_of_the_time_of_the_sentence_before() -> None:
    """Denied responsibility for an attack of years before faces those who laid that one to him."""
    long_ago = (
        "Orlin was shelled in 2028.",
        "shelled",
        {"day": "2028-05-01", "places": ("Orlin",)},
    )
    laid = ("The council laid that attack to the Guard.", "attack", {"basis": "default"})
    other = ("The council laid an attack to the Guard.", "attack", {"basis": "default"})
    denied = ("The Guard denied responsibility.", "denied", DENY | {"actors": (GUARD,)})
    every = seen(long_ago, laid, denied)
    page = by_page(every)[every[0].document.id]
    assert {era(v, page) for v in every} == {every[0].days}
    assert faces(every[2], every[1], by_page(every))
    assert era(seen(long_ago, other)[1], seen(long_ago, other)) is None


def test_nobody_denies_what_is_told_of_a_day_after_he_spoke() -> None:
    denied = seen(shelled(GUARD, polarity="negative"))
    later = seen(shelled(GUARD, day="2031-03-07", basis="absolute"), out="2031-03-08")
    assert not faces(denied[0], later[0], by_page([*denied, *later]))
    assert faces(denied[0], seen(shelled(GUARD))[0], {})


@pytest.mark.parametrize("who", SIDES)
def test_whom_only_his_own_denial_names_nobody_accuses(who: str) -> None:
    first = f"The {who} denied it."
    at = len("The ")
    by = Mention(who, start=at, end=at + len(who))
    denial = (first, "denied", DENY | {"actors": (by,)})
    hit = ("Hours on, shells hit the mill.", "shells", {"actors": (by,), "places": ("Orlin",)})
    every = seen(denial, hit)
    assert not faces(every[0], every[1], by_page(every))


@pytest.mark.parametrize(("accuser", "accused"), [(GUARD, BRIGADE), (BRIGADE, GUARD)])
def test_only_what_a_denial_may_be_of_stands_in_its_conflict(accuser: str, accused: str) -> None:
    """Accusations over an attack of years before stood in the conflict over one of the day."""
    side = source(accuser, "armed-group")
    sentence = f"The {accuser} said that the {accused} had shelled the market in Orlin."
    hit = {"actors": (accused,), "places": ("Orlin",), "recipients": ("market",), "by": (side,)}
    denial = f"The {accused} denied it."
    page = told(
        reading(f"{sentence} {denial}", "Vessa Times", OUT),
        {"sentence": sentence, "trigger": "shelled"} | hit,
        {"sentence": denial, "trigger": "denied", "actors": (accused,)} | DENY,
    )
    other = told(
        reading(sentence, "Tarn Daily", OUT), {"sentence": sentence, "trigger": "shelled"} | hit
    )
    found = [events(pages, origins(pages)) for pages in itertools.permutations([page, other])]
    assert found[0] == found[1]
    (conflict,) = (c for event in found[0] for c in event.contradictions)
    assert conflict.type == "polarity"
    assert page.claims[1].id in conflict.claims


@pytest.mark.parametrize(
    ("hit", "whole", "is_of_it"),
    [
        ("villagers", "vehicle", False),
        ("clinic", "vehicle", False),
        ("clinic", "clinic", True),
        ("market and a clinic", "clinic", True),
    ],
)
def test_who_saw_no_such_thing_destroyed_denies_no_strike(
    hit: str, whole: str, is_of_it: bool
) -> None:
    """Residents who saw no vehicle destroyed denied the strike on the town."""
    slots = {"mode": "aerial", "places": ("Orlin",), "recipients": (hit,)}
    struck = (f"A strike hit the {hit} in Orlin.", "strike", slots)
    said = f"Residents said that no {whole} had been destroyed there."
    none = {"mode": "destroy", "polarity": "negative", "recipients": (whole,), "places": ("Orlin",)}
    between = ("The bakers of Karsk asked for flour.", "asked", {"event": "REQUEST", "mode": "-"})
    assert facing(struck, between, (said, "destroyed", none)) is is_of_it
