"""Comment threads in HTML: one invented page for each scheme of threads.toml, one conversation."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from fogline.intake import thread

PAGES = Path(__file__).parent / "pages"
CONVERSATION = [
    ("Tern", None, "2031-11-15T08:14", "The bridge was open when I passed at seven."),
    ("Old Sailor", 0, "2031-11-15T09:02", "It was closed by eight, Tern. I had to turn back."),
    ("Nell", None, "2031-11-15T10:30", "Where did the garrison go?"),
]
FLAT = [CONVERSATION[0], CONVERSATION[2]]  # markup that has no replies


def tree(html: str) -> LexborHTMLParser:
    return LexborHTMLParser(html)


@pytest.mark.parametrize("scheme", thread.schemes(), ids=lambda s: s.name)
def test_a_schemes_example_gives_the_conversation(scheme: thread.Scheme) -> None:
    page = tree((PAGES / scheme.example).read_text(encoding="utf-8"))
    found = thread.take(page)
    assert [(c.author, c.parent, (c.posted or "")[:16], c.text) for c in found] == (
        FLAT if scheme.name == "blogger-classic" else CONVERSATION
    )
    left = page.body.text() if page.body else ""
    assert "took control of the harbour district" in left
    assert "garrison go?" not in left and "turn back" not in left


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
    assert thread.words(node) == "One two.\nThree\nfour"
