"""Documents that copy, excerpt or cite one another are one origin; dates decide the root."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fogline.model import Origin, Part, Reading, Republished
from fogline.weighing.origin.origins import origins
from tests.weighing.newsroom import document, reading, source, told

STORY = (
    "ORLIN - Shells hit the covered market of Orlin shortly after seven on Tuesday, when bakers "
    "were opening. "
    "Four stalls burned down and the northern gate fell in. Firemen from Vessa arrived with a "
    "single engine, and "
    "neighbours carried water in milk cans. The governor's office said that it was still "
    "counting the injured. "
    "A butcher, whose shop lost its roof, said that the first shell fell short and landed in "
    "the canal. "
    "Schools on the east bank stayed shut, and the ferry stopped at noon because its pilot had "
    "not come to work."
)
OTHER = (
    "Growers around Karsk expect the smallest apricot harvest in a decade after frost in late "
    "April. The cooperative "
    "says that half of the blossoms were lost in one night. Prices at the wholesale yard have "
    "doubled since last week, "
    "and lorry drivers who used to queue for days now return with empty crates. A new cold "
    "store stands unused."
)


def members(found: tuple[Origin, ...]) -> list[set[str]]:
    return [{member.document for member in origin.members} for origin in found]


def backwards(text: str) -> str:
    return " ".join(reversed(text.split()))


def home(found: tuple[Origin, ...], page: Reading) -> Origin:
    return next(o for o in found if page.document.id in {m.document for m in o.members})


def test_every_document_has_one_origin() -> None:
    pages = [reading(STORY, "Orlin Post", "2016-11-08"), reading(OTHER, "Karsk Herald")]
    found = origins(pages)
    assert sorted(map(len, members(found))) == [1, 1]
    assert {o.root for o in found} == {page.document.id for page in pages}


def test_a_reprint_is_a_copy_of_the_earlier_page() -> None:
    first = reading(STORY, "Orlin Post", "2016-11-08")
    later = reading(STORY + " Reporting by our desk.", "Vessa Times", "2016-11-09")
    (found,) = origins([later, first])
    assert found.root == first.document.id
    copy = next(m for m in found.members if m.document == later.document.id)
    assert (copy.relation, copy.of) == ("copy", first.document.id)
    assert "published later" in copy.evidence
    assert [p.document for p in found.passages] == [later.document.id]


def test_a_page_that_holds_a_third_of_another_is_an_excerpt() -> None:
    first = reading(STORY, "Orlin Post", "2016-11-08")
    partial = reading(OTHER + " " + STORY[:260], "Vessa Times", "2016-11-09")
    (found,) = origins([first, partial])
    assert [m.relation for m in found.members if m.document == partial.document.id] == ["excerpt"]


def test_copies_of_one_day_stay_open_and_say_so() -> None:
    pages = [reading(STORY, name, "2016-11-08") for name in ("Orlin Post", "Vessa Times")]
    (found,) = origins(pages)
    root = next(m for m in found.members if m.relation == "root")
    assert "open" in root.evidence
    assert root.confidence <= 0.5


def test_a_small_part_ties_no_documents_but_is_kept_as_a_passage() -> None:
    sentence = STORY[STORY.index("The governor") : STORY.index("Schools")]
    first = reading(f"{STORY} {backwards(STORY)}", "Orlin Post", "2016-11-08")
    later = reading(f"{OTHER} {sentence} {backwards(OTHER)} {OTHER}", "Karsk Herald", "2016-11-10")
    found = origins([first, later])
    assert len(found) == 2
    (passage,) = home(found, later).passages
    assert passage.of_document == first.document.id
    assert later.document.text[passage.start : passage.end] in sentence


def test_what_is_cited_in_the_lead_is_the_root_though_no_words_are_shared() -> None:
    wire = reading(
        "The mayor of Orlin resigned on Tuesday over the market fire, a source in the council "
        "told Marsh Wire. "
        "He had ordered the hydrants closed.",
        "Marsh Wire",
        "2016-11-08",
    )
    taken = reading(
        "Orlin's mayor steps down over hydrants closed before the market fire, Marsh Wire "
        "reports, citing a council source.",
        "Vessa Times",
        "2016-11-08",
    )
    (found,) = origins([taken, wire])
    assert found.root == wire.document.id
    cites = next(m for m in found.members if m.document == taken.document.id)
    assert cites.relation == "cites"
    assert "cites Marsh Wire" in cites.evidence
    root = next(m for m in found.members if m.relation == "root")
    assert "say that they rest on it" in root.evidence


def test_an_agency_named_far_down_is_not_what_the_page_rests_on() -> None:
    wire = reading(STORY, "Marsh Wire", "2016-11-08")
    page = reading(
        f"{OTHER} {OTHER} Marsh Wire reported that shells hit a market in Orlin.",
        "Karsk Herald",
        "2016-11-08",
    )
    assert len(origins([wire, page])) == 2


@pytest.mark.parametrize(
    ("told", "rests"),
    [
        ("Marsh Wire had initially reported that all the porters were safe.", False),
        ("Marsh Wire wrongly reported that shells hit the market.", False),
        ("Contrary to Marsh Wire's report, two porters are missing.", False),
        ("Marsh Wire reported erroneously that shells hit the market.", False),
        ("Marsh Wire (MW) on Tuesday wrongly reported that shells hit the market.", False),
        ("Marsh Wire had earlier reported that shells hit the market.", True),
        ("Marsh Wire reported that rebels had wrongly been blamed for it.", True),
        ("Marsh Wire said the porters had initially fled.", True),
        ("Marsh Wire says troops mistakenly shelled the market.", True),
        ("Marsh Wire reported that all the porters were safe.", True),
    ],
)
def test_who_is_named_for_what_was_not_so_is_not_rested_on(told: str, rests: bool) -> None:
    """A page that set right an early report had that report for its root."""
    wire = reading(STORY, "Marsh Wire", "2016-11-08")
    page = reading(f"{told} {STORY.split('. ')[0]}.", "Karsk Herald", "2016-11-08")
    cited = {m.relation for found in origins([wire, page]) for m in found.members}
    assert ("cites" in cited) == rests


def test_pages_that_credit_an_agency_that_is_not_here_have_no_root() -> None:
    pages = [
        reading("VESSA (Reuters) - " + STORY, "Orlin Post", "2016-11-08"),
        reading(STORY, "Vessa Times", "2016-11-08"),
    ]
    (found,) = origins(pages)
    assert found.root is None
    assert {m.relation for m in found.members} == {"cites", "copy"}


def test_a_repost_says_whose_text_it_is() -> None:
    repost = reading(
        STORY, "Ladle Blog", None, republished_from=Republished("E. Harrow", "The Causeway")
    )
    (found,) = origins([repost])
    assert found.root is None
    assert "republishes The Causeway" in found.members[0].evidence
    original = reading(STORY, "The Causeway", "2016-11-08")
    (found,) = origins([repost, original])
    assert found.root == original.document.id


def test_a_link_to_a_page_of_the_ledger_is_a_citation() -> None:
    first = reading(STORY, "Orlin Post", "2016-11-08", url="https://www.orlin-post.example/market/")
    blog = reading(
        "What happened at the market?",
        "Ladle Blog",
        "2016-11-09",
        links=("http://orlin-post.example/market",),
    )
    (found,) = origins([first, blog])
    assert found.root == first.document.id


def test_comments_tie_no_documents() -> None:
    first = reading(STORY, "Orlin Post", "2016-11-08")
    text = f"{OTHER}\n{STORY}"
    parts = (
        Part("body-1", "body", 0, len(OTHER)),
        Part("comment-1", "comment", len(OTHER) + 1, len(text)),
    )
    pasted = reading(text, "Karsk Herald", "2016-11-09", parts=parts)
    assert len(origins([first, pasted])) == 2


def test_two_that_tell_one_ministrys_word_alike_share_it() -> None:
    lines = (
        "Two destroyers turned a submarine away from the carrier at a distance of 20 "
        "kilometres, Idris Vell said.",
        "At 20 kilometres from the carrier two destroyers turned away a submarine, spokesman "
        "Idris Vell told reporters.",
    )
    pages = [
        told(
            reading(line, name, "2016-11-09"),
            {"sentence": line, "trigger": "turned", "by": [source("Idris Vell", "named-person")]},
        )
        for line, name in zip(lines, ("Orlin Post", "Vessa Times"), strict=True)
    ]
    filler = [
        reading(OTHER, "Karsk Herald", "2016-11-09"),
        reading(STORY, "Marsh Wire", "2016-11-09"),
    ]
    found = home(origins([*pages, *filler]), pages[0])
    assert sorted(m.relation for m in found.members) == ["root", "same-authority"]
    # It was "idris vell", and "army northern" of a Northern Army: the words in their own order.
    assert any("both rest on Idris Vell" in m.evidence for m in found.members)


@settings(max_examples=25, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_readings_plays_no_part(draw: random.Random) -> None:
    pages = [
        reading(STORY, "Orlin Post", "2016-11-08"),
        reading(STORY, "Vessa Times", "2016-11-08"),
        reading("(Reuters) " + STORY[:300], "Karsk Herald", "2016-11-09"),
        reading(OTHER, "Karsk Herald", "2016-11-09"),
        reading(OTHER + STORY[:220], "Marsh Wire", None),
        reading("Marsh Wire says that shells hit the market of Orlin.", "Ladle Blog", "2016-11-08"),
    ]
    expected = origins(pages)
    draw.shuffle(pages)
    assert origins(pages) == expected


def test_nothing_has_no_origins() -> None:
    assert origins([]) == ()
    assert len(origins([Reading(document(""), (), "by hand")])) == 1
