"""Typed conflicts of one event, and how each went on: corrected, withdrawn, superseded, open."""

from __future__ import annotations

import itertools
from dataclasses import replace
from typing import Any

import pytest

from fogline.model import Contradiction, Credibility, Part, Reading
from fogline.weighing.conflict.contradictions import contradictions
from fogline.weighing.grades import credibility
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

HIT = "The bridge at Orlin was hit by shells."
ARMY = source("Orlin army", "organisation", id="xx-forces")
WATCH = source("Vessa Observatory", "organisation")


def page(outlet: str, out: str | None, sentence: str = HIT, /, **slots: Any) -> Reading:
    """Return a page of its own words with one claim."""
    filler = " ".join(f"{outlet.lower()[::-1]}{(out or 'none')[-2:]}{n}" for n in range(25))
    title = slots.pop("title", None)
    given = {"sentence": sentence, "trigger": "hit", "places": ("Orlin",)} | slots
    return told(reading(f"{sentence} {filler}", outlet, out, title=title), given)


def found(*pages: Reading) -> tuple[Contradiction, ...]:
    """Return the conflicts of one event that holds all claims, the same in any order."""
    voices = claim_origins(pages, origins(pages))
    first = contradictions(views(pages), voices)
    for other in itertools.islice(itertools.permutations(pages), 6):
        assert contradictions(views(other), voices) == first
    return first


def states(*pages: Reading) -> list[tuple[str, str]]:
    return [(c.type, c.state) for c in found(*pages)]


