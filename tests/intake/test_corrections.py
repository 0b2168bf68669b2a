"""A publisher or title that is set right stands above what was stated and what is read."""

from __future__ import annotations

import json

import pytest

from fogline import intake
from fogline.intake import custody
from fogline.intake.corrections import as_stated, corrected, corrections, judged
from fogline.model import Capture, Document, Judgement, Stated
from fogline.settings import Settings

WORDS = "Port reopens\n\nThe port reopened on Monday, the harbour office said."
LINE = json.dumps({"text": WORDS, "publisher": "The Quay", "title": "The port"})
DAY = "2031-03-0{}T00:00:00+00:00"


def captured(body: str, stated: Stated | None = None) -> Capture:
    kind = "application/json" if body == LINE else "text/plain"
    return custody.capture(body.encode(), kind, "a", stated=stated)


def read(capture: Capture, made: list[Judgement]) -> Document:
    right = corrections(made).get(capture.id, {})
    found = intake.document(as_stated(capture, right), Settings())
    return corrected(found, capture, right)


def right(capture: Capture, day: int = 4, **given: str) -> list[Judgement]:
    return judged(capture.id, Stated(**given), "a desk", DAY.format(day), "its masthead")


@pytest.mark.parametrize(
    ("body", "stated", "was"),
    [
        (WORDS, Stated(publisher="Teh Quay"), "“Teh Quay”"),
        (WORDS, None, "which was not given"),
        (LINE, None, "“The Quay”"),
        (LINE, Stated(publisher="Teh Quay"), "“The Quay”"),
        (LINE, Stated(publisher="Quay Bulletin"), "“The Quay”"),
    ],
)
def test_it_stands_above_what_was_there(body: str, stated: Stated | None, was: str) -> None:
    capture = captured(body, stated)
    found = read(capture, right(capture, publisher="Quay Bulletin"))
    assert (found.publisher, found.corrected) == ("Quay Bulletin", ("publisher",))
    assert "publisher" not in found.stated
    assert found.warnings == (
        f"its publisher {was} was set right as “Quay Bulletin” by a desk on 2031-03-04: "
        "its masthead",
    )


def test_a_title_that_is_set_right_says_which_line_is_the_headline() -> None:
    capture = captured(WORDS, Stated(title="The harbour this week"))
    assert read(capture, []).title == "The harbour this week"
    found = read(capture, right(capture, title="Port reopens"))
    assert (found.title, found.stated, found.corrected) == ("Port reopens", (), ("title",))
    assert [part.role for part in found.parts] == ["headline", "body"]


def test_the_later_holds_and_what_was_revoked_does_not() -> None:
    capture = captured(WORDS)
    first, later = right(capture, publisher="A"), right(capture, 5, publisher="B", title="T")
    assert read(capture, [*later, *first]).publisher == "B"
    revoked = [Judgement(*(getattr(j, n) for n in FIELDS), revoked_at=DAY.format(6)) for j in later]
    found = read(capture, [*revoked, *first])
    assert (found.publisher, found.corrected) == ("A", ("publisher",))
    assert read(capture, revoked) == read(capture, [])


FIELDS = ("id", "kind", "subjects", "by", "at", "reason")
