"""Claims of one occurrence cluster; unlike things do not chain; no side is treated otherwise."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.model import Event, Part, Reading, When
from fogline.weighing.events import events
from fogline.weighing.occurrence.features import score
from fogline.weighing.occurrence.roles import is_of_the_first
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.views import View, views
from tests.weighing.newsroom import reading, source, told

ARMY, REBELS = "Orlin army", "River front"


def weighed(pages: Iterable[Reading]) -> tuple[Event, ...]:
    held = list(pages)
    return events(held, origins(held))


def page(
    sentence: str, trigger: str, publisher: str, day: str = "2016-11-08", **slots: Any
) -> Reading:
    claim = {"sentence": sentence, "trigger": trigger, "places": ("Orlin",), **slots}
    return told(reading(sentence, publisher, day), claim)


def shelling(publisher: str, sentence: str, **slots: Any) -> Reading:
    trigger = slots.pop("trigger", "shelled")
    return page(sentence, trigger, publisher, **{"actors": (ARMY,), **slots})


def capture(publisher: str, sentence: str, trigger: str, **slots: Any) -> Reading:
    return page(sentence, trigger, publisher, **{"event": "CONTROL", "mode": "gain", **slots})


def test_two_tellings_of_one_shelling_are_one_event_with_its_counts() -> None:
    first = shelling("Orlin Post", "The army shelled the market in Orlin.", killed=(4, 4))
    other = shelling("Vessa Times", "Orlin's market was shelled by the army.", killed=(4, 4))
    (event,) = weighed([first, other])
    assert (event.documents, event.publishers, event.origins) == (2, 2, 2)
    assert (event.event, event.mode) == ("ASSAULT", "heavy-weapons")
    assert [p.name for p in event.places] == ["Orlin"]
    assert (event.when.start, event.when.end) == ("2016-11-08", "2016-11-08")
    assert (event.credibility.grade, event.contradictions) == (2, ())
    assert "same place (Orlin)" in event.reason


HURT = {"mode": None, "recipients": ("a soldier",), "killed": (1, 1)}
LOST = {"mode": "destroy", "recipients": ("two tanks",)}


@pytest.mark.parametrize(
    ("harm", "loss", "number"),
    [
        ({}, {}, 2),
        ({"recipients": ("a shopkeeper",)}, {"recipients": ("the bridge",)}, 2),
        ({"actors": (REBELS,)}, {"actors": (REBELS,)}, 1),
        ({}, {"killed": (1, 1)}, 1),
        ({"mode": "aerial", "recipients": ("the bridge",)}, {"recipients": ("the bridge",)}, 1),
    ],
)
def test_a_hurt_soldier_and_destroyed_tanks_have_more_than_town_and_day_in_common_or_are_two(
    harm: dict[str, Any], loss: dict[str, Any], number: int
) -> None:
    """Two enemies were said to agree who told of nothing in common."""
    hurt, gone = "One was hurt in Orlin on Friday.", "Destroyed in Orlin on Friday."
    one = page(hurt, "hurt", "A", by=(source(ARMY),), **HURT | harm)
    other = page(gone, "Destroyed", "B", by=(source(REBELS),), **LOST | loss)
    assert len(weighed([one, other])) == len(weighed([other, one])) == number


@pytest.mark.parametrize(("one", "other"), [(ARMY, REBELS), (REBELS, ARMY)])
def test_who_fired_first_is_one_matter_on_which_two_sides_do_not_agree(
    one: str, other: str
) -> None:
    said = [f"{side} troops fired first near Orlin." for side in (one, other)]
    slots = {"trigger": "fired", "event": "ASSAULT", "mode": "firearms", "places": ("Orlin",)}
    claims = [
        {"sentence": sentence, "actors": (doer,), "by": (source(by),), **slots}
        for sentence, doer, by in zip(said, (one, other), (other, one), strict=True)
    ]
    both = "The two fired at each other near Orlin."
    met = {"sentence": both, "actors": (one, other), **slots}
    for more in ((), (met,)):
        text = " ".join([*said, both])
        (event,) = weighed([told(reading(text, "Orlin Post", "2016-11-08"), *claims, *more)])
        assert [c.type for c in event.contradictions] == ["blame"]


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The army fired first near Orlin.", True),
        ("The army was the first to have fired near Orlin.", True),
        ("The army fired near Orlin for the first time.", False),
        ("The army fired near Orlin.", False),
    ],
)
def test_the_first_time_is_no_first_blow(sentence: str, first: bool) -> None:
    (seen,) = views([page(sentence, "fired", "A", mode="firearms")])
    assert is_of_the_first(seen) is first


def test_ours_of_nobody_knows_whom_agrees_with_no_named_holder() -> None:
    held = {"event": "CONTROL", "mode": "hold"}
    named = page("Orlin is held by the army.", "held", "A", actors=(ARMY,), **held)
    ours = page("Orlin is ours.", "ours", "B channel", **held)
    other = page("All of Orlin is ours.", "ours", "C channel", **held)
    assert len(weighed([named, ours])) == 2
    assert len(weighed([ours, other])) == 1


@pytest.mark.parametrize(("who", "number"), [("the president", 2), ("the garrison", 1)])
def test_that_one_man_left_is_no_sides_loss_of_a_town(who: str, number: int) -> None:
    """The ruler's leaving office bore out that his capital had fallen."""
    took = capture("A", "Rebels seized Orlin.", "seized", actors=(REBELS,))
    left = capture(
        "B",
        f"On Tuesday {who} left Orlin.",
        "left",
        event="RETREAT",
        mode="withdraw",
        actors=(who,),
    )
    assert len(weighed([took, left])) == number


