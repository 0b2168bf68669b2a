"""Who is named as the doer or the holder: by whom an event is borne out, and by whom denied."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Event, Mention, Published, Reading, Source
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import PLACES, reading, source, told

ARMY, FRONT = Mention("Syrian army", id="sy-forces"), Mention("Free Syrian Army", id="fsa")
DAY = "2016-11-08"
POLICE = source("Orlin police")
MINISTRY = source("Syrian army", id="sy-forces")


def weighed(*pages: Reading) -> Event:
    """Return the one event of some pages, the same in any order."""
    found = events(pages, origins(pages))
    for other in itertools.islice(itertools.permutations(pages), 6):
        assert events(other, origins(other)) == found
    return max(found, key=lambda event: len(event.claims))


def page(outlet: str, sentence: str, trigger: str, **slots: Any) -> Reading:
    filler = " ".join(f"{outlet.lower()[::-1].replace(' ', '')}{n}" for n in range(25))
    given = {"sentence": sentence, "trigger": trigger, "places": ("Orlin",), "day": DAY} | slots
    return told(reading(f"{sentence} {filler}", outlet, DAY), given)


def took(outlet: str, who: Mention, **slots: Any) -> Reading:
    text = f"The {who.text} took Orlin on Tuesday."
    slots = {"event": "CONTROL", "mode": "gain", "actors": (who,)} | slots
    return page(outlet, text, "took", **slots)


def shelled(outlet: str, text: str, *who: Mention | str, **slots: Any) -> Reading:
    return page(outlet, text, "shelled", actors=who, recipients=("mosque",), **slots)


def test_two_holders_do_not_agree_and_are_counted_each() -> None:
    event = weighed(took("Post", ARMY, by=(MINISTRY,)), took("Times", FRONT))
    assert event.credibility.grade == 4
    names = {ARMY.text, FRONT.text}
    assert all(f"for {name}" in event.credibility.reason for name in names)
    more = [took("Echo", FRONT, by=(POLICE,)), took("Mail", FRONT, by=(source("Orlin clinic"),))]
    event = weighed(took("Post", ARMY, by=(MINISTRY,)), took("Times", FRONT), *more)
    assert event.credibility.grade == 3
    assert event.credibility.reason == (
        "contested: 3 independent origins for Free Syrian Army, 1 for Syrian army"
    )


def test_a_coalition_of_rebels_may_hold_whom_another_names() -> None:
    some = Mention("coalition of Syrian rebel groups")
    event = weighed(took("Post", some, by=(MINISTRY,)), took("Times", FRONT))
    assert event.contradictions == ()


@pytest.mark.parametrize("beside", ["allies", "allied fighters", "its allies", "troops"])
def test_who_is_beside_a_holder_makes_him_no_other(beside: str) -> None:
    """ "The Front and its allies" and the army agreed on who holds a town."""
    with_them = Mention(beside)
    for one, other in itertools.permutations((ARMY, FRONT)):
        both = took("Post", one, actors=(one, with_them), by=(MINISTRY,))
        event = weighed(both, took("Times", other))
        assert [c.type for c in event.contradictions] == ["control"]
        assert event.credibility.grade == 4
        event = weighed(both, took("Times", one))
        assert (event.contradictions, event.origins) == ((), 2)


def test_a_denial_that_its_own_source_gave_up_speaks_against_nobody() -> None:
    """An army owned to a loss that its spokesman had denied, and the event stayed contested."""
    later = page(
        "Echo", "The army left Orlin.", "left", event="RETREAT", mode="withdraw", actors=(ARMY,)
    )
    later = replace(
        later, document=replace(later.document, published=Published("2016-11-10", "2016-11-10"))
    )
    owned = replace(later, claims=(replace(later.claims[0], attribution=(MINISTRY,)),))
    denied = took("Post", FRONT, polarity="negative", by=(MINISTRY,))
    event = weighed(denied, took("Times", FRONT, by=(POLICE,)), owned)
    assert [(c.type, c.state) for c in event.contradictions] == [("polarity", "superseded")]
    assert event.credibility.grade == 2


def test_holders_of_one_side_agree() -> None:
    division = Mention("Fourth Division", id="sy-fourth-division")
    event = weighed(took("Post", ARMY, by=(MINISTRY,)), took("Times", division))
    assert event.credibility.grade == 2
    assert event.contradictions == ()


def test_who_says_that_a_side_left_speaks_for_the_other() -> None:
    left = page(
        "Mail",
        "The Syrian army withdrew from Orlin on Tuesday.",
        "withdrew",
        event="RETREAT",
        mode="withdraw",
        actors=(ARMY,),
        by=(POLICE,),
    )
    event = weighed(took("Post", ARMY, by=(MINISTRY,)), took("Times", FRONT), took("Echo", FRONT))
    assert "2 independent origins for Free Syrian Army" in event.credibility.reason
    alone = weighed(took("Times", FRONT), left)
    assert (alone.event, alone.mode, alone.origins) == ("CONTROL", "gain", 2)
    assert (alone.actors, alone.recipients) == (("Free Syrian Army",), ("Syrian army",))


def test_who_took_a_place_is_not_who_left_it() -> None:
    left = page(
        "Mail",
        "The Syrian army withdrew from Orlin on Tuesday.",
        "withdrew",
        event="RETREAT",
        mode="withdraw",
        actors=(ARMY,),
    )
    assert len(weighed(took("Post", ARMY), left).claims) == 1


NOT_OURS = "The Syrian army denied that its forces had shelled the mosque of Orlin."
OURS = Mention("forces", start=NOT_OURS.index("forces"), end=NOT_OURS.index("forces") + 6)


@pytest.mark.parametrize(
    ("blamed", "grade", "types"),
    [
        ((FRONT,), 6, []),  # of the other's deed nobody denies having done it
        ((), 6, []),
        ((ARMY,), 4, ["polarity"]),
        ((Mention("Syrian troops"),), 4, ["polarity"]),
    ],
)
def test_who_denies_a_deed_of_his_own_contests_only_what_is_laid_to_him(
    blamed: tuple[Mention, ...], grade: int, types: list[str]
) -> None:
    told_of = shelled("Post", "The mosque of Orlin was shelled on Tuesday.", *blamed, by=(POLICE,))
    denied = shelled("Times", NOT_OURS, OURS, polarity="negative", by=(MINISTRY,))
    event = weighed(told_of, denied)
    assert len(event.claims) == 2
    assert (event.credibility.grade, [c.type for c in event.contradictions]) == (grade, types)


def test_that_it_did_not_happen_at_all_contests_it_whoever_did_it() -> None:
    told_of = shelled("Post", "The mosque of Orlin was shelled on Tuesday.", FRONT, by=(POLICE,))
    denied = shelled("Times", "No mosque of Orlin was shelled.", polarity="negative")
    event = weighed(told_of, denied)
    assert [c.type for c in event.contradictions] == ["polarity"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "key"),
    [
        ("The Syrian army said that its troops shelled it.", MINISTRY, "sy-forces"),
        ("The Syrian army said that its own troops shelled it.", MINISTRY, "sy-forces"),
        ("The Syrian army said that foreign troops shelled it.", MINISTRY, "troops"),
        ("The United Nations said that its troops shelled it.", source("UN", id="un"), "troops"),
        ("A nurse said that its troops shelled it.", source("A nurse"), "troops"),
    ],
)
def test_its_forces_are_those_of_the_side_that_speaks(
    sentence: str, speaker: Source, key: str
) -> None:
    at = sentence.index("troops")
    who = Mention("troops", start=at, end=at + len("troops"))
    (seen,) = views([page("Post", sentence, "shelled", actors=(who,), by=(speaker,))])
    assert [party.key for party in seen.actors] == [key]


def at(thing: str, outlet: str, who: Mention | None, **slots: Any) -> Reading:
    """Return a page of who took a thing in Orlin, by a loose name of the town."""
    words = f"{thing} Orlin"
    spot = replace(PLACES["Orlin"], text=words, precision="approximate")
    said = f"{who.text} took the {words}." if who else f"The {words} did not fall."
    trigger = "took" if who else "fall"
    given = {"event": "CONTROL", "mode": "gain", "actors": (who,) if who else (), "places": ()}
    found = page(outlet, said, trigger, **given | slots)
    (claim,) = found.claims
    return replace(found, claims=(replace(claim, places=(spot,)),))


@pytest.mark.parametrize("thing", ["airport of", "police station in", "army headquarters of"])
def test_a_denial_that_a_thing_in_a_town_fell_is_of_that_thing(thing: str) -> None:
    denial = at(thing, "Times", None, polarity="negative", by=(POLICE,))
    event = weighed(at(thing, "Post", ARMY), denial)
    assert [c.type for c in event.contradictions] == ["polarity"]
    assert event.credibility.grade == 4
    other = "prison of"
    assert len(weighed(at(other, "Post", ARMY), denial).claims) == 1


def test_two_who_hold_one_thing_in_a_town_are_rivals_and_of_two_shares_they_are_not() -> None:
    for thing, rivals in (("airport of", 1), ("half of", 0), ("a bridge in", 0), ("near", 0)):
        slots = {"mode": "hold", "status": "ongoing"}
        event = weighed(at(thing, "Post", ARMY, **slots), at(thing, "Times", FRONT, **slots))
        assert len(event.contradictions) == rivals, thing


@pytest.mark.parametrize(("days", "named", "number"), [(3, False, 1), (9, False, 2), (9, True, 1)])
def test_a_denial_some_days_later_that_a_place_fell_is_of_its_capture(
    days: int, named: bool, number: int
) -> None:
    said = "Orlin did not fall to the Syrian army." if named else "Orlin did not fall."
    out = f"2016-11-{8 + days:02}"
    slots = {"event": "CONTROL", "mode": "gain", "places": ("Orlin",), "polarity": "negative"}
    denial = told(
        reading(said, "Times", out),
        {"sentence": said, "trigger": "fall", "basis": "default", "by": (POLICE,)}
        | {"actors": (ARMY,) if named else ()}
        | slots,
    )
    pages = [took("Post", ARMY), denial]
    found = {event.id for event in events(pages, origins(pages))}
    assert len(found) == number
