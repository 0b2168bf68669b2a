"""Threads four comments deep, in the common markups: each comment knows which one it answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from selectolax.lexbor import LexborHTMLParser

from fogline.intake import thread

# Author and answers, nested; the comments come in reading order.
Told = tuple[str, tuple["Told", ...]]
TREE: tuple[Told, ...] = (
    ("Tern", (("Nell", (("Skua", (("Gannet", ()),)), ("Old Sailor", ()))), ("Plover", ()))),
    ("Dunlin", ()),
    ("Heron", (("Siskin", ()),)),
)
PARENTS = {
    "Tern": None, "Nell": "Tern", "Skua": "Nell", "Gannet": "Skua", "Old Sailor": "Nell",
    "Plover": "Tern", "Dunlin": None, "Heron": None, "Siskin": "Heron",
}  # fmt: skip
STORY = "<article><h1>Port</h1><p>The port was closed on Monday, its master said.</p></article>"


def said(author: str) -> str:
    return f"<p>The bridge was open at seven, and {author} crossed it.</p>"


def wordpress(told: tuple[Told, ...], depth: int = 1) -> str:
    return "".join(
        f"<li class='comment depth-{depth}'><article class='comment-body'><footer><div class="
        f"'comment-author'><b class='fn'>{a}</b></div></footer><div class='comment-content'>"
        f"{said(a)}</div></article><ol class='children'>{wordpress(below, depth + 1)}</ol></li>"
        for a, below in told
    )


def drupal(told: tuple[Told, ...]) -> str:
    return "".join(
        f"<article class='comment'><p class='comment__author'><span class='username'>{a}</span></p>"
        f"<div class='comment__content'>{said(a)}</div></article>"
        + (f"<div class='indented'>{drupal(below)}</div>" if below else "")
        for a, below in told
    )


def disqus(told: tuple[Told, ...]) -> str:
    return "".join(
        f"<li class='post'><div class='post-content'><span class='post-byline'><span class="
        f"'author'>{a}</span></span><div class='post-message'>{said(a)}</div></div>"
        f"<ul class='children'>{disqus(below)}</ul></li>"
        for a, below in told
    )


def blogger(told: tuple[Told, ...]) -> str:
    return "".join(
        f"<li class='comment'><div class='comment-block'><div class='comment-header'><cite class="
        f"'user'>{a}</cite></div><p class='comment-content'>{said(a)[3:-4]}</p></div><div class="
        f"'comment-replies'><div class='comment-thread'><ol>{blogger(below)}</ol></div></div></li>"
        for a, below in told
    )


def generic(told: tuple[Told, ...]) -> str:
    return "".join(
        f"<div class='comment'><div class='comment-author'>{a}</div><div class='comment-text'>"
        f"{said(a)}</div><div class='replies'>{generic(below)}</div></div>"
        for a, below in told
    )


def flat(told: tuple[Told, ...], depth: int = 1) -> str:
    return "".join(
        f"<li class='comment depth-{depth}'><cite class='fn'>{a}</cite><div class="
        f"'comment-content'>{said(a)}</div></li>{flat(below, depth + 1)}"
        for a, below in told
    )


def referring(told: tuple[Told, ...], above: str = "") -> str:
    return "".join(
        f"<div class='comment' id='comment-{_number(a)}' data-parent-id='{above}'><span class="
        f"'comment-author'>{a}</span><div class='comment-text'>{said(a)}</div></div>"
        f"{referring(below, _number(a))}"
        for a, below in told
    )


def _number(author: str) -> str:
    return str(100 + list(PARENTS).index(author))


PAGES: dict[str, tuple[Callable[[tuple[Told, ...]], str], str]] = {
    "wordpress": (wordpress, "<ol class='comment-list'>{}</ol>"),
    "drupal": (drupal, "<section class='comments'>{}</section>"),
    "disqus": (disqus, "<ul id='post-list' class='post-list'>{}</ul>"),
    "blogger": (blogger, "<div class='comment-thread'><ol>{}</ol></div>"),
    "generic": (generic, "<div id='comments'>{}</div>"),
    "depth by class": (flat, "<ol class='commentlist'>{}</ol>"),
    "parents by number": (referring, "<div id='comments'>{}</div>"),
}


@pytest.mark.parametrize("kind", PAGES)
def test_each_comment_answers_the_one_that_the_markup_says(kind: str) -> None:
    write, around = PAGES[kind]
    html = f"<html><body>{STORY}{around.format(write(TREE))}</body></html>"
    found = thread.take(LexborHTMLParser(html))
    assert [c.author for c in found] == list(PARENTS)
    above = {c.author: None if c.parent is None else found[c.parent].author for c in found}
    assert above == PARENTS
    assert all(c.text == f"The bridge was open at seven, and {c.author} crossed it." for c in found)
