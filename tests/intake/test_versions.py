"""What changed between two versions of a page, and whether the page admits it."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from fogline.intake.versions import edit
from fogline.model import Document, Part, capture_id

OLD = (
    "Army shells market\n"
    "Twelve people were killed when the army shelled the market of Orvelo, a doctor said.\n"
    "The mayor called for calm.\n"
    "Schools stay closed."
)


def document(text: str, comment: str = "") -> Document:
    whole = text + "\n" + comment
    parts = (
        Part("body-1", "body", 0, len(text)),
        Part("comment-1", "comment", len(text) + 1, len(whole)),
    )
    return Document(capture_id(whole.encode()), whole, parts)


def changed(old: str, new: str) -> list[tuple[str, str]]:
    return [(c.before, c.after) for c in edit(document(old), document(new)).changes]


def test_a_quiet_edit_is_shown_with_its_words_around_it() -> None:
    new = OLD.replace("Twelve", "Thirty").replace("the army shelled", "shells hit")
    assert changed(OLD, new) == [
        (
            "Twelve people were killed when the army …",
            "Thirty people were killed when shells hit …",
        ),
        (
            "Twelve people were killed when the army shelled the market of Orvelo, a doctor …",
            "Thirty people were killed when shells hit the market of Orvelo, a doctor …",
        ),
    ]
    assert not edit(document(OLD), document(new)).admitted


def test_paragraphs_come_and_go() -> None:
    lines = OLD.split("\n")
    new = "\n".join([lines[0], "A ministry denied it.", lines[1], lines[3]])
    assert changed(OLD, new) == [
        ("", "A ministry denied it."),
        ("The mayor called for calm.", ""),
    ]


def test_an_edit_that_the_page_tells_of_is_admitted() -> None:
    new = OLD.replace("Twelve", "Thirty") + "\nCorrection: an earlier version gave another toll."
    assert edit(document(OLD), document(new)).admitted
    assert not edit(document(new), document(OLD)).admitted


def test_comments_do_not_count() -> None:
    assert edit(document(OLD), document(OLD, "A new comment.")).changes == ()


def test_long_versions_are_compared_quickly() -> None:
    old = "\n".join(f"Paragraph {n} tells of the siege and its day {n}." for n in range(5000))
    began = time.monotonic()
    assert len(changed(old, old.replace("day 77.", "end."))) == 1
    assert time.monotonic() - began < 20


WORDS = st.lists(
    st.sampled_from(["one two", "one three", "four", "", "five six seven"]), max_size=8
)


@given(WORDS, WORDS)
def test_no_change_only_where_nothing_changed(old: list[str], new: list[str]) -> None:
    said = changed("\n".join(old), "\n".join(new))
    same = [line for line in old if line] == [line for line in new if line]
    assert (said == []) == same
