"""What is stated of a document counts where it says nothing itself, and is marked as stated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from fogline import intake
from fogline.intake import custody
from fogline.intake.stated import disputed, not_taken, stated
from fogline.model import Capture, Document, Published, Stated
from fogline.settings import Settings

WORDS = "The port reopened on Monday, the harbour office said."
QUAY = Stated(publisher="The Quay", title="Port reopens", url="https://quay.example/7")
PAGES = Path(__file__).parent / "pages"


def read(body: str | bytes, kind: str = "text/plain", **fields: object) -> Document:
    data = body.encode() if isinstance(body, str) else body
    return intake.document(custody.capture(data, kind, "a", **fields), Settings())


def line(**fields: str) -> str:
    return json.dumps({"text": WORDS, **fields})


def test_a_plain_text_is_as_stated() -> None:
    found = read(WORDS, stated=QUAY)
    assert (found.publisher, found.title, found.url) == (QUAY.publisher, QUAY.title, QUAY.url)
    assert found.stated == ("publisher", "title", "url")
    assert found.warnings == ()
    assert read(WORDS).stated == ()


def test_what_a_page_says_itself_counts_and_the_warnings_hold_both() -> None:
    said = Stated(publisher="The Quay", title="What the fall of the harbour means")
    page = (PAGES / "repost.html").read_bytes()
    found = read(page, "text/html", stated=said, published="2031-12-24")
    assert (found.publisher, found.stated) == ("Gull Notes", ())
    assert found.published == Published("2031-11-16", "2031-11-16", "metadata")
    assert found.warnings == disputed(found) == (
        "its own date “2031-11-16” counts; “2031-12-24” was stated when it was added",
        "its own publisher “Gull Notes” counts; “The Quay” was stated when it was added",
    )  # fmt: skip


def test_what_a_page_says_too_is_not_as_stated() -> None:
    page = (PAGES / "repost.html").read_bytes()
    said = Stated(publisher="gull  notes".replace("  ", " "))
    found = read(page, "text/html", stated=said, published="2031-11-16")
    assert (found.stated, found.warnings) == ((), ())


def test_each_line_of_a_corpus_that_names_nobody_is_as_stated() -> None:
    named = read(line(publisher="Marsh Wire"), "application/json", stated=QUAY)
    bare = read(line(), "application/json", stated=QUAY)
    assert (named.publisher, named.stated) == ("Marsh Wire", ("title", "url"))
    assert (bare.publisher, bare.stated) == ("The Quay", ("publisher", "title", "url"))


def test_a_title_counts_over_the_line_that_only_looks_like_one() -> None:
    """pdftotext puts a report's running head first."""
    text = f"Quarterly bulletin of the harbour\n\n{WORDS}\n\nIt had been shut for a week."
    assert read(text).title == "Quarterly bulletin of the harbour"
    found = read(text, stated=Stated(title="Port reopens"))
    assert (found.title, found.stated, found.warnings) == ("Port reopens", ("title",), ())
    assert [part.role for part in found.parts] == [part.role for part in read(text).parts]


def test_a_title_that_the_text_begins_with_is_its_headline() -> None:
    found = read(
        f"Harbour opens its gates\n\n{WORDS}", stated=Stated(title="Harbour opens its gates")
    )
    assert (found.title, found.stated) == ("Harbour opens its gates", ())
    assert found.parts[0].role == "headline"


def test_a_letters_subject_counts() -> None:
    letter = f"Subject: Port news\nFrom: a@quay.example\n\n{WORDS}\n"
    found = read(letter, "message/rfc822", stated=Stated(title="Another"))
    assert (found.title, found.stated) == ("Port news", ())


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"publisher": " \n"}, "the publisher is empty"),
        ({"publisher": "x" * 201}, "the publisher is longer than 200 characters"),
        ({"title": "Port\x07 reopens"}, "the title holds what is no printable character"),
        ({"publisher": "\udcff"}, "the publisher holds what is no printable character"),
        ({"url": "quay.example/7"}, "the url 'quay.example/7' is no http:// or https:// address"),
        ({"url": "https://[quay"}, "is no http:// or https:// address"),
    ],
)
def test_what_can_be_no_name_is_refused(given: dict[str, str], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        stated(**given)


def test_names_are_stated_with_single_spaces() -> None:
    assert stated(publisher="  The\n Quay ") == Stated(publisher="The Quay")
    assert stated() is None


def test_another_statement_about_the_same_bytes_is_told_apart() -> None:
    def of(said: Stated | None, day: str | None = None) -> Capture:
        return custody.capture(WORDS.encode(), "text/plain", "a", stated=said, published=day)

    quay, marsh = Stated(publisher="The Quay"), Stated(publisher="Marsh Wire")
    assert not_taken(of(quay, "2031-01-01"), of(marsh)) == (
        "publisher “The Quay” was not taken, for it was added with “Marsh Wire”; "
        "date “2031-01-01” was not taken, for it was added with none"
    )
    assert not_taken(of(quay), of(None)) != ""
    assert not_taken(of(quay), of(QUAY)) == ""
    assert not_taken(of(None, "2031-01-01"), of(QUAY)) == ""