def test_who_denies_a_deed_is_not_named_as_its_doer() -> None:
    """An event whose only telling of who did it was a denial bore the name of who denied it."""
    first = shelling("Orlin Post", "Shells hit the market in Orlin.", actors=(), trigger="hit")
    denial = "The River front did not shell the market in Orlin."
    other = page(denial, "shell", "Vessa Times", actors=(REBELS,), polarity="negative")
    found = [e for e in weighed([first, other]) if len(e.claims) == 2]
    assert [event.actors for event in found] == [()]


def test_a_reprint_adds_a_document_and_a_publisher_but_no_origin() -> None:
    text = "The army shelled the market in Orlin at seven, and four stalls burned to the ground."
    (event,) = weighed([shelling("Orlin Post", text), shelling("Vessa Times", text)])
    assert (event.documents, event.publishers, event.origins) == (2, 2, 1)
    assert event.credibility.grade == 6


def test_other_days_other_places_and_other_things_are_other_events() -> None:
    text = "The army shelled the market in Orlin."
    found = weighed(
        [
            shelling("Orlin Post", text),
            shelling("Vessa Times", text + " Again.", day="2016-11-12", places=("Orlin",)),
            shelling("Karsk Herald", text + " So we hear.", places=("Karsk",)),
            page("The army fed the people of Orlin.", "fed", "Marsh Wire", event="AID", mode=None),
        ]
    )
    assert [len(event.claims) for event in found] == [1, 1, 1, 1]


def test_a_place_has_the_role_that_most_tellings_give_it() -> None:
    """People were killed "from" a town, as one page told of a retreat from it besides."""
    text = "The army shelled the market in Orlin."
    pages = [shelling(name, f"{text} So says {name}.") for name in ("Orlin Post", "Vessa Times")]
    for count in (1, 2):
        roles = ["origin"] * count + ["location"] * (3 - count)
        third = shelling("Marsh Wire", f"{text} It left Orlin.")
        given = zip([third, *pages], roles, strict=True)
        (event,) = weighed([_with_role(r, role) for r, role in given])
        assert [p.role for p in event.places] == ["origin" if count > 1 else "location"]


def _with_role(page: Reading, role: str) -> Reading:
    (claim,) = page.claims
    places = tuple(replace(place, role=role) for place in claim.places)
    return replace(page, claims=(replace(claim, places=places),))


MOVED = {"event": "MOBILIZE", "mode": "troops"}


