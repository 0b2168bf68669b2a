"""What contests an event without being its plain denial: denials of their own, fighting, a part."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from fogline.model import Contradiction, Event, Reading
from fogline.weighing.events import events
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import reading, source, told

TOOK = "The Orlin army said that it had taken Orlin."
ARMY = source("Orlin army", "organisation")
FRONT = source("a River front officer", "official")
GAIN = {
    "sentence": TOOK,
    "trigger": "taken",
    "event": "CONTROL",
    "mode": "gain",
    "actors": ("Orlin army",),
    "places": ("Orlin",),
    "by": (ARMY,),
}


def weighed(*pages: Reading) -> tuple[Event, ...]:
    first = events(pages, origins(pages))
    for other in itertools.permutations(pages):
        assert events(other, origins(other)) == first
    return first


def conflicts(sentence: str, *claims: dict[str, Any]) -> tuple[Contradiction, ...]:
    """Return the conflicts of the capture in a text that goes on with a sentence and its claims."""
    return _of(sentence, *claims)[0].contradictions


def _of(sentence: str, *claims: dict[str, Any]) -> list[Event]:
    """Return the events of a text that goes on with a sentence and claims, the capture first."""
    text = f"{TOOK} {sentence}"
    page = told(reading(text, "Vessa Times", "2031-03-04"), GAIN, *claims)
    capture = page.claims[0].id
    return sorted(weighed(page), key=lambda e: capture not in e.claims)


def test_a_denial_whose_content_could_be_read_contests_it() -> None:
    sentence = "The front's officers deny that Orlin was lost."
    denial = {"sentence": sentence, "trigger": "deny", "event": "REJECT", "mode": "deny"}
    lost = {"sentence": sentence, "trigger": "lost", "event": "CONTROL", "mode": "lose"}
    lost |= {"polarity": "negative", "actors": ("River front",), "by": (FRONT,)}
    (found,) = conflicts(sentence, denial | {"actors": ("officers",)}, lost)
    assert (found.type, found.state) == ("polarity", "open")


def test_a_denial_whose_content_could_not_be_read_answers_the_sentence_before() -> None:
    sentence = "Two officers of the front denied that the battle was over."
    denial = {"sentence": sentence, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    (found,) = conflicts(sentence, denial | {"actors": ("Two officers",)})
    assert (found.type, found.state) == ("polarity", "open")
    assert found.reason == "Orlin army against the denial of Two officers"
    assert [turn.says for turn in found.history] == ["asserts it", "denies it"]


@pytest.mark.parametrize(
    ("kind", "words", "between", "places", "contested"),
    [
        (("CONTROL", "lose"), "driven out", "", (), 1),
        (("RETREAT", "withdraw"), "pulled back", "", (), 1),
        (("CONTROL", "lose"), "driven out", "Schools were shut.", (), 0),
        (("CONTROL", "lose"), "driven out", "", ("Karsk",), 0),
        (("RETREAT", "withdraw"), "pulled back", "", ("Karsk",), 0),
    ],
)
def test_who_was_not_driven_out_may_be_the_loser_by_another_name(
    kind: tuple[str, str], words: str, between: str, places: tuple[str, ...], contested: int
) -> None:
    took = "Valley factions seized Orlin from river fighters."
    kept = f"The Selwen Guard denied that its men had {words}."
    guard = source("Selwen Guard", "armed-group")
    gain = GAIN | {"sentence": took, "trigger": "seized", "actors": ("Valley factions",)}
    gain |= {"recipients": ("river fighters",), "by": ()}
    denial = {"sentence": kept, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    lost = {"sentence": kept, "trigger": words, "event": kind[0], "mode": kind[1]}
    lost |= {"polarity": "negative", "actors": ("Selwen Guard men",), "by": (guard,)}
    page = reading(" ".join(filter(None, (took, between, kept))), "Vessa Times", "2031-03-04")
    denier = {"actors": ("Selwen Guard",)}
    found = weighed(told(page, gain, denial | denier, lost | {"places": places}))
    assert sum(len(event.contradictions) for event in found) == contested


def test_a_grade_counts_a_denial_beside_the_event_and_none_that_no_conflict_shows() -> None:
    """Contested stood over no contradictions, and a conflict beside one origin alone."""
    sentence = "Two officers of the front denied that the battle was over."
    denial = {"sentence": sentence, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    (event, _) = _of(sentence, denial | {"actors": ("Two officers",)})
    assert (event.credibility.grade, len(event.contradictions)) == (4, 1)
    other = "The army met with no resistance in Orlin."
    none = {"sentence": other, "trigger": "resistance", "event": "ASSAULT", "mode": "clash"}
    raid = "Jets bombed the market in Orlin."
    bombed = {"sentence": raid, "trigger": "bombed", "mode": "aerial", "places": ("Orlin",)}
    met = none | {"polarity": "negative", "actors": ("Orlin army",), "places": ("Orlin",)}
    for event in _of(f"{other} {raid}", met, bombed):
        assert event.credibility.reason.startswith("contested") is bool(event.contradictions)


def test_a_denial_of_something_else_contests_nothing() -> None:
    sentence = "The front denied that a ship had been sent to Karsk."
    denial = {"sentence": sentence, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    sent = {"sentence": sentence, "trigger": "sent", "event": "MOBILIZE", "mode": "troops"}
    sent |= {"polarity": "negative", "places": ("Karsk",)}
    assert conflicts(sentence, denial | {"actors": ("River front",)}, sent) == ()
    neither = "The front neither confirmed nor denied it."
    denial = {"sentence": neither, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    assert conflicts(neither, denial | {"polarity": "negative"}) == ()


def test_nobody_denies_another_partys_deed_of_violence() -> None:
    text = "Harrow Brigade shelled Orlin. The Selwen Guard denied it."
    hit = {"sentence": "Harrow Brigade shelled Orlin.", "trigger": "shelled", "places": ("Orlin",)}
    denial = {"sentence": "The Selwen Guard denied it.", "trigger": "denied", "event": "REJECT"}
    denial |= {"mode": "deny", "actors": ("Selwen Guard",)}
    for doer, number in (("Harrow Brigade", 0), ("Selwen Guard", 1)):
        page = reading(text, "Vessa Times", "2031-03-04")
        found = weighed(told(page, hit | {"actors": (doer,)}, denial))
        assert sum(len(event.contradictions) for event in found) == number


@pytest.mark.parametrize(
    ("words", "number"),
    [("any role in it", 0), ("responsibility", 0), ("it", 1), ("the report", 1)],
)
def test_who_had_no_part_in_a_deed_laid_to_nobody_does_not_deny_it(words: str, number: int) -> None:
    hit = {"sentence": "Orlin was shelled.", "trigger": "shelled", "places": ("Orlin",)}
    said = f"The Selwen Guard denied {words}."
    denial = {"sentence": said, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    page = reading(f"Orlin was shelled. {said}", "Vessa Times", "2031-03-04")
    found = weighed(told(page, hit, denial | {"actors": ("Selwen Guard",)}))
    assert sum(len(event.contradictions) for event in found) == number


def test_who_denies_the_others_hold_is_not_among_those_whom_he_contests() -> None:
    sentence = "The front denied it and said that it held Orlin."
    denial = {"sentence": sentence, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    held = {"sentence": sentence, "trigger": "held", "event": "CONTROL", "mode": "hold"}
    held |= {"actors": ("River front",), "by": (FRONT,), "places": ("Orlin",)}
    found = conflicts(sentence, denial | {"actors": ("a River front officer",)}, held)
    (polarity,) = (c for c in found if c.type == "polarity")
    assert polarity.reason == "Orlin army against the denial of a River front officer"


def test_fighting_that_goes_on_by_another_s_word_contests_who_holds_it() -> None:
    sentence = "An officer said that his men were still fighting there."
    fight = {"sentence": sentence, "trigger": "fighting", "mode": "clash", "status": "ongoing"}
    (found,) = conflicts(sentence, fight | {"by": (FRONT,)})
    assert (found.type, found.state) == ("control", "open")
    assert found.history[-1].says == "tells of fighting for it"
    assert conflicts(sentence, fight | {"by": (ARMY,)}) == ()
    assert conflicts(sentence, fight | {"by": (FRONT,), "places": ("Karsk",)}) == ()
    assert conflicts(sentence, fight | {"by": (FRONT,), "status": "occurred"}) == ()


def test_a_place_held_in_part_only_is_contested() -> None:
    sentence = "The other said that the army held only part of it."
    held = {"sentence": sentence, "trigger": "held", "event": "CONTROL", "mode": "hold"}
    held |= {"actors": ("Orlin army",), "status": "ongoing", "by": (FRONT,)}
    (found,) = conflicts(sentence, held)
    assert (found.type, found.state) == ("control", "open")
    assert "only part is held" in found.reason


def test_who_contested_it_and_owns_to_it_later_ends_the_conflict() -> None:
    sentence = "An officer said that his men were still fighting there."
    fight = {"sentence": sentence, "trigger": "fighting", "mode": "clash", "status": "ongoing"}
    page = reading(f"{TOOK} {sentence}", "Vessa Times", "2031-03-04")
    said = "An officer of the front said that the army had taken Orlin on 4 March."
    later = GAIN | {"sentence": said, "by": (FRONT,), "day": "2031-03-04"}
    both = weighed(
        told(page, GAIN, fight | {"by": (FRONT,)}),
        told(reading(said, "Karsk Echo", "2031-03-06"), later),
    )
    (found,) = (c for event in both for c in event.contradictions)
    assert (found.type, found.state) == ("control", "superseded")


@pytest.mark.parametrize(
    ("told_first", "mode", "contested"),
    [
        ("The army still held the western districts of Orlin.", "hold", False),
        ("The army held Orlin.", "hold", True),
        ("The army took the western districts of Orlin.", "gain", True),
    ],
)
def test_who_denies_that_a_town_fell_denies_no_part_that_is_held(
    told_first: str, mode: str, contested: bool
) -> None:
    """The defenders' own words of what they still held stood against their denial."""
    sentence = "The front denied that Orlin had fallen."
    told_of = GAIN | {"sentence": told_first, "trigger": "took" if mode == "gain" else "held"}
    denial = {"sentence": sentence, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    fallen = GAIN | {"sentence": sentence, "trigger": "fallen", "polarity": "negative"}
    fallen |= {"actors": (), "by": (FRONT,)}
    text = reading(f"{told_first} {sentence}", "Vessa Times", "2031-03-04")
    page = told(text, told_of | {"mode": mode}, fallen, denial)
    (event,) = (e for e in weighed(page) if page.claims[0].id in e.claims)
    assert ("polarity" in [c.type for c in event.contradictions]) == contested


@pytest.mark.parametrize(
    ("words", "contested"),
    [
        ("denied it", 1),
        ("rejected the accusation", 1),
        ("denied reports that it had shelled Orlin", 1),
        ("denied using drones there", 0),
        ("denied reports that its boats had left Karsk", 0),
        ("denied claims about a prison", 0),
    ],
)
def test_a_denial_that_says_of_what_it_is_answers_nothing_else(words: str, contested: int) -> None:
    hit = {"sentence": "Orlin was shelled.", "trigger": "shelled", "places": ("Orlin",)}
    said = f"The Selwen Guard {words}."
    denial = {"sentence": said, "trigger": words.split()[0], "event": "REJECT", "mode": "deny"}
    page = reading(f"Orlin was shelled. {said}", "Vessa Times", "2031-03-04")
    found = weighed(told(page, hit, denial | {"actors": ("Selwen Guard",)}))
    assert sum(len(event.contradictions) for event in found) == contested


@pytest.mark.parametrize("which", ["which the Selwen Guard denied", "a charge the Guard denied"])
def test_what_a_sentence_says_that_is_denied_is_not_the_one_before(which: str) -> None:
    hit = {"sentence": "Orlin was shelled.", "trigger": "shelled", "places": ("Orlin",)}
    said = f"The council accused it of closing roads, {which}."
    denial = {"sentence": said, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    page = reading(f"Orlin was shelled. {said}", "Vessa Times", "2031-03-04")
    found = weighed(told(page, hit, denial | {"actors": ("Selwen Guard",)}))
    assert all(event.contradictions == () for event in found)


@pytest.mark.parametrize(
    ("sentence", "contested"),
    [
        ("An officer said that his men were still fighting there.", True),
        ("An officer said that his men were still fighting the army.", False),
    ],
)
def test_fighting_that_is_nowhere_contests_no_place(sentence: str, contested: bool) -> None:
    fight = {"sentence": sentence, "trigger": "fighting", "mode": "clash", "status": "ongoing"}
    assert bool(conflicts(sentence, fight | {"by": (FRONT,)})) == contested


def test_who_is_said_in_passing_to_hold_a_place_is_contested_by_no_fighting() -> None:
    held, fought = "Boats left army-held Orlin.", "An officer said that they still fight in Orlin."
    page = reading(f"{held} {fought}", "Vessa Times", "2031-03-04")
    hold = {"sentence": held, "trigger": "held", "event": "CONTROL", "mode": "hold"}
    hold |= {"actors": ("Orlin army",), "places": ("Orlin",), "status": "ongoing"}
    fight = {"sentence": fought, "trigger": "fight", "mode": "clash", "status": "ongoing"}
    found = weighed(told(page, hold, fight | {"places": ("Orlin",), "by": (FRONT,)}))
    assert all(event.contradictions == () for event in found)


def denied(told_of: dict[str, Any], *claims: dict[str, Any]) -> int:
    """Return how many conflicts the claims of a text's other sentences make with its first."""
    text = " ".join(dict.fromkeys(c["sentence"] for c in (told_of, *claims)))
    page = told(reading(text, "Vessa Times", "2031-03-04"), told_of, *claims)
    (event,) = (e for e in weighed(page) if page.claims[0].id in e.claims)
    return len(event.contradictions)


@pytest.mark.parametrize(("place", "number"), [("Orlin", 1), ("Karsk", 0)])
@pytest.mark.parametrize("who", ["Selwen Guard", "Harrow Brigade"])
def test_a_denied_deed_is_where_its_text_was_last(who: str, place: str, number: int) -> None:
    """What was denied of one town stood as denied of another, told at the head of the text."""
    hit = {"sentence": f"The {who} shelled Orlin.", "trigger": "shelled", "places": ("Orlin",)}
    there = {"sentence": f"Fires burned in {place}.", "trigger": "burned", "places": (place,)}
    said = f"The {who} denied that it had attacked anybody."
    denial = {"sentence": said, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    no = {"sentence": said, "trigger": "attacked", "polarity": "negative", "actors": (who,)}
    no |= {"mode": None, "by": (source(who, "armed-group"),), "basis": "default"}
    assert denied(hit | {"actors": (who,)}, there, denial | {"actors": (who,)}, no) == number


@pytest.mark.parametrize(
    ("hit", "number"), [(("the cold store",), 0), (("the mill", "the cold store"), 1)]
)
def test_a_denied_deed_is_one_with_what_hit_the_same(hit: tuple[str, ...], number: int) -> None:
    """An air strike on one side's men stood against the denial of one on its stores."""
    who = "Selwen Guard"
    strike = {"sentence": "The Selwen Guard shelled the mill of Orlin.", "trigger": "shelled"}
    strike |= {"recipients": ("the mill",), "places": ("Orlin",), "actors": (who,)}
    said = "The Selwen Guard denied that it had shelled the cold store or the mill."
    denial = {"sentence": said, "trigger": "denied", "event": "REJECT", "mode": "deny"}
    no = {"sentence": said, "trigger": "shelled", "polarity": "negative", "actors": (who,)}
    no |= {"recipients": hit, "by": (source(who, "armed-group"),), "basis": "default"}
    assert denied(strike, denial | {"actors": (who,)}, no) == number


@pytest.mark.parametrize(
    ("sentence", "by", "number"),
    [
        ("The clerks said that carters had fled but the Selwen Guard dismissed it.", "clerks", 0),
        ("The Selwen Guard, whose carters had fled, dismissed it.", "", 1),
    ],
)
def test_who_denies_what_his_own_sentence_reports_denies_not_the_one_before(
    sentence: str, by: str, number: int
) -> None:
    hit = {"sentence": "Orlin was shelled.", "trigger": "shelled", "places": ("Orlin",)}
    denial = {"sentence": sentence, "trigger": "dismissed", "event": "REJECT", "mode": "deny"}
    fled = {"sentence": sentence, "trigger": "fled", "event": "COERCE", "mode": "displace"}
    fled |= {"by": (source(by, "official"),)} if by else {}
    assert denied(hit, fled, denial | {"actors": ("Selwen Guard",)}) == number
