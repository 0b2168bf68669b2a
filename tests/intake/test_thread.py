"""Comment threads in HTML: one invented page for each scheme of threads.toml, one conversation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from fogline.intake import thread
from fogline.intake.markup import words
from fogline.intake.schemes import Scheme, schemes

PAGES = Path(__file__).parent / "pages"
CONVERSATION = [
    ("Tern", None, "2031-11-15T08:14", "The bridge was open when I passed at seven."),
    ("Old Sailor", 0, "2031-11-15T09:02", "It was closed by eight, Tern. I had to turn back."),
    ("Nell", None, "2031-11-15T10:30", "Where did the garrison go?"),
]
WITHOUT_REPLIES = {"blogger-classic", "discourse", "smf", "vbulletin"}  # the markup tells of none
FLAT = [CONVERSATION[0], CONVERSATION[2]]  # markup that has no replies


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


@pytest.mark.parametrize("scheme", schemes(), ids=lambda s: s.name)
def test_a_schemes_example_gives_the_conversation(scheme: Scheme) -> None:
    page = tree((PAGES / scheme.example).read_text(encoding="utf-8"))
    found = thread.take(page)
    expected = [
        (author, None if scheme.name in WITHOUT_REPLIES else parent, posted, text)
        for author, parent, posted, text in CONVERSATION
    ]
    assert [(c.author, c.parent, (c.posted or "")[:16], c.text) for c in found] == (
        FLAT if scheme.name == "blogger-classic" else expected
    )
    left = page.body.text() if page.body else ""
    assert "took control of the harbour district" in left
    assert "garrison go?" not in left and "turn back" not in left


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda p: p.stem)
def test_each_common_markup_gives_authors_words_and_nesting(path: Path) -> None:
    if path.stem == "repost":
        pytest.skip("a page without comments, for other tests")
    page = tree(path.read_text(encoding="utf-8"))
    found = thread.take(page)
    assert [(c.author, c.text) for c in found] in (
        [(author, text) for author, _, _, text in CONVERSATION],
        [(author, text) for author, _, _, text in FLAT],
    )
    flat = path.stem in WITHOUT_REPLIES
    assert [c.parent for c in found] == ([None] * len(found) if flat else [None, 0, None])
    assert [(c.posted or "")[:10] for c in found] == ["2031-11-15"] * len(found)
    left = page.body.text() if page.body else ""
    assert "took control of the harbour district" in left and "garrison go?" not in left


def test_there_are_pages_of_at_least_twenty_markups() -> None:
    assert len([p for p in PAGES.glob("*.html") if p.stem != "repost"]) >= 20


def test_a_form_within_a_comment_hides_it_not() -> None:
    html = "".join(
        f'<div class="comment-item"><p class="commentAuthor">{who}</p><p class="comment-text">'
        f"{said}</p><form><textarea></textarea></form></div>"
        for who, said in (("Tern", "The bridge was open."), ("Nell", "Where did they go?"))
    )
    found = thread.take(tree(f"<body><p>Words.</p>{html}"))
    assert [(c.author, c.text) for c in found] == [
        ("Tern", "The bridge was open."), ("Nell", "Where did they go?"),
    ]  # fmt: skip


def test_counters_are_no_comments() -> None:
    boxes = '<div class="comment">1</div>' * 6
    assert thread.take(tree(f"<body><p>Words.</p>{boxes}")) == ()


def test_a_page_without_comments_has_no_thread() -> None:
    page = tree("<body><article><p>No comment was made by the port authority.</p></article></body>")
    assert thread.take(page) == ()


def test_a_form_to_write_in_is_no_comment() -> None:
    form = "<h3>Leave a reply to this article</h3><form><textarea></textarea></form>"
    assert thread.take(tree(f'<body><p>Words.</p><div class="comment">{form}</div>')) == ()


def test_the_notice_that_comments_are_closed_is_found() -> None:
    page = tree((PAGES / "wordpress.html").read_text(encoding="utf-8"))
    assert thread.notice(page) == "Comments are closed."


def test_flat_lists_tell_depth_by_class() -> None:
    items = "".join(
        f'<li class="comment depth-{depth}"><cite class="fn">{name}</cite>'
        f'<div class="comment-content">{name} was there.</div></li>'
        for name, depth in (("Tern", 1), ("Nell", 2), ("Gannet", 3), ("Old Sailor", 2), ("Skua", 1))
    )
    found = thread.take(tree(f"<body><ol>{items}</ol></body>"))
    assert [(c.author, c.parent) for c in found] == [
        ("Tern", None), ("Nell", 0), ("Gannet", 1), ("Old Sailor", 0), ("Skua", None),
    ]  # fmt: skip


def test_words_keeps_paragraphs_and_leaves_out_scripts() -> None:
    node = tree("<body><p>One <b>two</b>.</p><script>x()</script><p>Three<br>four</p></body>").body
    assert words(node) == "One two.\nThree\nfour"


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.html")), ids=lambda p: p.stem)
def test_what_word_processors_leave_between_the_tags_changes_nothing(path: Path) -> None:
    html = path.read_text(encoding="utf-8")
    littered = re.sub(
        r"(<(?:p|li|div|dd|dt|span)\b[^>]*>)", r"\1<?xml:namespace prefix = o ?>", html
    )
    assert thread.take(tree(littered)) == thread.take(tree(html))