@pytest.mark.parametrize(
    ("denied", "told", "contested"),
    [
        ("flight", "troops", False),
        ("ships", "soldiers", False),
        ("soldiers", "jets", False),
        ("troops", "soldiers", True),
        ("flight", "aircraft", True),
        ("ships", "Orlin army", True),
        ("Orlin army", "troops", True),
    ],
)
def test_who_denies_that_a_flight_came_denies_no_troops(
    denied: str, told: str, contested: bool
) -> None:
    yes = page("They have moved into Orlin.", "moved", "Vessa Times", actors=(told,), **MOVED)
    no = page(
        "Nothing moved into Orlin.",
        "moved",
        "Orlin Post",
        actors=(denied,),
        **MOVED,
        polarity="negative",
    )
    found = [conflict.type for event in weighed([yes, no]) for conflict in event.contradictions]
    assert found == ["polarity"] * contested


@pytest.mark.parametrize(
    ("leaving", "events"),
    [("peacekeepers", 2), ("aid workers", 2), ("UN observers", 2), (REBELS, 1), ("fighters", 1)],
)
def test_who_holds_no_place_does_not_lose_it_by_leaving(leaving: str, events: int) -> None:
    """Rebels had Goma "from peacekeepers", who were not leaving it."""
    text = "The army took the town of Orlin and its bridge on Tuesday."
    left = "They left the town of Orlin and its bridge on Tuesday."
    took = capture("Vessa Times", text, "took", actors=(ARMY,))
    gone = page(left, "left", "Orlin Post", event="RETREAT", mode="withdraw", actors=(leaving,))
    assert len(weighed([took, gone])) == events


@pytest.mark.parametrize("side", [ARMY, REBELS])
def test_who_is_withdrawn_from_a_place_did_not_take_it(side: str) -> None:
    """The servicemen who were brought over a river stood as those who took the bank."""
    text = "Its forces took the town of Orlin and its bridge on Tuesday."
    took = capture("Vessa Times", text, "took", actors=(side,))
    left = "Soldiers of the garrison were withdrawn from the town of Orlin and its bridge."
    gone = {"event": "RETREAT", "mode": "withdraw", "recipients": ("soldiers of the garrison",)}
    (event,) = weighed([took, page(left, "withdrawn", "Orlin Post", **gone)])
    assert (event.actors, event.recipients) == ((side,), ("soldiers of the garrison",))


SHELLED = "The army shelled the market in Orlin"


def later(days: int, **slots: Any) -> Reading:
    """Return a page of some days after, with a telling or denial of the shelling of the 8th."""
    given = {"recipients": ("market",), "day": f"2016-11-{8 + days:02d}"} | slots
    return shelling("Vessa Times", f"{SHELLED}, or so it is told.", **given)


@pytest.mark.parametrize(
    ("days", "slots", "together"),
    [
        (2, {"basis": "spoken"}, True),
        (3, {"basis": "spoken"}, True),
        (4, {"basis": "spoken"}, False),
        (2, {"basis": "absolute"}, False),
        (2, {"basis": "default"}, False),
        (9, {"basis": "default", "polarity": "negative"}, True),
        (14, {"basis": "spoken", "polarity": "negative"}, True),
        (15, {"basis": "default", "polarity": "negative"}, False),
        (9, {"basis": "absolute", "polarity": "negative"}, False),
        (9, {"basis": "default", "polarity": "negative", "places": ("Vessa",)}, False),
        (9, {"basis": "default", "polarity": "negative", "actors": ("Quorn Militia",)}, True),
        (
            9,
            {
                "basis": "default",
                "polarity": "negative",
                "actors": ("Quorn Militia",),
                "recipients": ("bakery",),
            },
            False,
        ),
    ],
)
def test_a_day_of_speaking_or_denying_says_only_until_when(
    days: int, slots: dict[str, Any], together: bool
) -> None:
    first = shelling("Orlin Post", f"{SHELLED}.", recipients=("market",), day="2016-11-08")
    found = weighed([first, later(days, **slots)])
    assert (len(found) == 1) == together
    assert not any(c.type == "time" for event in found for c in event.contradictions)


def test_a_denial_answers_nothing_of_a_later_day() -> None:
    denial = later(1, basis="default", polarity="negative")
    then = shelling("Orlin Post", f"{SHELLED}.", recipients=("market",), day="2016-11-14")
    assert len(weighed([denial, then])) == 2


RAID = {"sentence": "Jets raided Orlin.", "trigger": "raided", "mode": "aerial"}
NAMED = {"basis": "absolute"}


