"""Who did it, apart from whether it was done: accusations, counter-accusations and denials."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from fogline.model import Event, Mention, Reading, Source
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.record.records import Held, records
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

GUARD, BRIGADE = "Selwen Guard", "Harrow Brigade"
BOTH_WAYS = [(GUARD, BRIGADE), (BRIGADE, GUARD)]
OUTLETS = {GUARD: "Vessa Times", BRIGADE: "Tarn Daily"}
MONDAY, NEXT, LATER = "2031-03-04", "2031-03-05", "2031-03-07"


def side(name: str) -> Source:
    return source(name, "armed-group")


def page(outlet: str, out: str, sentence: str, trigger: str = "shelled", **slots: Any) -> Reading:
    """Return a page of one claim, of the market in Orlin, its day that of publication alone."""
    given = {"places": ("Orlin",), "recipients": ("market",), "basis": "default"} | slots
    return told(reading(sentence, outlet, out), {"sentence": sentence, "trigger": trigger} | given)


def paper(**slots: Any) -> Reading:
    said = "The market in Orlin was shelled on Monday, killing 12."
    given = {"day": MONDAY, "basis": "absolute", "killed": (12, 12)} | slots
    return page("Orlin Post", NEXT, said, **given)


def accuses(who: str, whom: str, out: str = NEXT, **slots: Any) -> Reading:
    said = f"The {who} said that the {whom} had shelled the market in Orlin."
    given = {"actors": (whom,), "by": (side(who),)} | slots
    return page(OUTLETS[who], out, said, **given)


def denies(who: str, out: str = NEXT, outlet: str = "Karsk Echo", **slots: Any) -> Reading:
    said = f"The {who} said that it had not shelled the market in Orlin."
    given = {"actors": (who,), "by": (side(who),), "polarity": "negative"} | slots
    return page(outlet, out, said, **given)


def weighed(*pages: Reading) -> tuple[Event, ...]:
    """Return the events, the same in any order of the pages."""
    first = events(pages, origins(pages))
    for other in itertools.islice(itertools.permutations(pages), 24):
        assert events(other, origins(other)) == first
    return first


def the_one(*pages: Reading) -> Event:
    (event,) = weighed(*pages)
    return event


def kinds(event: Event) -> list[str]:
    return [c.type for c in event.contradictions]


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_who_denies_that_it_was_he_contests_who_did_it_and_not_that_it_was_done(
    accuser: str, accused: str
) -> None:
    """A shelling that a paper told and one side laid to the other stood as denied by that one."""
    event = the_one(paper(), accuses(accuser, accused), denies(accused))
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.state) == ("blame", "open")
    assert conflict.reason == f"laid to {accused} by {accuser}; denied by {accused}"
    assert {turn.says for turn in conflict.history} == {accused, f"not {accused}"}
    assert len(conflict.claims) == 2
    assert event.actors == (accused,)
    assert event.credibility.grade == 2
    assert event.credibility.reason == (
        "2 independent origins agree that it happened; who did it is contested (4): "
        f"1 independent origin for {accused}, 1 denying it"
    )


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_where_all_who_tell_it_lay_it_to_him_his_denial_is_of_all_that_is_told(
    accuser: str, accused: str
) -> None:
    event = the_one(accuses(accuser, accused), denies(accused))
    assert kinds(event) == ["polarity"]
    assert event.credibility.grade == 4


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_who_accuses_the_other_in_turn_is_in_the_event_and_no_second_origin_of_who_did_it(
    accuser: str, accused: str
) -> None:
    event = the_one(paper(), accuses(accuser, accused), accuses(accused, accuser))
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.state) == ("blame", "open")
    for who, whom in ((accuser, accused), (accused, accuser)):
        assert f"to {whom} by {who}" in conflict.reason
    assert set(event.actors) == {accuser, accused}
    assert event.credibility.grade == 2
    assert "3 independent origins agree that it happened; who did it is contested (4): " in (
        event.credibility.reason
    )
    assert event.agreement is None


def test_two_that_accuse_one_another_agree_on_no_doer() -> None:
    event = the_one(accuses(GUARD, BRIGADE), accuses(BRIGADE, GUARD))
    assert kinds(event) == ["blame"]
    assert "who did it is contested (4): 1 independent origin for" in event.credibility.reason


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_who_denies_it_and_accuses_the_other_in_one_text_speaks_of_one_deed(
    accuser: str, accused: str
) -> None:
    """One voice that says yes and no of two doers was taken to speak of two deeds."""
    no = f"The {accused} said that it had not shelled the market in Orlin."
    yes = f"It said that the {accuser} had shelled the market in Orlin."
    slots = {"trigger": "shelled", "places": ("Orlin",), "recipients": ("market",)}
    slots |= {"by": (side(accused),), "basis": "default"}
    answer = told(
        reading(f"{no} {yes}", "Karsk Echo", NEXT),
        slots | {"sentence": no, "actors": (accused,), "polarity": "negative"},
        slots | {"sentence": yes, "actors": (accuser,)},
    )
    event = the_one(paper(), accuses(accuser, accused), answer)
    (conflict,) = event.contradictions
    assert (conflict.type, len(conflict.claims)) == ("blame", 3)
    assert f"to {accuser} by {accused}" in conflict.reason
    assert conflict.reason.endswith(f"; denied by {accused}")


@pytest.mark.parametrize(
    ("slots", "together"),
    [
        ({}, True),
        ({"recipients": ()}, False),
        ({"recipients": ("bakery",)}, False),
        ({"places": ("Vessa",)}, False),
        ({"basis": "absolute", "day": LATER}, False),
        ({"by": ()}, False),
        ({"by": (source("the mayor"),)}, False),
    ],
)
def test_a_side_that_accuses_the_other_days_later_says_only_until_when(
    slots: dict[str, Any], together: bool
) -> None:
    for one, other in BOTH_WAYS:
        found = weighed(paper(), accuses(one, other, LATER, **slots))
        assert (len(found) == 1) == together
    assert len(weighed(paper(), accuses(GUARD, BRIGADE, "2031-03-08"))) == 2


def test_nobody_accused_is_no_conflict_and_no_denial_of_the_deed() -> None:
    event = the_one(paper(), denies(GUARD))
    assert kinds(event) == []
    assert event.credibility.grade == 6
    assert event.actors == ()


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_others_who_say_that_it_was_not_he_are_named(accuser: str, accused: str) -> None:
    watch = (source("Vessa Observatory", "organisation"),)
    event = the_one(paper(), accuses(accuser, accused), denies(accused, by=watch))
    (conflict,) = event.contradictions
    assert conflict.type == "blame"
    assert conflict.reason.endswith(f"; said not to be {accused} by Vessa Observatory")


def test_who_denies_what_is_laid_to_another_contests_nobody() -> None:
    """What is laid to jets is laid to nobody; gunmen may be he who says that it was not he."""
    assert kinds(the_one(paper(), accuses(GUARD, BRIGADE), denies("Vessa Front"))) == []
    assert kinds(the_one(paper(actors=("jets",)), denies("Vessa Front"))) == []
    assert kinds(the_one(paper(actors=("gunmen",)), denies("Vessa Front"))) == ["blame"]


def test_what_is_only_possible_contests_nobody() -> None:
    unsure = accuses(GUARD, BRIGADE, certainty="possible")
    assert kinds(the_one(paper(), unsure, denies(BRIGADE))) == []
    assert kinds(
        the_one(paper(certainty="possible"), accuses(GUARD, BRIGADE), denies(BRIGADE))
    ) == ["polarity"]


def test_who_had_no_part_in_a_clash_was_not_there() -> None:
    fought = {"mode": "clash", "recipients": ()}
    event = the_one(paper(**fought), accuses(GUARD, BRIGADE, **fought), denies(BRIGADE, **fought))
    assert kinds(event) == ["polarity"]


def test_who_owned_to_it_and_denies_it_later_ends_the_conflict() -> None:
    guard = Mention(GUARD, name=GUARD, id="selwen-guard")
    owns = page(
        "Vessa Times", NEXT, f"The {GUARD} said that it had shelled the market in Orlin.",
        actors=(guard,), by=(side(GUARD),),
    )  # fmt: skip
    event = the_one(paper(), owns, denies(GUARD, LATER))
    (conflict,) = event.contradictions
    assert (conflict.type, conflict.state) == ("blame", "superseded")
    assert event.credibility.reason == "2 independent origins agree"
    stands = the_one(paper(), owns, denies(GUARD, LATER), accuses(BRIGADE, GUARD))
    assert [c.state for c in stands.contradictions] == ["open"]


@pytest.mark.parametrize(
    ("words", "first", "found"),
    [
        ("it", True, ["blame"]),
        ("responsibility", True, ["blame"]),
        ("any role in it", False, ["blame"]),
        ("it", False, ["polarity"]),
    ],
)
def test_a_denial_of_its_own_is_of_who_did_it_where_its_words_or_others_say_so(
    words: str, first: bool, found: list[str]
) -> None:
    """ "X was shelled. A said that B had done it. B denied it": B denies what A says of B."""
    for one, other in BOTH_WAYS:
        was, did = "Orlin was shelled.", f"The {one} said that the {other} had shelled Orlin."
        denial = f"The {other} denied {words}."
        text = " ".join([was] * first + [did, denial])
        slots = {"trigger": "shelled", "places": ("Orlin",)}
        claims = [slots | {"sentence": was}] * first
        claims += [slots | {"sentence": did, "actors": (other,), "by": (side(one),)}]
        claims += [
            {"sentence": denial, "trigger": "denied", "event": "REJECT", "mode": "deny",
             "actors": (other,)}
        ]  # fmt: skip
        page = told(reading(text, "Vessa Times", NEXT), *claims)
        (event,) = (e for e in weighed(page) if e.event == "ASSAULT")
        assert kinds(event) == found
        if found == ["blame"]:
            (conflict,) = event.contradictions
            assert conflict.reason == f"laid to {other} by {one}; denied by {other}"


def test_who_had_no_part_in_what_one_page_lays_to_nobody_answers_the_other_page() -> None:
    text = f"Orlin was shelled. The {GUARD} denied responsibility."
    answer = told(
        reading(text, "Vessa Times", NEXT),
        {"sentence": "Orlin was shelled.", "trigger": "shelled", "places": ("Orlin",)},
        {"sentence": f"The {GUARD} denied responsibility.", "trigger": "denied",
         "event": "REJECT", "mode": "deny", "actors": (GUARD,)},
    )  # fmt: skip
    (event,) = (e for e in weighed(accuses(BRIGADE, GUARD), answer) if e.event == "ASSAULT")
    assert kinds(event) == ["blame"]
    (event,) = (e for e in weighed(accuses(GUARD, BRIGADE), answer) if e.event == "ASSAULT")
    assert kinds(event) == []


def record(pages: tuple[Reading, ...], name: str) -> tuple[int, int]:
    """Return how many firm claims of a source others corroborate, and contradict."""
    found, tied = events(pages, origins(pages)), origins(pages)
    held = Held(views(pages), claim_origins(pages, tied), tied, found, (), ())
    firm = next(r.firm for r in records(held) if name in r.name)
    return firm.corroborated, firm.contradicted


def test_who_names_another_doer_corroborates_nobody_s_record() -> None:
    for one, other in BOTH_WAYS:
        assert record((accuses(one, other), accuses(other, one)), one) == (0, 1)
        again = page(
            "Karsk Echo", NEXT, f"The {other} shelled the market in Orlin.", actors=(other,)
        )
        assert record((accuses(one, other), again), one) == (1, 0)


@pytest.mark.parametrize(("accuser", "accused"), BOTH_WAYS)
def test_a_denial_in_the_words_of_what_it_denies_is_no_reprint_of_it(
    accuser: str, accused: str
) -> None:
    """Short sentences on one market had so many words in common that nobody denied anything."""
    market = "the great livestock market in Orlin on the northern road"
    laid = page(
        OUTLETS[accuser],
        NEXT,
        f"The {accuser} said that the {accused} had shelled {market}.",
        actors=(accused,),
        by=(side(accuser),),
    )
    said = f"The {accused} denied that it shelled {market}, and blamed the {accuser}."
    slots = {"actors": (accused,), "by": (side(accused),), "polarity": "negative"}
    event = the_one(paper(), laid, page("Karsk Echo", NEXT, said, **slots))
    assert kinds(event) == ["blame"]
    reread = page("Karsk Echo", NEXT, said, **slots | {"polarity": "positive"})
    assert kinds(the_one(paper(), page("Marsh Wire", NEXT, said, **slots), reread)) == []


def _lays(outlet: str, who: str) -> Reading:
    said = f"The {who} shelled the market in Orlin on Monday."
    return page(outlet, NEXT, said, actors=(who,), day=MONDAY, basis="absolute")


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("police", "military", ["blame"]),
        ("military", "police", ["blame"]),
        ("riot police", "army", ["blame"]),
        ("police", "riot police", []),
        ("security forces", "military", []),
        ("police", "security forces", []),
    ],
)
def test_a_states_police_and_its_soldiers_are_two(one: str, other: str, found: list[str]) -> None:
    event = the_one(_lays("Vessa Times", one), _lays("Tarn Daily", other))
    assert kinds(event) == found