DAY, NEXT = "2031-03-04", "2031-03-06"


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("polarity", {}, {"polarity": "negative"}),
        ("toll", {"killed": (4, 4)}, {"killed": (12, None)}),
        ("time", {"day": "2031-03-01"}, {"day": "2031-03-03"}),
        ("blame", {"actors": ("Harrow Brigade",)}, {"actors": ("Selwen Guard",)}),
        (
            "control",
            {"event": "CONTROL", "mode": "hold", "actors": ("Harrow Brigade",)},
            {"event": "CONTROL", "mode": "hold", "actors": ("Selwen Guard",)},
        ),
    ],
)
def test_every_type_is_found_and_open_between_two_origins(
    kind: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    pages = [
        page(outlet, DAY, **({"day": DAY} | slots))
        for outlet, slots in (("Vessa Times", one), ("Orlin Post", other))
    ]
    (conflict,) = found(*pages)
    assert (conflict.type, conflict.state) == (kind, "open")
    assert conflict.reason
    assert set(conflict.claims) == {c.id for p in pages for c in p.claims}
    assert {turn.claim for turn in conflict.history} == set(conflict.claims)
    assert all(turn.day == DAY and turn.says for turn in conflict.history)


def test_what_may_be_one_is_no_conflict() -> None:
    assert not found(
        page("Vessa Times", DAY, killed=(3, None)), page("Orlin Post", DAY, killed=(4, 4))
    )
    for loose in ("rebels", "jets"):
        assert not found(
            page("Vessa Times", DAY, actors=("Harrow Brigade",)),
            page("Orlin Post", DAY, actors=(loose,)),
        )
    assert not found(
        page("Vessa Times", DAY, actors=("Harrow Brigade",), mode="clash"),
        page("Orlin Post", DAY, actors=("Selwen Guard",), mode="clash"),
    )


SALVO = "Jets struck the depot by the bridge at Orlin, and the frigate Selwen hit it with missiles."


def salvo(outlet: str, *doers: str, by: str = "") -> Reading:
    """Return a page that lays the deed to each of some doers, in one voice, or to none but one."""
    words = iter(("struck", "hit"))
    claims = [
        {"sentence": SALVO, "trigger": next(words), "actors": (doer,), "places": ("Orlin",)}
        | ({"by": (source(f"{doer}{by}", "organisation"),)} if by else {})
        for doer in doers
    ]
    return told(reading(f"{SALVO} {outlet.lower()[::-1]} says so.", outlet, DAY), *claims)


def test_who_lays_a_deed_to_two_denies_neither() -> None:
    """ "Laid to a frigate and to jets": both fired, by one page, and the other told of one."""
    both = salvo("Vessa Times", "Harrow squadron", "frigate Selwen")
    assert not found(both, page("Orlin Post", DAY, actors=("frigate Selwen",)))
    (blame,) = found(both, page("Orlin Post", DAY, actors=("Karsk militia council",)))
    assert blame.type == "blame"
    # two that accuse each other on one page are two voices
    rivals = salvo("Vessa Times", "Harrow squadron", "frigate Selwen", by=" critics")
    assert "blame" in [
        c.type for c in found(rivals, page("Orlin Post", DAY, actors=("frigate Selwen",)))
    ]


@pytest.mark.parametrize("arms", ["Su-33 fighters", "T-72s", "two Ka-52s", "MiG-29s", "our side"])
def test_arms_by_their_model_or_a_side_are_nobodys_in_particular(arms: str) -> None:
    one = page("Vessa Times", DAY, actors=("Harrow Brigade",))
    assert not found(one, page("Orlin Post", DAY, actors=(arms,)))


@pytest.mark.parametrize("group", ["M23", "Brigade-7 council", "Selwen-12 Guard"])
def test_a_group_with_a_number_in_its_name_is_somebody(group: str) -> None:
    one = page("Vessa Times", DAY, actors=("Harrow Brigade",))
    assert [c.type for c in found(one, page("Orlin Post", DAY, actors=(group,)))] == ["blame"]


@pytest.mark.parametrize(
    ("few", "many", "contradicts"),
    [
        ("nine of its staff", (), False),
        ("three children", ("people",), False),
        ("two of their guests", ("villagers",), False),
        ("nine of its staff", ("twelve of the staff",), True),
        ("nine people", (), True),
        ("nine villagers", ("villagers",), True),
        ("nine soldiers", (), True),
    ],
)
def test_some_of_the_dead_are_no_other_count_of_them(
    few: str, many: tuple[str, ...], contradicts: bool
) -> None:
    """Nine of a clinic's staff stood against at least 200 dead of the whole camp."""
    one = page("Vessa Times", DAY, killed=(9, 9), recipients=(few,))
    other = page("Orlin Post", DAY, killed=(200, None), recipients=many)
    assert [c.type for c in found(one, other)] == ["toll"] * contradicts
    # more of a part than of the whole cannot be
    less = page("Orlin Post", DAY, killed=(4, 4), recipients=many)
    assert [c.type for c in found(one, less)] == ["toll"]


COMES = "There will be strikes on the hills of Orlin, said the ministry."


@pytest.mark.parametrize(
    ("spared", "struck", "contradicts"),
    [
        (("housing",), (), False),
        (("housing",), ("housing",), True),
        ((), (), True),
    ],
)
def test_what_will_not_be_hit_leaves_open_what_will(
    spared: tuple[str, ...], struck: tuple[str, ...], contradicts: bool
) -> None:
    coming = {"status": "forecast", "trigger": "strikes"}
    yes = page("Vessa Times", DAY, COMES, **coming, recipients=struck, by=(ARMY,))
    no = page("Orlin Post", DAY, COMES, **coming, recipients=spared, polarity="negative")
    assert [c.type for c in found(yes, no)] == ["polarity"] * contradicts


def test_a_page_that_cites_a_report_says_nothing_later_than_it() -> None:
    """A source was said to have withdrawn on the next day what a paper only told of its report."""
    yes = page("Vessa Times", DAY, by=(ARMY,))
    later = page("Orlin Post", NEXT, day=DAY, by=(ARMY,), polarity="negative")
    assert states(yes, later) == [("polarity", "withdrawn")]
    cites = (source("Vessa Times", "media"), ARMY)
    assert not found(yes, page("Orlin Post", NEXT, day=DAY, by=cites, polarity="negative"))


def test_who_is_cited_denies_and_not_the_page() -> None:
    """Two papers stood as the deniers of what an adviser had denied to both of them."""
    adviser = (source("an adviser", "anonymous"),)
    yes = page("Vessa Times", DAY, by=(ARMY,))
    (conflict,) = found(yes, page("Karsk Echo", DAY, by=adviser, polarity="negative"))
    assert conflict.reason == "Orlin army against the denial of an adviser cited by Karsk Echo"
    (conflict,) = found(yes, page("Karsk Echo", DAY, polarity="negative"))
    assert conflict.reason == "Orlin army against the denial of Karsk Echo"


def test_a_state_by_two_names_and_who_only_tells_of_it_are_no_second_doer() -> None:
    state = page("Vessa Times", DAY, actors=("Syrian army",))
    assert not found(state, page("Orlin Post", DAY, actors=("the regime",)))
    assert not found(state, page("Orlin Post", DAY, actors=("Watch",), by=(source("Watch"),)))


def test_an_origin_that_says_otherwise_later_supersedes_itself() -> None:
    first = page("Vessa Times", DAY, by=(ARMY,), killed=(4, 4), day=DAY)
    later = page("Orlin Post", NEXT, by=(ARMY,), killed=(9, 9), day=DAY)
    (conflict,) = found(first, later)
    assert (conflict.type, conflict.state) == ("toll", "superseded")
    assert f"superseded by its own source on {NEXT}" in conflict.reason
    assert [(t.day, t.says) for t in conflict.history] == [
        (DAY, "4 killed"),
        (NEXT, "9 killed"),
    ]


def test_a_correction_is_called_one() -> None:
    put_right = "Correction: the bridge at Orlin was hit by shells, four were killed, not nine."
    assert states(
        page("Vessa Times", DAY, killed=(9, 9), day=DAY),
        page("Vessa Times", NEXT, put_right, killed=(4, 4), day=DAY),
    ) == [("toll", "corrected")]


def test_the_reason_of_a_conflict_is_the_pair_that_was_said_last() -> None:
    put_right = "The army revised its count: five were killed when shells hit the bridge at Orlin."
    (conflict,) = found(
        page("Vessa Times", DAY, by=(ARMY,), killed=(4, 4), day=DAY),
        page("Orlin Post", "2031-03-05", by=(ARMY,), killed=(9, 9), day=DAY),
        page("Karsk Herald", NEXT, put_right, by=(ARMY,), killed=(5, 5), day=DAY),
    )
    assert conflict.reason.startswith("9 killed against 5; corrected")


def test_who_denies_what_it_asserted_has_withdrawn_it() -> None:
    assert states(
        page("Vessa Times", DAY, by=(ARMY,), day=DAY),
        page("Orlin Post", NEXT, by=(ARMY,), polarity="negative", day=DAY),
    ) == [("polarity", "withdrawn")]


def test_what_its_own_source_took_back_is_improbable_and_what_settled_speaks_no_more() -> None:
    pages = (
        page("Vessa Times", DAY, by=(ARMY,), day=DAY),
        page("Orlin Post", NEXT, by=(ARMY,), polarity="negative", day=DAY),
    )
    assert grade(*pages).grade == 5
    assert "withdrawn by its own source" in grade(*pages).reason
    tolls = (
        page("Vessa Times", DAY, by=(ARMY,), killed=(4, 4), day=DAY),
        page("Orlin Post", NEXT, by=(ARMY,), killed=(9, 9), day=DAY),
        page("Karsk Echo", NEXT, by=(WATCH,), killed=(9, 9), day=DAY),
    )
    assert grade(*tolls).grade == 2
    assert grade(*tolls).reason == "2 independent origins agree"


def grade(*pages: Reading) -> Credibility:
    voices = claim_origins(pages, origins(pages))
    seen = views(pages)
    return credibility(seen, contradictions(seen, voices), voices)


def test_that_troops_withdrew_takes_no_report_back() -> None:
    words = "The army withdrew when the bridge at Orlin was hit by shells, 9 were killed."
    assert states(
        page("Vessa Times", DAY, killed=(4, 4), by=(ARMY,), day=DAY),
        page("Vessa Times", NEXT, words, killed=(9, 9), by=(ARMY,), day=DAY),
    ) == [("toll", "superseded")]


def test_while_another_origin_stands_by_it_it_stays_open() -> None:
    (conflict,) = found(
        page("Vessa Times", DAY, by=(ARMY,), day=DAY),
        page("Karsk Echo", DAY, by=(WATCH,), day=DAY),
        page("Orlin Post", NEXT, by=(ARMY,), polarity="negative", day=DAY),
    )
    assert (conflict.type, conflict.state) == ("polarity", "open")
    assert [turn.says for turn in conflict.history][-1] == "denies it"


def test_a_higher_number_from_elsewhere_supersedes_nothing() -> None:
    assert states(
        page("Vessa Times", DAY, by=(ARMY,), killed=(4, 4), day=DAY),
        page("Orlin Post", NEXT, by=(WATCH,), killed=(9, 9), day=DAY),
    ) == [("toll", "open")]


def test_pages_without_a_date_settle_nothing() -> None:
    (conflict,) = found(
        page("Vessa Times", DAY, by=(ARMY,), killed=(4, 4), day=DAY),
        page("Orlin Post", None, by=(WATCH,), killed=(9, 9), day=DAY),
    )
    assert conflict.state == "open"
    assert [turn.day for turn in conflict.history] == [DAY, None]


def test_readers_comments_contradict_nobody() -> None:
    read = page("Vessa Times", DAY, killed=(4, 4))
    readers = page("Orlin Post", DAY, killed=(9, 9))
    parts = tuple(replace(part, role="comment") for part in readers.document.parts)
    comment = replace(readers, document=replace(readers.document, parts=parts))
    assert not found(read, comment)


def test_one_authority_is_one_voice_under_its_full_name() -> None:
    full = source("Vessa Observatory", "organisation", id="vessa-watch", name="Vessa Observatory")
    short = source("Observatory", "organisation", id="vessa-watch", name="Vessa Observatory")
    (conflict,) = found(
        page("Vessa Times", DAY, by=(full,)),
        page("Orlin Post", DAY, f"{HIT[:-1]} again.", by=(short,)),
        page("Karsk Echo", DAY, polarity="negative"),
    )
    assert conflict.reason == "Vessa Observatory against the denial of Karsk Echo"


@pytest.mark.parametrize(
    ("words", "name", "called"),
    [
        ("one", None, "somebody cited by Vessa Times"),
        ("another one", None, "somebody cited by Vessa Times"),
        ("One of them", "Two officials of Orlin", "Two officials of Orlin"),
        ("the other", "Two Orlin officials", "one of two Orlin officials"),
        ("ministry", "Ministry of Vessa", "Ministry of Vessa"),
    ],
)
def test_a_voice_is_never_called_by_a_pronoun(words: str, name: str | None, called: str) -> None:
    (conflict,) = found(
        page("Vessa Times", DAY, by=(source(words, "official", name=name),), polarity="negative"),
        page("Karsk Echo", DAY),
    )
    said = conflict.reason.partition(" against the denial of ")[2]
    assert said in {called, "Vessa Times"}
    assert said == called or name is None


def test_a_voice_is_never_called_by_a_title() -> None:
    (conflict,) = found(
        page("", DAY, title="When will the bridge be hit?"),
        page("Karsk Echo", DAY, polarity="negative"),
    )
    assert conflict.reason == "a page that names no publisher against the denial of Karsk Echo"


def test_one_sentence_in_two_papers_does_not_contradict_itself() -> None:
    """What was read as done there and as not done here is one agency's sentence."""
    sentence = (
        "Several attempts of envoys at a lasting truce for the river towns of Orlin and Karsk "
        "before the winter rains have faltered, hit by distrust."
    )
    one = page("Vessa Times", DAY, sentence)
    assert states(one, page("Orlin Post", DAY, sentence, polarity="negative")) == []
    assert states(one, page("Orlin Post", DAY, polarity="negative")) == [("polarity", "open")]


@pytest.mark.parametrize(("one", "other"), [("Harrow", "Selwen"), ("Selwen", "Harrow")])
def test_both_sides_deeds_are_not_one_deed_laid_to_two(one: str, other: str) -> None:
    """Each side hit the other: nobody says that it was not so."""
    fired = page("Vessa Times", DAY, actors=(f"{one} Brigade",), recipients=(f"{other} Guard",))
    answered = page("Orlin Post", DAY, actors=(f"{other} Guard",), recipients=("market",))
    assert states(fired, answered) == []
    market = page("Vessa Times", DAY, actors=(f"{one} Brigade",), recipients=("market",))
    assert states(market, answered) == [("blame", "open")]


@pytest.mark.parametrize(
    ("doer", "kinds"),
    [("Selwen Guard", ["blame"]), ("national units", []), ("the suspected culprits", [])],
)
def test_a_deed_is_laid_to_others_only_by_name(doer: str, kinds: list[str]) -> None:
    one = page("Vessa Times", DAY, actors=("Harrow Brigade",))
    assert [c.type for c in found(one, page("Orlin Post", DAY, actors=(doer,)))] == kinds


def test_who_says_of_two_deeds_whose_each_was_does_not_contradict_himself() -> None:
    one = page("Vessa Times", DAY, actors=("Harrow Brigade",), by=(WATCH,))
    other = page("Orlin Post", DAY, actors=("Selwen Guard",), by=(WATCH,))
    assert states(one, other) == []
    assert states(one, page("Orlin Post", DAY, actors=("Selwen Guard",))) == [("blame", "open")]


def test_parts_of_a_divided_town_have_a_holder_each() -> None:
    hold = {"event": "CONTROL", "mode": "hold", "trigger": "held", "status": "ongoing"}
    east = "Carts left the rebel-held east of Orlin."
    west = "Prices rose in the government-held west of Orlin."
    one = page("Vessa Times", DAY, east, **hold, actors=("Harrow Brigade",))
    other = page("Orlin Post", DAY, west, **hold, actors=("Selwen Guard",))
    assert states(one, other) == []
    whole = "The Selwen Guard held Orlin."
    assert states(one, page("Orlin Post", DAY, whole, **hold, actors=("Selwen Guard",))) == [
        ("control", "open")
    ]


def test_who_tells_that_two_hold_a_town_contradicts_neither() -> None:
    most, rest = "The Harrow Brigade held most streets.", "The Selwen Guard held the others."
    hold = {"event": "CONTROL", "mode": "hold", "trigger": "held", "status": "ongoing"}
    hold |= {"places": ("Orlin",)}
    text = reading(f"{most} {rest}", "Vessa Times", DAY)
    both = told(
        text,
        hold | {"sentence": most, "actors": ("Harrow Brigade",)},
        hold | {"sentence": rest, "actors": ("Selwen Guard",)},
    )
    said = "The Selwen Guard held Orlin."
    assert states(both, page("Orlin Post", DAY, said, **hold, actors=("Selwen Guard",))) == []
    said = "The Karsk council held Orlin."
    other = page("Orlin Post", DAY, said, **hold, actors=("Karsk militia council",))
    assert states(both, other) == [("control", "open")]


def test_a_headline_is_the_word_of_whom_its_text_cites() -> None:
    """The ministry's number was superseded "by its own source" when the rescuers told another."""
    ministry, rescuers = source("Orlin health ministry"), source("the rescuers", "anonymous")
    head, body = "Four killed as shells hit Orlin", "Shells hit Orlin and killed four, it said."
    slots: dict[str, Any] = {"trigger": "hit", "places": ("Orlin",), "killed": (4, 4)}
    text = f"{head}\n{body}"
    parts = (
        Part("headline-1", "headline", 0, len(head)),
        Part("body-1", "body", len(head), len(text)),
    )
    first = told(
        reading(text, "Vessa Times", DAY, parts=parts),
        {"sentence": head, **slots},
        {"sentence": body, "part": "body-1", "by": (ministry,), **slots},
    )
    for by, state in ((rescuers, "open"), (ministry, "superseded")):
        later = page("Vessa Times", NEXT, killed=(9, 9), by=(by,), day=DAY)
        assert [s for kind, s in states(first, later) if kind == "toll"] == [state]
