"""Who held a place, as claimed: handovers, losses, allies, and origins that disagree."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Mention, Reading, Source, Tenure, When
from fogline.weighing.control import left_out, timelines
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import PLACES, reading, source, told

OUTLETS = ("Vessa Times", "Orlin Post", "Karsk Echo", "Marsh Wire")


def page(outlet: str, day: str, mode: str, *holders: str, **slots: Any) -> Reading:
    """Return a page that says of Orlin who took, holds or lost it."""
    what = f"{slots.pop('part', '')} Orlin".strip()
    sentence = f"{' and '.join(holders) or 'They'} {mode} {what}: {outlet}, {day}."
    filler = " ".join(f"{outlet.lower()[::-1]}{n}{day[-2:]}" for n in range(20))
    given = {"sentence": sentence, "trigger": mode, "event": "CONTROL", "mode": mode}
    given |= {"actors": holders, "places": ("Orlin",)} | slots
    return told(reading(f"{sentence} {filler}", outlet, day), given)


def tenures(*pages: Reading) -> tuple[Tenure, ...]:
    voices = claim_origins(pages, origins(pages))
    lines = timelines(views(pages), voices)
    assert len(lines) <= 1
    return lines[0].tenures if lines else ()


def told_of(*pages: Reading) -> list[tuple[str, str | None, str | None, bool]]:
    return [(t.holder, t.start, t.end, t.contested) for t in tenures(*pages)]


def test_one_takes_it_and_then_another() -> None:
    assert told_of(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-09", "gain", "Selwen Guard"),
    ) == [
        ("Harrow Brigade", "2031-03-04", "2031-03-09", False),
        ("Selwen Guard", "2031-03-09", None, False),
    ]


def test_claims_of_one_holder_are_one_tenure_with_its_origins() -> None:
    (found,) = tenures(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-06", "hold", "Harrow Brigade"),
    )
    assert (found.start, found.end, found.origins, len(found.claims)) == ("2031-03-04", None, 2, 2)
    assert "no end is told" in found.reason


COUNCIL = (source("Orlin council", "organisation"),)
BACK = "The council withdrew its statement that the Harrow Brigade had taken Orlin."


@pytest.mark.parametrize(
    "text", [BACK, "The council no longer claims that the Harrow Brigade has taken Orlin."]
)
def test_what_its_source_took_back_is_no_tenure(text: str) -> None:
    first = page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", by=COUNCIL)
    slots: dict[str, Any] = {"sentence": text, "trigger": "taken", "mode": "gain"}
    slots |= {"event": "CONTROL", "actors": ("Harrow Brigade",), "places": ("Orlin",)}
    back = told(reading(text, "Orlin Post", "2031-03-06"), slots | {"by": COUNCIL})
    assert tenures(first, back) == ()
    other = page("Karsk Echo", "2031-03-04", "gain", "Harrow Brigade")
    assert told_of(first, back, other) == [("Harrow Brigade", "2031-03-04", None, True)]
    (found,) = tenures(first, back, other)
    assert found.origins == 1


EAST = "the east of"


@pytest.mark.parametrize(
    ("said", "back", "kept"),
    [("", "", []), (EAST, EAST, []), ("", EAST, [None]), (EAST, "", ["east of"])],
)
def test_what_is_taken_back_of_a_part_is_of_no_other_and_not_of_the_whole(
    said: str, back: str, kept: list[str | None]
) -> None:
    first = page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", by=COUNCIL, part=said)
    text = BACK.replace("Orlin", f"{back} Orlin".strip())
    slots: dict[str, Any] = {"sentence": text, "trigger": "taken", "mode": "gain"}
    slots |= {"event": "CONTROL", "actors": ("Harrow Brigade",), "places": ("Orlin",)}
    later = told(reading(text, "Orlin Post", "2031-03-06"), slots | {"by": COUNCIL})
    assert [t.part for t in tenures(first, later)] == kept


def test_what_was_lost_later_is_not_taken_back() -> None:
    assert told_of(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", by=COUNCIL),
        page("Orlin Post", "2031-03-09", "hold", "Harrow Brigade", by=COUNCIL, polarity="negative"),
    ) == [("Harrow Brigade", "2031-03-04", None, False)]


def test_two_origins_that_name_two_holders_contest_it_and_both_stand() -> None:
    found = tenures(
        page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade"),
        page("Orlin Post", "2031-03-05", "gain", "Selwen Guard"),
        page("Karsk Echo", "2031-03-07", "hold", "Harrow Brigade"),
    )
    assert [(t.holder, t.contested, t.against) for t in found] == [
        ("Harrow Brigade", True, ("Selwen Guard",)),
        ("Selwen Guard", True, ("Harrow Brigade",)),
    ]


ARMY = Mention("the army", name="Syrian Arab Army", id="sy-forces")
LOYAL = Mention("Forces loyal to the Syrian government")
REBELS = Mention("the group", name="Ahrar al-Sham", id="ahrar-al-sham")
SISTERS = Mention("the brigade", name="Suqour al-Sham", id="suqour-al-sham")


def held_by(outlet: str, day: str, mode: str, holder: Mention) -> Reading:
    made = page(outlet, day, mode, holder.text)
    return replace(made, claims=tuple(replace(c, actors=(holder,)) for c in made.claims))


ALLIES = Mention("the militia", name="Hezbollah", id="hezbollah")


@pytest.mark.parametrize(("one", "other"), [(ARMY, LOYAL), (LOYAL, ARMY)])
def test_forces_loyal_to_a_side_are_the_one_holder_of_it_that_is_named(
    one: Mention, other: Mention
) -> None:
    """One village was listed as held by the army, and by "forces loyal to the government" too."""
    pages = (
        held_by("Vessa Times", "2016-11-04", "hold", one),
        held_by("Orlin Post", "2016-11-05", "gain", other),
    )
    (found,) = tenures(*pages)
    assert (found.holder, found.start, found.origins) == ("Syrian Arab Army", "2016-11-04", 2)
    # where two of the side are named, they may be either
    third = tenures(*pages, held_by("Karsk Echo", "2016-11-05", "hold", ALLIES))
    assert {t.holder for t in third} == {"Syrian Arab Army", "Hezbollah", LOYAL.text}


@pytest.mark.parametrize(("one", "other"), [(ARMY, ALLIES), (REBELS, SISTERS)])
def test_holders_of_one_side_do_not_contest_or_take_from_one_another(
    one: Mention, other: Mention
) -> None:
    found = tenures(
        held_by("Vessa Times", "2016-11-04", "hold", one),
        held_by("Orlin Post", "2016-11-05", "gain", other),
    )
    assert [(t.end, t.contested, t.against) for t in found] == [(None, False, ())] * 2
    assert all("is said to hold it too (of the same side)" in t.reason for t in found)


@pytest.mark.parametrize("one", [ARMY, LOYAL])
@pytest.mark.parametrize("other", [REBELS, SISTERS])
def test_holders_of_two_sides_do_whichever_speaks_first(one: Mention, other: Mention) -> None:
    for first, second in ((one, other), (other, one)):
        found = tenures(
            held_by("Vessa Times", "2016-11-04", "hold", first),
            held_by("Orlin Post", "2016-11-04", "hold", second),
        )
        assert [t.contested for t in found] == [True, True]
        assert not any("nothing says" in t.reason for t in found)


def test_where_nothing_says_whether_two_are_of_one_side_it_is_said_and_left_open() -> None:
    found = tenures(
        page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade"),
        page("Orlin Post", "2031-03-04", "hold", "Selwen Guard"),
    )
    assert [t.contested for t in found] == [True, True]
    assert all("nothing says whether of the same side" in t.reason for t in found)


@pytest.mark.parametrize("name", ["aid convoy", "swathes of Orlin", "Parts of Orlin", "district"])
def test_what_is_no_party_holds_nothing(name: str) -> None:
    assert not tenures(page("Vessa Times", "2031-03-04", "gain", name))
    assert tenures(page("Vessa Times", "2031-03-04", "gain", "local council of Orlin"))


def test_nobody_in_particular_holds_a_place() -> None:
    found = tenures(page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", "allies"))
    assert [t.holder for t in found] == ["Harrow Brigade"]


def test_it_is_lost_on_the_word_of_who_lost_it() -> None:
    assert told_of(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-08", "lose", "Harrow Brigade", recipients=("Selwen Guard",)),
    ) == [
        ("Harrow Brigade", "2031-03-04", "2031-03-08", False),
        ("Selwen Guard", "2031-03-08", None, False),
    ]


def test_taken_back_it_is_a_second_tenure() -> None:
    assert told_of(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-06", "gain", "Selwen Guard"),
        page("Karsk Echo", "2031-03-09", "gain", "Harrow Brigade"),
    ) == [
        ("Harrow Brigade", "2031-03-04", "2031-03-06", False),
        ("Selwen Guard", "2031-03-06", "2031-03-09", False),
        ("Harrow Brigade", "2031-03-09", None, False),
    ]


def test_who_takes_it_together_is_no_rival() -> None:
    found = told_of(page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", "Selwen Guard"))
    assert found == [
        ("Harrow Brigade", "2031-03-04", None, False),
        ("Selwen Guard", "2031-03-04", None, False),
    ]


@pytest.mark.parametrize(("mode", "polarity"), [("contest", "positive"), ("gain", "negative")])
def test_fighting_or_a_denial_contests_it(mode: str, polarity: str) -> None:
    found = told_of(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-04", mode, "Harrow Brigade", polarity=polarity),
    )
    assert found == [("Harrow Brigade", "2031-03-04", None, True)]


LOSS = {"event": "CONTROL", "mode": "lose", "polarity": "negative", "actors": ("Selwen Guard",)}


def test_who_denies_a_setback_disputes_a_capture_and_holds_nothing() -> None:
    """Militants who denied "a setback" became the holders of a district that they did not name."""
    took, denied = "Harrow Brigade took Orlin.", "The Selwen Guard denied a setback."
    gain = {"sentence": took, "trigger": "took", "event": "CONTROL", "mode": "gain"}
    gain |= {"actors": ("Harrow Brigade",), "places": ("Orlin",)}
    by = (source("Selwen Guard", "armed-group"),)
    loss = LOSS | {"sentence": denied, "trigger": "setback", "by": by}
    text = reading(f"{took} {denied}", "Vessa Times", "2031-03-04")
    assert told_of(told(text, gain, loss)) == [("Harrow Brigade", "2031-03-04", None, True)]
    named = told(text, gain, loss | {"places": ("Orlin",)})
    assert {holder for holder, *_ in told_of(named)} == {"Harrow Brigade", "Selwen Guard"}


@pytest.mark.parametrize("part", ["around", "near", "outside"])
def test_what_is_not_the_place_is_no_hold_of_it(part: str) -> None:
    """A wall of earth around a town was a tenure of the town."""
    assert not tenures(page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade", part=part))
    (found,) = tenures(
        page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade", part="outskirts of")
    )
    assert found.part == "outskirts of"


def test_rebels_hold_what_is_rebel_held() -> None:
    words = "Shells fell on rebel-held Orlin."
    at = words.index("rebel")
    slots = {"sentence": words, "trigger": "held", "event": "CONTROL", "mode": "hold"}
    slots |= {"actors": (Mention("rebel", at, at + 5),), "places": ("Orlin",)}
    assert [
        t.holder for t in tenures(told(reading(words, "Vessa Times", "2031-03-04"), slots))
    ] == ["rebels"]


@pytest.mark.parametrize(
    "slots",
    [{"status": "forecast"}, {"certainty": "possible"}, {"places": ("Nord",)}, {"places": ()}],
)
def test_what_is_to_come_unsure_or_of_a_region_makes_no_tenure(slots: dict[str, Any]) -> None:
    assert not tenures(page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", **slots))


def test_the_order_of_arrival_and_the_names_of_the_sides_play_no_part() -> None:
    names = ("Harrow Brigade", "Selwen Guard")
    for seed in range(20):
        dice = random.Random(seed)
        drawn = [
            (OUTLETS[n % 4], f"2031-03-{dice.randrange(1, 20):02}", dice.choice(["gain", "hold"]))
            for n in range(6)
        ]
        sides = [dice.randrange(2) for _ in drawn]
        pages = [page(*d, names[side]) for d, side in zip(drawn, sides, strict=True)]
        first = tenures(*pages)
        assert tenures(*reversed(pages)) == first
        swapped = [page(*d, names[1 - side]) for d, side in zip(drawn, sides, strict=True)]
        mirrored = {(t.holder, t.start, t.end, t.contested) for t in tenures(*swapped)}
        assert {
            (names[1 - names.index(t.holder)], t.start, t.end, t.contested) for t in first
        } == mirrored


def test_a_gain_told_as_of_a_stretch_of_days_was_before_the_others_gain_on_its_last() -> None:
    stretch = When("two weeks ago at most", "2031-03-01", "2031-03-09", None, "relative")
    before = page("Vessa Times", "2031-03-09", "gain", "Harrow Brigade")
    before = replace(before, claims=tuple(replace(c, when=stretch) for c in before.claims))
    assert told_of(before, page("Orlin Post", "2031-03-09", "gain", "Selwen Guard")) == [
        ("Harrow Brigade", "2031-03-01", "2031-03-09", False),
        ("Selwen Guard", "2031-03-09", None, False),
    ]


def test_fighting_that_goes_on_and_a_part_only_contest_a_tenure_of_anothers_word() -> None:
    gain = page("Vessa Times", "2031-03-04", "gain", "Selwen Guard")
    fight = {"event": "ASSAULT", "mode": "clash", "status": "ongoing"}
    part = {"sentence": "The guard hold only part of Orlin.", "trigger": "hold"}
    for slots in (fight, part):
        (found,) = tenures(gain, told_by_others(slots))
        assert found.contested
        assert "fighting or a denial is told of" in found.reason
    (found,) = tenures(gain, told_by_others(fight | {"places": ("Karsk",)}))
    assert not found.contested


def told_by_others(slots: dict[str, Any]) -> Reading:
    sentence = slots.get("sentence", "Fighting goes on in Orlin.")
    given = {"sentence": sentence, "trigger": "Fighting", "event": "CONTROL", "mode": "hold"}
    given |= {"actors": ("Selwen Guard",), "places": ("Orlin",)} | slots
    return told(reading(f"{sentence} Karsk Echo has more.", "Karsk Echo", "2031-03-04"), given)


def test_who_holds_a_part_holds_no_more_and_contests_who_holds_the_whole() -> None:
    found = tenures(
        page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade"),
        page("Orlin Post", "2031-03-06", "hold", "Selwen Guard", part="parts of"),
    )
    assert [(t.holder, t.part, t.contested) for t in found] == [
        ("Harrow Brigade", None, True),
        ("Selwen Guard", "parts of", True),
    ]
    assert "Selwen Guard (parts of it) is said to hold it too" in found[0].reason


def test_holders_of_parts_do_not_contradict_each_other() -> None:
    found = tenures(
        page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade", part="the east of"),
        page("Orlin Post", "2031-03-04", "hold", "Selwen Guard", part="nearly all of"),
    )
    assert [(t.holder, t.part, t.contested) for t in found] == [
        ("Harrow Brigade", "east of", False),
        ("Selwen Guard", "nearly all of", False),
    ]


def test_a_part_taken_ends_no_hold_of_the_whole_and_the_whole_taken_ends_that_of_a_part() -> None:
    one, other = "Harrow Brigade", "Selwen Guard"
    found = tenures(
        page("Vessa Times", "2031-03-04", "gain", one),
        page("Orlin Post", "2031-03-06", "gain", other, part="the outskirts of"),
        page("Karsk Echo", "2031-03-09", "gain", other),
    )
    assert [(t.holder, t.part, t.end) for t in found] == [
        (one, None, "2031-03-09"),
        (other, "outskirts of", None),
        (other, None, None),
    ]
    third = page("Marsh Wire", "2031-03-12", "gain", "Third Corps")
    ended = tenures(page("Orlin Post", "2031-03-06", "hold", other, part="the outskirts of"), third)
    assert ended[0].end == "2031-03-12"


def test_all_of_it_is_the_whole_of_it() -> None:
    (found,) = tenures(page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade", part="all of"))
    assert found.part is None


@pytest.mark.parametrize(
    ("slots", "reason"),
    [
        ({"places": ("Tarnow Ford",)}, "not in the gazetteer"),
        ({"places": ("Nord",)}, "of a region or a country"),
        ({"places": ()}, "of no place named"),
        ({"certainty": "possible"}, "not told for sure"),
        ({"actors": ()}, "of nobody who is named"),
    ],
)
def test_what_gives_no_place_a_holder_is_counted_with_its_reason(
    slots: dict[str, Any], reason: str
) -> None:
    """ "0 places" was all that was said of a ledger full of places that no gazetteer has."""
    odd = page("Vessa Times", "2031-03-04", "gain", "Harrow Brigade", **slots)
    assert not tenures(odd)
    ((said, number),) = left_out(views([odd, page("Orlin Post", "2031-03-04", "gain", "Guard")]))
    assert (reason in said, number) == (True, 1)


SIDES = (
    source("army", id="ua-forces", name="Armed Forces of Ukraine"),
    source("ministry", id="ru-defence-ministry", name="Ministry of Defence of Russia"),
    source("M23", "armed-group", id="m23", name="March 23 Movement"),
)
UNIT = "Lion Battalion"


def contested(unit: str, teller: Source, side: Source = SIDES[0], **slots: Any) -> set[bool]:
    """Return which tenures are contested where one tells of a unit, and others of a side."""
    said = slots.pop("said", f"{unit} gain Orlin, it said.")
    given = {"trigger": "gain", "event": "CONTROL", "mode": "gain", "places": ("Orlin",)} | slots
    of_unit = told(
        reading(said, "Orlin Post", "2031-03-05"),
        given | {"sentence": said, "actors": (unit,), "by": (teller,)},
    )
    itself = Mention(side.text, name=side.name, id=side.id)
    return {t.contested for t in tenures(of_unit, held_by("Echo", "2031-03-05", "gain", itself))}


@pytest.mark.parametrize("side", SIDES, ids=lambda s: s.id)
@pytest.mark.parametrize("unit", ["Units of the Marsh group", UNIT, "3rd Corps"])
def test_a_side_that_reports_a_units_success_tells_of_its_own(side: Source, unit: str) -> None:
    """A ministry, its army and its unit were three holders who contested one another."""
    assert contested(unit, side, side) == {False}


@pytest.mark.parametrize("side", SIDES, ids=lambda s: s.id)
def test_who_admits_it_or_is_no_side_tells_of_anothers(side: Source) -> None:
    assert contested(UNIT, side, side, said=f"{UNIT} gain Orlin, it admitted.") == {True}
    assert contested(UNIT, source("a resident", "witness"), side) == {True}
    assert contested("Marsh Front", side, side) == {True}
    assert contested(UNIT, side, side, mode="hold") == {True}


def test_a_unit_of_one_side_contests_another_side() -> None:
    assert contested(UNIT, SIDES[0], SIDES[1]) == {True}


def left(day: str, words: str, *, holder: str = "Harrow Brigade", **slots: Any) -> Reading:
    """Return a page that tells of a withdrawal in its own words: "withdrew" is its deed."""
    given = {"sentence": words, "trigger": "withdrew", "event": "RETREAT", "mode": "withdraw"}
    given |= {"actors": (holder,), "places": ("Orlin",)} | slots
    filler = " ".join(f"post{n}{day[-2:]}" for n in range(20))
    return told(reading(f"{words} {filler}", "Orlin Post", day), given)


WITHDREW = "The Harrow Brigade withdrew from Orlin."


@pytest.mark.parametrize("holders", [("Harrow Brigade", "Selwen Guard")] * 2)
def test_who_withdrew_from_a_place_holds_it_no_longer(holders: tuple[str, str]) -> None:
    """A town that its own army had admitted to have left stayed contested for months."""
    for one, other in (holders, holders[::-1]):
        found = told_of(
            page("Vessa Times", "2031-03-04", "hold", one),
            left("2031-03-08", f"The {one} withdrew from Orlin.", holder=one),
            page("Karsk Echo", "2031-03-08", "hold", other),
        )
        assert found == [
            (one, "2031-03-04", "2031-03-08", False),
            (other, "2031-03-08", None, False),
        ]


def test_who_comes_back_after_a_withdrawal_holds_it_anew() -> None:
    assert told_of(
        page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade"),
        left("2031-03-08", WITHDREW),
        page("Karsk Echo", "2031-03-12", "gain", "Harrow Brigade"),
    ) == [
        ("Harrow Brigade", "2031-03-04", "2031-03-08", False),
        ("Harrow Brigade", "2031-03-12", None, False),
    ]


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("Some of the Harrow Brigade withdrew from Orlin.", {}),
        ("The Harrow Brigade partially withdrew from Orlin.", {}),
        ("The Harrow Brigade withdrew two companies from Orlin.", {}),
        ("The Harrow Brigade withdrew a battalion from Orlin.", {}),
        ("The Harrow Brigade withdrew its heavy weapons from Orlin.", {}),
        ("The Harrow Brigade withdrew from the outskirts of Orlin.", {}),
        ("The Harrow Brigade withdrew from hills near Orlin.", {}),
        (WITHDREW, {"status": "ongoing"}),
        (WITHDREW, {"status": "forecast"}),
        (WITHDREW, {"certainty": "possible"}),
        (WITHDREW, {"polarity": "negative"}),
        (WITHDREW, {"places": ("Karsk",)}),
        ("The Selwen Guard withdrew from Orlin.", {"actors": ("Selwen Guard",)}),
    ],
)
def test_a_withdrawal_that_leaves_somebody_there_ends_no_hold(
    words: str, slots: dict[str, Any]
) -> None:
    back = left("2031-03-08", words, **slots)
    found = told_of(page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade"), back)
    assert [end for _, _, end, _ in found] == [None]


@pytest.mark.parametrize(
    ("roles", "end"), [(("destination", "origin"), "2031-03-08"), (("origin", "destination"), None)]
)
def test_it_is_left_whence_and_not_whither_they_withdraw(
    roles: tuple[str, str], end: str | None
) -> None:
    back = left("2031-03-08", WITHDREW)
    there = zip((PLACES["Karsk"], PLACES["Orlin"]), roles, strict=True)
    places = tuple(replace(place, role=role) for place, role in there)
    back = replace(back, claims=(replace(back.claims[0], places=places),))
    found = told_of(page("Vessa Times", "2031-03-04", "hold", "Harrow Brigade"), back)
    assert found == [("Harrow Brigade", "2031-03-04", end, False)]


def holds(sentence: str, trigger: str, *places: str) -> list[str | None]:
    """Return of which parts of Orlin a text says that somebody holds them; None for the whole."""
    text = f"Shells fell on Orlin on Monday. {sentence}"
    page = reading(text, "Vessa Times", "2031-03-04")
    fell = {
        "sentence": "Shells fell on Orlin on Monday.",
        "trigger": "Shells",
        "places": ("Orlin",),
    }
    held = {"sentence": sentence, "trigger": trigger, "event": "CONTROL", "mode": "hold"}
    given = held | {"actors": ("Harrow Brigade",), "places": places, "status": "ongoing"}
    return [tenure.part for tenure in tenures(told(page, fell, given))]


@pytest.mark.parametrize(
    ("sentence", "trigger", "parts"),
    [
        ("A clinic run by the Harrow Brigade was hit.", "run", []),
        ("The Harrow Brigade runs the school.", "runs", []),
        ("The Harrow Brigade runs the town.", "runs", [None]),
        ("The Harrow Brigade holds the town.", "holds", [None]),
    ],
)
def test_who_runs_a_thing_in_a_town_does_not_hold_it(
    sentence: str, trigger: str, parts: list[str | None]
) -> None:
    """A nurse "at a clinic run by" a group, who had kin in a city, gave it the city."""
    assert holds(sentence, trigger, "Orlin") == parts


def test_it_may_be_what_the_sentence_named_before() -> None:
    """ "Stormed the headquarters and now hold two thirds of it" gave somebody the whole ward."""
    stormed = "The Harrow Brigade stormed the {} and now holds two thirds of it."
    assert holds(stormed.format("headquarters"), "holds") == []
    assert holds("The Harrow Brigade now holds it.", "holds") == [None]