@pytest.mark.parametrize(
    ("raid", "shelling", "together"),
    [
        ({}, {}, False),
        ({}, NAMED, False),
        (NAMED, NAMED, True),
        ({"killed": (4, 4)}, {"killed": (4, 4)}, True),
        ({"killed": (4, 4)}, {"killed": (9, 9)}, False),
        ({"recipients": ("market",)}, {"recipients": ("market",)}, True),
        ({"recipients": ("market",)}, {"recipients": ("bakery",)}, False),
        ({"recipients": ("civilians",)}, {"recipients": ("civilians",)}, False),
        ({"actors": (ARMY,)}, {"actors": (ARMY,)}, True),
        ({"actors": ("gunmen",)}, {"actors": (ARMY,)}, False),
        ({"mode": "heavy-weapons"}, {}, True),
        ({"mode": None}, {}, True),
    ],
)
def test_an_air_raid_and_a_shelling_of_one_place_need_more_to_be_one(
    raid: dict[str, Any], shelling: dict[str, Any], together: bool
) -> None:
    """An alleged raid was borne out by the accused's tale of a shelling by the other side."""
    one = page(publisher="Vessa Times", **{"basis": "default"} | RAID | raid)
    given = {"basis": "default", "mode": "heavy-weapons"} | shelling
    other = page("Guns shelled Orlin.", "shelled", "Karsk Echo", **given)
    assert (len(weighed([one, other])) == 1) == together


@pytest.mark.parametrize(("one", "other"), [(ARMY, REBELS), (REBELS, ARMY)])
def test_a_target_that_each_side_says_the_other_hit_by_its_own_arms_is_no_more(
    one: str, other: str
) -> None:
    slots = {"recipients": ("market",), "basis": "default"}
    raid = page(publisher="Vessa Times", **RAID | slots, actors=(one,))
    shells = page("Guns shelled Orlin.", "shelled", "Karsk Echo", actors=(other,), **slots)
    found = weighed([raid, shells])
    assert [event.credibility.grade for event in found] == [6, 6]


TAKEN = ("Vessa Guard captured Orlin", "captured")


@pytest.mark.parametrize(
    ("sentence", "trigger", "state", "grade"),
    [
        ("The council withdrew its statement that {}.", "captured", "withdrawn", 5),
        ("The council retracted its earlier claim that {}.", "captured", "withdrawn", 5),
        ("The council has taken back its report of 2 June that {}.", "captured", "withdrawn", 5),
        ("The statement that {} was later withdrawn.", "captured", "withdrawn", 5),
        ("The council did not withdraw its statement that {}.", "captured", None, 6),
        ("The council has not withdrawn its statement that {}.", "captured", None, 6),
        ("The council said that {} and withdrew its envoy.", "captured", None, 6),
        ("It withdrew its claim on the mill, but said that {}.", "captured", None, 6),
    ],
)
def test_what_is_taken_back_is_not_said_again(
    sentence: str, trigger: str, state: str | None, grade: int
) -> None:
    council = (source("Orlin council", "organisation"),)
    slots: dict[str, Any] = {"by": council, "actors": ("Vessa Guard",), "day": "2016-11-08"}
    first = capture("Orlin Post", f"{TAKEN[0]} at noon.", trigger, **slots)
    text = sentence.format(TAKEN[0])
    claim = {"sentence": text, "trigger": trigger, "event": "CONTROL", "mode": "gain"}
    again = told(reading(text, "Vessa Times", "2016-11-10"), claim | {"places": ("Orlin",)} | slots)
    (event,) = weighed([first, again])
    assert [c.state for c in event.contradictions] == ([state] if state else [])
    assert event.credibility.grade == grade


def test_who_takes_it_back_is_called_by_name_and_not_by_the_statement() -> None:
    by = (
        source("the council", "organisation", name="Orlin council"),
        source("its statement", "document"),
    )
    slots: dict[str, Any] = {"actors": ("Vessa Guard",), "day": "2016-11-08"}
    first = capture("Karsk Echo", f"{TAKEN[0]} at noon.", "captured", **slots)
    text = f"The council withdrew its statement that {TAKEN[0]}."
    again = capture("Vessa Times", text, "captured", by=by, **slots)
    (event,) = weighed([first, again])
    (conflict,) = event.contradictions
    assert conflict.reason == "Karsk Echo against the denial of Orlin council"


