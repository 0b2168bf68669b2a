"""Versions of one page are one document: its counts, its origin, and how what it says changed."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from fogline.model import Contradiction, Event, Reading, Record
from fogline.weighing.events import events
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.forecast.outcomes import forecasts
from fogline.weighing.moments import Moment, stood
from fogline.weighing.origin.origins import origins
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.record.records import Held, records
from fogline.weighing.views.versions import page_of
from fogline.weighing.views.views import views
from tests.weighing.newsroom import reading, source, told

DAY, EDITED = "2031-03-04", "2031-03-06"
URL = "https://vessa-times.example/news/mill"
HIT = "Shells hit the mill at Orlin on Tuesday and killed {} millers, the mayor said."
FILLER = "The mill stands above the weir, where two brooks meet below the old tannery yard."
MAYOR = source("the mayor")


def page(
    captured: str, killed: int | None, also: str = "", outlet: str = "Vessa Times", **more: Any
) -> Reading:
    """Return a capture of the page; without `killed` it says nothing of the shells."""
    sentence = HIT.format(killed)
    text = " ".join(filter(None, (also, sentence if killed is not None else "", FILLER)))
    url = more.pop("url", URL)
    read = reading(text, outlet, DAY, url=url, captured_at=f"{captured}T10:00:00+00:00")
    read = replace(read, document=replace(read.document, id=f"{read.document.id}{captured}"))
    slots = {"sentence": sentence, "trigger": "hit", "places": ("Orlin",), "by": (MAYOR,)}
    given = slots | {"killed": (killed, killed)} | more
    return told(read, given) if killed is not None else read


def told_of(*pages: Reading) -> tuple[Event, ...]:
    known = origins(pages)
    return events(pages, known, claim_origins(pages, known))


def conflicts(*pages: Reading) -> list[Contradiction]:
    return [c for event in told_of(*pages) for c in event.contradictions]


def test_two_captures_of_one_page_are_one_document_publisher_and_origin() -> None:
    for outlet in ("Vessa Times", ""):
        first, later = page(DAY, 4, outlet=outlet), page(EDITED, 4, "Updated.", outlet=outlet)
        (event,) = told_of(first, later)
        assert (event.documents, event.publishers, event.origins) == (1, 1, 1)
        assert not event.contradictions
        assert event.credibility.grade == 6


def test_a_page_that_was_written_anew_is_still_the_same_one() -> None:
    first = reading("The mill burned down.", "Vessa Times", DAY, url=URL)
    later = reading("A ferry sank on the lake.", "Vessa Times", DAY, url=f"{URL}/")
    docs = [replace(r.document, captured_at=at) for r, at in ((first, DAY), (later, EDITED))]
    (origin,) = origins([replace(first, document=docs[0]), replace(later, document=docs[1])])
    assert origin.root == docs[0].id
    relations = {m.document: (m.relation, m.evidence) for m in origin.members}
    assert relations[docs[1].id][0] == "copy"
    assert "a later version of the same page, captured on 2031-03-06" in relations[docs[1].id][1]
    assert "later versions of it" in relations[docs[0].id][1]


@pytest.mark.parametrize("url", ["https://vessa-times.example/", "https://vessa-times.example"])
def test_a_front_door_is_no_page(url: str) -> None:
    documents = [page(day, 4, url=url).document for day in (DAY, EDITED)]
    assert len(set(map(page_of, documents))) == 2


@pytest.mark.parametrize(
    ("also", "state", "words"),
    [
        (
            "",
            "superseded",
            f"its publisher on {EDITED} in a later version of its page, which does not say so",
        ),
        ("Correction: the toll was wrong.", "corrected", f"Vessa Times on {EDITED}"),
    ],
)
def test_a_number_that_was_changed_is_its_publishers_correction(
    also: str, state: str, words: str
) -> None:
    (conflict,) = conflicts(page(DAY, 9), page(EDITED, 4, also))
    assert (conflict.type, conflict.state) == ("toll", state)
    assert f"{state} by {words}" in conflict.reason
    assert [(turn.day, turn.says) for turn in conflict.history] == [
        (DAY, "9 killed"),
        (EDITED, "4 killed"),
        (EDITED, "its page says so no more"),
    ]


@pytest.mark.parametrize(
    ("also", "state", "grade"),
    [("", "superseded", 6), ("The report was retracted: a retraction.", "withdrawn", 5)],
)
def test_what_was_taken_off_the_page_shows_and_confirms_nothing(
    also: str, state: str, grade: int
) -> None:
    first, later = page(DAY, 9), page(EDITED, None, also)
    (conflict,) = conflicts(first, later)
    assert (conflict.type, conflict.state) == ("polarity", state)
    assert f"since {EDITED} the page of" in conflict.reason
    assert conflict.history[-1].says == "its page says so no more"
    (event,) = told_of(first, later)
    assert event.credibility.grade == grade


def test_what_one_page_takes_back_another_still_says() -> None:
    other = page(DAY, 9, outlet="Orlin Post", url="https://orlin-post.example/1", by=())
    first, later = page(DAY, 9), page(EDITED, None, "A retraction was printed.")
    (event,) = told_of(first, later, other)
    assert event.credibility.grade == 6
    assert "one origin" in event.credibility.reason


def test_a_sentence_that_was_edited_lightly_still_stands() -> None:
    first = page(DAY, 4)
    later = page(EDITED, 4)
    text = later.document.text.replace("on Tuesday", "on Tuesday morning")
    words = HIT.format(4).replace("on Tuesday", "on Tuesday morning")
    edited = told(
        replace(later, document=replace(later.document, text=text)),
        {
            "sentence": words,
            "trigger": "hit",
            "places": ("Orlin",),
            "by": (MAYOR,),
            "killed": (4, 4),
        },
    )
    assert not conflicts(first, edited)


def test_a_later_version_stands_from_when_it_was_captured() -> None:
    pages = (page(DAY, 9), page(EDITED, 4))
    recorded = dict.fromkeys((r.document.id for r in pages), "2031-03-20T00:00:00+00:00")
    for day, known in ((3, 0), (5, 1), (7, 2)):
        at = Moment(datetime(2031, 3, day, 12, tzinfo=UTC))
        assert len(stood(pages, recorded, at)) == known


def test_a_record_counts_the_page_once_and_as_an_origin() -> None:
    pages = (page(DAY, 9), page(EDITED, 4))
    known = origins(pages)
    voices = claim_origins(pages, known)
    held = Held(views(pages), voices, known, events(pages, known, voices), (), ())
    (outlet,) = (r for r in records(held) if r.kind == "outlet")
    assert isinstance(outlet, Record)
    assert (outlet.documents, outlet.as_origin, outlet.as_copy) == (1, 1, 0)


def test_a_forecast_on_two_versions_of_a_page_repeats_nothing() -> None:
    pages = tuple(page(day, 4, status="forecast") for day in (DAY, EDITED))
    log = [replace(e, seq=n) for n, r in enumerate(pages) for e in entries(r)]
    voices = claim_origins(pages, origins(pages))
    (found,) = forecasts(log, views(pages), (), voices, 741_150)
    assert (found.repeats, found.origins) == ((), 1)


def test_the_order_of_arrival_plays_no_part() -> None:
    other = page(DAY, 7, outlet="Orlin Post", url="https://orlin-post.example/1")
    pages = [page(DAY, 9), page(EDITED, 4), page("2031-03-09", None), other]
    first = told_of(*pages)
    for seed in range(6):
        random.Random(seed).shuffle(pages)
        assert told_of(*pages) == first
