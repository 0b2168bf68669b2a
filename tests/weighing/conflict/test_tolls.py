"""Which two numbers of people harmed count the same people, so that they may conflict."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Range, Reading, When
from fogline.weighing.conflict.contradictions import contradictions
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import PLACES, reading, source, told

MONDAY, TUESDAY, WEDNESDAY = "2031-03-04", "2031-03-05", "2031-03-06"
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


@pytest.mark.parametrize(
    ("sentence", "conflicts"),
    [
        ("Five of the dead were children.", False),
        ("Five children were among the dead.", False),
        ("The dead include five children.", False),
        ("Five were found dead.", True),
    ],
)
def test_some_of_the_harmed_are_no_other_count(sentence: str, conflicts: bool) -> None:
    some = page("Vessa Times", sentence, trigger="dead", killed=(5, 5))
    whole = page("Orlin Post", "Shells hit a bridge there.", killed=(19, 19))
    assert conflict(some, whole) == conflicts


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


def weighed(pages: Sequence[Reading]) -> list[str]:
    """Return the reasons of the conflicts of tolls among claims of one event, in any order."""
    voices = claim_origins(pages, origins(pages))
    found = [
        [c.reason for c in contradictions(views(order), voices) if c.type == "toll"]
        for order in itertools.permutations(pages)
    ]
    assert all(reasons == found[0] for reasons in found)
    return found[0]


def texts(*pages: Sequence[dict[str, Any]]) -> list[Reading]:
    """Return a page of each list of claims, whose sentences make its text."""
    outlets = ("Vessa Times", "Orlin Post", "Karsk Echo")
    return [
        told(reading(" ".join(c["sentence"] for c in claims), outlet, TUESDAY), *claims)
        for outlet, claims in zip(outlets, pages, strict=False)
    ]


def shells(n: int, where: str = "Orlin", **slots: Any) -> dict[str, Any]:
    """Return the claim of a sentence that shells killed so many at a place."""
    sentence = slots.pop("sentence", f"Shells killed {n} people at {where}.")
    given = {"sentence": sentence, "trigger": slots.pop("trigger", "Shells"), "killed": (n, n)}
    known = {} if where not in PLACES else {"places": (where,)}
    return given | known | {"recipients": (f"{n} people",), "day": MONDAY} | slots


ALL, THERE, ELSEWHERE = (
    shells(13, "Nord", sentence="In all of Nord 13 died.", trigger="died"),
    shells(9, "Orlin", sentence="Nine people died at Orlin.", trigger="died", by=(CLINIC,)),
    shells(4, "Vessa", sentence="A shell killed four at Vessa.", trigger="shell", by=(COUNCIL,)),
)


def test_what_adds_up_in_a_text_is_a_whole_and_its_parts() -> None:
    again = shells(
        9, "Orlin", sentence="At Orlin nine were killed, a nurse says.", trigger="killed"
    )
    assert not weighed(texts([ALL, THERE, ELSEWHERE], [again]))
    assert not weighed(texts([ALL, THERE, ELSEWHERE], [ALL | {"by": (COUNCIL,)}, again]))
    whole = shells(13, "Orlin", sentence="Thirteen were killed at Orlin.", trigger="killed")
    assert weighed(texts([whole], [again]))
    assert weighed(texts([THERE, ELSEWHERE], [whole]))  # which neither of them counts


def test_a_chance_sum_of_others_on_another_day_makes_no_whole() -> None:
    whole = shells(13, "Orlin", sentence="Thirteen were killed at Orlin.", trigger="killed")
    before = ELSEWHERE | {"day": "2031-02-20"}
    assert weighed(texts([whole, THERE | {"places": ("Orlin",)}, before]))


@pytest.mark.parametrize(
    ("few", "many"),
    [
        ((31, "The raid killed 31 rebels."), (39, "It killed 31 rebels and eight villagers.")),
        ((31, "Of them 31 are known, and 8 others not."), (39, "The raid killed 39 people.")),
        (
            (42, "It killed 42, with another 10 bodies not yet named."),
            (51, "Fifty-one died."),
        ),
        ((21, "Besides, 21 others died at the mill."), (30, "The raid killed 30 people.")),
        (
            (4, "The raid killed four in a house."),
            (9, "Nine died, four in a house, five in a car."),
        ),
    ],
)
def test_numbers_of_a_sentence_that_make_the_whole_are_parts_of_it(
    few: tuple[int, str], many: tuple[int, str]
) -> None:
    pages = [
        [shells(n, sentence=sentence, trigger=sentence.split()[0].strip(","), recipients=())]
        for n, sentence in (few, many)
    ]
    assert not weighed(texts(*pages))


def test_wounded_beside_the_dead_are_no_others_of_them() -> None:
    sentence = "It killed ten and wounded 25 others."
    (page,) = texts([shells(10, sentence=sentence, trigger="killed", recipients=())])
    (claim,) = page.claims
    hurt = replace(claim, casualties=replace(claim.casualties, injured=Range(25, 25)))
    whole = texts([], [shells(35, sentence="The raid killed 35.", trigger="raid")])[1]
    assert weighed([replace(page, claims=(hurt,)), whole])


def test_what_is_counted_over_several_places_is_more_than_in_one() -> None:
    over = shells(10, sentence="Ten died at Orlin and Karsk.", trigger="died")
    over |= {"places": ("Orlin", "Karsk")}
    for n in (4, 12):
        assert not weighed(texts([over], [shells(n, "Karsk")]))
    same = shells(6, sentence="Six died at Orlin and Karsk.", trigger="died")
    assert weighed(texts([over], [same | {"places": ("Orlin", "Karsk")}]))


def test_who_tells_of_both_denies_neither() -> None:
    mill = shells(3, "Karsk", sentence="Shells killed three at Karsk.")
    assert not weighed(texts([shells(5, "Orlin"), mill], [mill]))
    assert weighed(texts([shells(5, "Karsk")], [mill]))
    update = shells(5, "Karsk", sentence="The toll has risen to five at Karsk.", trigger="toll")
    assert weighed(texts([update, mill], [mill]))


def test_a_number_many_times_another_needs_more_than_a_town_in_common() -> None:
    few, many = shells(4, basis="default"), shells(90, basis="default")
    assert not weighed(texts([few], [many]))
    assert weighed(texts([few], [shells(30, basis="default")]))
    assert weighed(texts([shells(4)], [shells(90)]))  # both of the day that they name
    clinic = {"recipients": ("a clinic",)}
    assert weighed(texts([few | clinic], [many | clinic]))


def test_a_page_does_not_count_whom_a_day_after_it_killed() -> None:
    few, many = shells(4, basis="default"), shells(9, day=WEDNESDAY)
    assert not weighed(texts([few], [many]))
    assert weighed(texts([few], [shells(9, day=TUESDAY)]))
    assert not weighed(texts([shells(4, day=MONDAY)], [shells(9, day=TUESDAY)]))


@pytest.mark.parametrize(
    ("many", "conflicts"),
    [
        ("Shells have killed 30 people at Orlin over the past month.", False),
        ("Shells have killed 30 people at Orlin since the war began.", False),
        ("Shells have killed 30 people at Orlin on Monday.", True),
        ("The deadliest raid since the war began has killed 30: Shells.", True),
        ("The toll includes 30 people killed by Shells.", False),
    ],
)
def test_a_number_that_runs_on_is_no_count_of_one_day(many: str, conflicts: bool) -> None:
    assert bool(weighed(texts([shells(9)], [shells(30, sentence=many)]))) is conflicts


def test_the_sentence_before_tells_over_how_long_a_number_is_counted() -> None:
    since = {"basis": "default", "sentence": "Shells have killed 30 people."}
    line = "Orlin has been shelled since the army left it."
    page = told(reading(f"{line} {since['sentence']}", "Orlin Post", MONDAY), shells(30, **since))
    assert not weighed([*texts([shells(9)]), page])
    other = told(reading(str(since["sentence"]), "Orlin Post", MONDAY), shells(30, **since))
    assert weighed([*texts([shells(9)]), other])


@pytest.mark.parametrize(
    ("few", "many", "conflicts"),
    [
        (("boy", "bus"), ("bus",), False),
        (("12 people", "four children"), ("40 people",), True),
        (("ten soldiers", "two children"), ("30 soldiers",), True),
        (("soldiers",), ("fighters",), False),
        (("troops",), ("nine soldiers",), True),
        (("civilians", "victims"), ("soldiers", "rebels"), False),
        (("son",), ("nine people",), False),
    ],
)
def test_some_and_others_of_those_harmed(
    few: tuple[str, ...], many: tuple[str, ...], conflicts: bool
) -> None:
    pages = texts([shells(12, recipients=few)], [shells(40, recipients=many)])
    assert bool(weighed(pages)) is conflicts


def test_nobody_of_some_is_not_nobody() -> None:
    none = shells(0, sentence="No soldiers died at Orlin.", trigger="died")
    assert not weighed(texts([none | {"recipients": ("soldiers",)}], [shells(5)]))
    assert weighed(texts([none | {"recipients": ()}], [shells(5)]))
    soldiers = shells(5, recipients=("five soldiers",))
    assert weighed(texts([none | {"recipients": ("soldiers",)}], [soldiers]))


def test_bodies_that_somebody_saw_are_at_least_as_many() -> None:
    seen = shells(12, sentence="A film showed the bodies of 12 people.", trigger="bodies")
    buried = shells(12, sentence="They buried the bodies of 12 people.", trigger="bodies")
    assert not weighed(texts([seen], [shells(40)]))
    assert weighed(texts([buried], [shells(40)]))
    assert weighed(texts([seen], [shells(5)]))


def test_whom_the_doer_lost_are_not_whom_it_killed() -> None:
    riders = {"actors": ("Riders",), "recipients": ()}
    lost = shells(15, sentence="Riders also lost 15 fighters.", trigger="lost") | riders
    killed = shells(40, sentence="Riders killed 40.", trigger="killed") | riders
    assert not weighed(texts([lost], [killed]))


@pytest.mark.parametrize(("between", "conflicts"), [("a day after", False), ("while", True)])
def test_one_sentence_may_tell_of_two_deeds(between: str, conflicts: bool) -> None:
    line = f"Shells killed four people at Orlin, {between} Tanks killed 30 there."
    few, many = shells(4, sentence=line), shells(30, sentence=line, trigger="Tanks")
    text = reading(line, "Vessa Times", TUESDAY)
    assert (
        bool(weighed([told(text, few | {"by": (CLINIC,)}, many | {"by": (COUNCIL,)})])) is conflicts
    )