def test_what_is_forecast_is_not_what_happened() -> None:
    text = "The army shelled the market in Orlin."
    pages = [shelling("Orlin Post", text), shelling("Vessa Times", text, status="forecast")]
    assert len(weighed(pages)) == 2


def test_a_gain_and_the_other_sides_loss_are_one_event() -> None:
    ours = {"actors": (ARMY,), "recipients": (REBELS,)}
    theirs = {"actors": (REBELS,), "recipients": (ARMY,), "mode": "lose"}
    gain = capture("Orlin Post", "The army took the hill of Orlin.", "took", **ours)
    loss = capture("Vessa Times", "The front lost the hill of Orlin.", "lost", **theirs)
    (event,) = weighed([gain, loss])
    assert event.origins == 2
    assert event.contradictions == ()


def test_a_denial_is_kept_as_a_contradiction() -> None:
    said = capture("Orlin Post", "The army took the hill of Orlin.", "took", actors=(ARMY,))
    denied = capture(
        "Vessa Times",
        "The army did not take the hill of Orlin, the front says.",
        "take",
        actors=(ARMY,),
        polarity="negative",
        by=(source("River front", "armed-group"),),
    )
    (event,) = weighed([said, denied])
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.state) == ("polarity", "open")
    assert conflict.reason == "Orlin Post against the denial of River front"
    assert event.credibility.grade == 4


def test_one_voice_that_says_yes_and_no_speaks_of_two_things() -> None:
    text = "The army shelled Orlin from the west. No gun shelled Orlin from the sea."
    sentences = text.replace(". ", ".|").split("|")
    claims = [
        {"sentence": s, "trigger": "shelled", "places": ("Orlin",), "polarity": polarity}
        for s, polarity in zip(sentences, ("positive", "negative"), strict=True)
    ]
    assert len(weighed([told(reading(text, "Orlin Post", "2016-11-08"), *claims)])) == 2


def test_one_voice_that_tells_how_two_sides_took_a_place_tells_of_two_things() -> None:
    text = "The army took Orlin from the front, which had taken it in May."
    gains = [
        {"sentence": text, "trigger": trigger, "places": ("Orlin",), "actors": (who,)}
        | {"event": "CONTROL", "mode": "gain"}
        for trigger, who in (("took", ARMY), ("taken", REBELS))
    ]
    assert len(weighed([told(reading(text, "Orlin Post", "2016-11-08"), *gains)])) == 2


@pytest.mark.parametrize(
    ("certainties", "grade"),
    [
        (("certain", "unknown"), 6),
        (("certain", "possible", "possible"), 6),
        (("certain", "probable", "possible"), 2),
        (("possible", "possible"), 3),
    ],
)
def test_who_leaves_it_open_agrees_with_nobody(certainties: tuple[str, ...], grade: int) -> None:
    """Who did not know who had fired made two origins that agree of one."""
    text = "The army shelled the market in Orlin."
    pages = [
        shelling(f"{name} Post", f"{text} So {name} heard.", certainty=certainty)
        for name, certainty in zip(("Vessa", "Karsk", "Selwen"), certainties, strict=False)
    ]
    (event,) = weighed(pages)
    assert (event.origins, event.credibility.grade) == (len(pages), grade)


def test_that_nothing_was_reported_contests_nothing() -> None:
    text = "The army shelled the market in Orlin."
    first = shelling("Vessa Post", text)
    other = shelling("Karsk Post", text, certainty="possible", polarity="negative")
    (event,) = weighed([first, other])
    assert (event.credibility.grade, event.contradictions) == (6, ())


def test_pages_that_name_no_source_confirm_nothing_by_themselves() -> None:
    text = "The army shelled the market in Orlin."
    watch = (source("Vessa Observatory", "organisation"), source("Orlin council", "organisation"))
    own = [shelling(name, f"{text} {name} has it.") for name in ("Ladle Blog", "Ratchet", "Bench")]
    (event,) = weighed(own)
    assert (event.origins, event.credibility.grade) == (3, 2)
    assert "0 of them on a source's word" in event.credibility.reason
    named = [
        shelling(f"{name} Post", f"{text} So {name} heard.", by=(by,))
        for name, by in zip(("Vessa", "Karsk"), watch, strict=True)
    ]
    assert weighed([*own, *named])[0].credibility.grade == 2
    third = shelling("Selwen Echo", f"{text} Medics.", by=(source("Orlin medics", "witness"),))
    assert weighed([*named, third])[0].credibility.grade == 1


def test_numbers_that_do_not_meet_are_a_contradiction_and_ranges_that_meet_are_none() -> None:
    text = "The army shelled the market in Orlin."
    pages = [
        shelling("Orlin Post", text, killed=(4, 4)),
        shelling("Vessa Times", text + " Today.", killed=(12, None)),
    ]
    (event,) = weighed(pages)
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.reason) == ("toll", "4 killed against at least 12")
    pages[1] = shelling("Vessa Times", text + " Today.", killed=(3, None))
    assert weighed(pages)[0].contradictions == ()


def test_a_weeks_toll_does_not_contradict_a_days() -> None:
    text = "The army shelled the market in Orlin."
    week = When("since Thursday", "2016-11-03", "2016-11-08", None, "relative")
    day, longer = (
        shelling(name, text, killed=(n, n)) for name, n in (("Orlin Post", 4), ("Vessa Times", 30))
    )
    longer = replace(longer, claims=tuple(replace(c, when=week) for c in longer.claims))
    (event,) = weighed([day, longer])
    assert event.contradictions == ()


def test_two_holders_of_one_place_are_a_contradiction() -> None:
    pages = [
        capture("Orlin Post", "The army took the hill of Orlin.", "took", actors=(ARMY,)),
        capture("Vessa Times", "The front took the hill of Orlin.", "took", actors=(REBELS,)),
    ]
    (event,) = weighed(pages)
    assert [c.type for c in event.contradictions] == ["control"]


def test_comments_count_neither_as_publisher_nor_as_origin() -> None:
    text = "The market burned.\nThe army shelled the market in Orlin."
    parts = (Part("body-1", "body", 0, 18), Part("comment-1", "comment", 19, len(text)))
    blog = told(
        reading(text, "Ladle Blog", "2016-11-08", parts=parts),
        {"sentence": text[19:], "trigger": "shelled", "part": "comment-1", "places": ("Orlin",)},
    )
    (event,) = weighed([blog])
    assert (event.documents, event.publishers, event.origins) == (1, 0, 0)
    assert event.credibility.reason == "told in readers' comments alone"


def test_like_and_like_do_not_chain_the_unlike_together() -> None:
    """A is told of the 8th, C of the 10th, B of the 8th to 10th: A and C never share an event."""
    text = "The army shelled the market in Orlin."
    a = shelling("Orlin Post", text, day="2016-11-08")
    c = shelling("Karsk Herald", text + " We saw it.", day="2016-11-10")
    b = shelling("Vessa Times", text + " Twice.", day="2016-11-09", basis="default")
    found = weighed([a, b, c])
    homes = {claim: event.id for event in found for claim in event.claims}
    assert homes[a.claims[0].id] != homes[c.claims[0].id]


def _crowd(swap: dict[str, str]) -> list[Reading]:
    draw = random.Random(1070)
    pages = []
    for i in range(40):
        actor, other = draw.sample(["{0}", "{1}"], 2)
        day, where = f"2016-11-{draw.randint(8, 11):02d}", draw.choice(["Orlin", "Vessa", "Karsk"])
        verb, kind, mode = draw.choice(
            [
                ("shelled", "ASSAULT", "heavy-weapons"),
                ("took", "CONTROL", "gain"),
                ("lost", "CONTROL", "lose"),
            ]
        )
        sentence = f"{actor} {verb} positions of {other} at {where}.".format(*swap.values())
        claim = {
            "sentence": sentence,
            "trigger": verb,
            "event": kind,
            "mode": mode,
            "places": (where,),
            "actors": (actor.format(*swap.values()),),
            "recipients": (other.format(*swap.values()),),
        }
        bare = reading(sentence, f"Outlet {i}", day, id=f"sha256:{i:064d}")
        pages.append(told(bare, claim))
    return pages


def _partition(found: tuple[Event, ...], pages: list[Reading]) -> set[frozenset[str]]:
    page_of = {c.id: p.document.id for p in pages for c in p.claims}
    return {frozenset(page_of[c] for c in event.claims) for event in found}


def test_swapping_the_sides_swaps_nothing_but_the_names() -> None:
    straight = _crowd({"one": "Alder column", "other": "Birch column"})
    mirrored = _crowd({"one": "Birch column", "other": "Alder column"})
    a, b = weighed(straight), weighed(mirrored)
    assert _partition(a, straight) == _partition(b, mirrored)
    assert sorted(e.credibility.grade for e in a) == sorted(e.credibility.grade for e in b)
    assert sorted(c.type for e in a for c in e.contradictions) == sorted(
        c.type for e in b for c in e.contradictions
    )
    assert max(len(e.claims) for e in a) > 1


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_readings_plays_no_part(draw: random.Random) -> None:
    pages = _crowd({"one": "Alder column", "other": "Birch column"})
    expected = weighed(pages)
    draw.shuffle(pages)
    assert weighed(pages) == expected


def test_every_claim_is_in_one_event_and_ids_come_from_the_claims() -> None:
    pages = _crowd({"one": "Alder column", "other": "Birch column"})
    found = weighed(pages)
    claims = [claim for event in found for claim in event.claims]
    assert sorted(claims) == sorted(c.id for p in pages for c in p.claims)
    assert len({event.id for event in found}) == len(found)
    assert weighed(pages[:0]) == ()


def test_three_thousand_claims_are_clustered_in_seconds() -> None:
    draw = random.Random(8)
    pages = []
    for i in range(600):
        text = "".join(f"Column {draw.randint(1, 60)} shelled post {j}. " for j in range(5))
        day = f"2016-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
        claims = [
            {
                "sentence": sentence + ".",
                "trigger": "shelled",
                "places": (draw.choice(["Orlin", "Vessa", "Karsk"]),),
                "actors": (sentence.partition(" shelled")[0],),
            }
            for sentence in text.strip().removesuffix(".").split(". ")
        ]
        pages.append(told(reading(text, f"Outlet {i % 40}", day), *claims))
    start = time.process_time()
    found = events(pages, ())
    assert time.process_time() - start < 8
    assert sum(len(event.claims) for event in found) == 3_000


def test_a_text_without_a_place_tells_of_where_it_was_before() -> None:
    first = "The army took Orlin on Monday."
    later = "It holds the town in full, a monitor said."
    gain = {"event": "CONTROL", "actors": ("army",), "mode": "gain"}
    paper = told(
        reading(f"{first} {later}", "Orlin Post", "2016-11-08"),
        {"sentence": first, "trigger": "took", "places": ("Orlin",), **gain},
        {"sentence": later, "trigger": "holds", **gain | {"mode": "hold"}},
    )
    other = told(
        reading("Army takes Orlin.", "Vessa Times", "2016-11-08"),
        {"sentence": "Army takes Orlin.", "trigger": "takes", "places": ("Orlin",), **gain},
    )
    (found,) = events([paper, other], origins([paper, other]))
    assert len(found.claims) == 3


def test_tolls_of_another_order_speak_against_one_event() -> None:
    def dead(n: int, outlet: str) -> View:
        text = f"{n} people were killed in Orlin."
        slots = {"sentence": text, "trigger": "killed", "places": ("Orlin",), "killed": (n, n)}
        return views([told(reading(text, outlet, "2016-11-08"), slots)])[0]

    near, far = score(dead(8, "Orlin Post"), dead(12, "Vessa Times")), dead(357, "Vessa Times")
    assert score(dead(8, "Orlin Post"), far).value < near.value - 0.5


def test_a_state_and_its_forces_are_one_party_and_rebels_are_none_of_them() -> None:
    def by(actor: str, outlet: str) -> View:
        text = f"{actor} shelled Orlin."
        slots = {"sentence": text, "trigger": "shelled", "places": ("Orlin",), "actors": (actor,)}
        return views([told(reading(text, outlet, "2016-11-08"), slots)])[0]

    state, ships, rebels = (
        by("Russia", "Post"),
        by("Russian warships", "Times"),
        by("Rebels", "Note"),
    )
    assert score(state, ships).value > score(state, rebels).value + 1
    jets = by("Jets", "Note")
    assert score(jets, rebels).value > score(state, rebels).value, "jets are nobody's in particular"
