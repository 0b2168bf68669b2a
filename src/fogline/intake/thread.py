"""Comment trees in HTML: author, time, words and the comment replied to, by the page's markup.

Works on selectolax nodes; nothing heavy is imported here, the caller hands the parsed page in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from fogline.intake import cues, dates, nesting
from fogline.intake.markup import has_class, words
from fogline.intake.schemes import Comment, Item, Scheme, schemes

NAME_LENGTH = 60
NAMELESS, GUESSED = 0.45, 0.5  # worth of a comment without a name; of one told by class names
SURE = 4  # selectors of a guess that hardly hit anything else
SHORTEST = 20  # worth below which class names alone make no thread
NOTICE_LENGTH = 120
MOST = 20_000  # comments read from one page

_REST = (
    "#respond, .comment-respond, #reply-title, .comments-title, #comments-title, .comment-footer, "
    ".comment-reply-title, .comment-form, .comment-navigation, dt[id^=c], .comment-author"
)
_NOTICES = (
    ".no-comments, .nocomments, .comments-closed, [class*=comments-closed], "
    "[class*=comment-closed], #comments > p, #comments > div, .comments-area p, .comments p"
)
_CLASSED = "[class*=omment], [class*=omentari], [class*=epl], [class*=espon], [class*=eser], [id]"
_LABEL = re.compile(
    r"(?i)^(?:(?:posted |written )?by|from|von|par|de|kommentar von)\s+"
    r"|\s*(?:says|said|wrote|sagt|meint|schreibt|a dit|dit|replied)?\s*[:,]?\s*(?:\.\.\.|…)?$"
)
_OUTSIDE = re.compile(
    r"(?i)recent-?comments|latest-?comments|widget_recent|(?:^|\s)(?:sidebar|secondary|widget-area)(?:\s|$)"
)
_TIME_WORDS = re.compile(r"(?i)\d{1,2}[./ :-]\S+[./ :,-] ?\d{2,4}|\bago\b|\d{1,2}:\d{2}")


def take(tree: Any) -> tuple[Comment, ...]:
    """Take the comment thread off a parsed page and return it; () where none is found.

    The thread's own nodes are removed from `tree`, so that the article can be looked for without
    them. Of a forum page the first post stays: it is the article.
    """
    found = [(scheme, _items(tree, scheme)) for scheme in schemes()]
    scheme, items = max(found, key=lambda pair: _weight(*pair))
    if not _weight(scheme, items):
        return ()
    if scheme.forum:
        items = _without_first(items)
    comments = _tree(items, scheme)
    for item in items:
        if item.above is None:
            item.node.decompose()
    for node in tree.css(_REST):
        node.decompose()
    return comments


def notice(tree: Any) -> str | None:
    """Return the site's line that comments are closed; call it before `take`."""
    for node in tree.css(_NOTICES):
        said = " ".join(words(node).split())
        if len(said) <= NOTICE_LENGTH and cues.match("notice", said):
            return said
    return None


def _weight(scheme: Scheme, items: list[Item]) -> float:
    """Characters of comment that a scheme finds; nameless ones, and guesses, count for less."""
    found = [i.comment for i in items if i.comment is not None]
    weight = sum(len(c.text) * (1.0 if c.author else NAMELESS) for c in found)
    if scheme.classes is None:
        return weight
    likely = len(found) > 1 or any(c.author or c.posted for c in found)
    return weight * GUESSED if likely and weight >= SHORTEST else 0.0


def _items(tree: Any, scheme: Scheme) -> list[Item]:
    nodes = tree.css(scheme.item) if scheme.item else _by_class(tree, scheme)
    distinct = {n.mem_id: n for n in nodes}
    nodes = [n for n in distinct.values() if _may_be(n, scheme)][:MOST]
    places = {n.mem_id: number for number, n in enumerate(nodes)}
    every = frozenset(places)
    items = [Item(n, _above(n, places), every) for n in nodes]
    for above in {i.above for i in items if i.above is not None}:
        items[above].wraps = True
    for item in items:
        item.comment = _comment(item, scheme)
    return items


def _by_class(tree: Any, scheme: Scheme) -> list[Any]:
    assert scheme.classes and scheme.ids
    return [
        n
        for n in tree.css(_CLASSED)
        if (n.tag == "p" and has_class(n, "comment"))
        or (
            n.tag in ("li", "div", "article", "section", "tr", "dd", "blockquote")
            and (
                any(scheme.classes.match(c) for c in (n.attributes.get("class") or "").split())
                or scheme.ids.match(n.attributes.get("id") or "")
            )
        )
    ]


def _may_be(node: Any, scheme: Scheme) -> bool:
    """False for what holds the headline or a form to write in, and for the side column's lists."""
    if scheme.item and scheme.ids and not scheme.ids.match(node.attributes.get("id") or ""):
        return False
    if node.css_first("h1") is not None or (scheme.classes and _is_form(node, scheme)):
        return False
    return not _is_outside(node)


def _is_form(node: Any, scheme: Scheme) -> bool:
    """True where one may only write; a comment may hold a form to answer it."""
    if node.css_first("textarea") is None:
        return False
    sure = scheme.content[:SURE], scheme.author[:SURE]
    return not all(any(node.css_first(s) for s in selectors) for selectors in sure)


def _is_outside(node: Any) -> bool:
    """True within the side column's list of latest comments."""
    while node is not None and node.tag not in ("body", "html", "-undef"):
        attributes = node.attributes
        name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if node.tag in ("aside", "nav") or _OUTSIDE.search(name):
            return True
        node = node.parent
    return False


def _above(node: Any, places: dict[int, int]) -> int | None:
    parent = node.parent
    while parent is not None:
        if parent.mem_id in places:
            return places[parent.mem_id]
        parent = parent.parent
    return None


def _comment(item: Item, scheme: Scheme) -> Comment | None:
    if scheme.author_before:
        return _beside(item.node, scheme)
    author_node = next((n for n in _own(item, scheme.author) if words(n)), None)
    posted_node = next(_own(item, scheme.posted), None)
    content = next(_own(item, scheme.content), None)
    if content is None and item.wraps and scheme.classes:
        return None  # a wrapper round comments, with a heading at most
    content = content or item.node
    about = {n.mem_id for n in (author_node, posted_node) if n is not None}
    if scheme.chrome:
        about |= {n.mem_id for n in content.css(scheme.chrome)}
    text = _said(words(content, item.items | (about - {content.mem_id})))
    author = _name(author_node, posted_node)
    if not text or cues.match("form", text.partition("\n")[0]):
        return None
    if author is None and not any(c.isalpha() for c in text):
        return None  # a counter
    return Comment(text, author, _time(posted_node))


def _beside(node: Any, scheme: Scheme) -> Comment | None:
    """Old Blogger: the author stands in the element before the comment, the time in the next."""
    before, after = _sibling(node, "prev"), _sibling(node, "next")
    author = before if before is not None and before.tag == scheme.author_before else None
    time = after if after is not None and has_class(after, scheme.posted_after) else None
    text = _said(words(node))
    return Comment(text, _name(author, None), _time(time)) if text else None


def _sibling(node: Any, way: str) -> Any:
    node = getattr(node, way)
    while node is not None and (node.tag or "-").startswith(("-", "_")):
        node = getattr(node, way)
    return node


def _own(item: Item, selectors: Iterable[str]) -> Iterator[Any]:
    """Yield the matches within the item that lie in no comment below it, by selector."""
    for selector in selectors:
        for node in item.node.css(selector):
            if node.mem_id != item.node.mem_id and _owner(node, item) == item.node.mem_id:
                yield node


def _owner(node: Any, item: Item) -> int:
    while node.mem_id != item.node.mem_id and node.mem_id not in item.items:
        node = node.parent
    return int(node.mem_id)


def _said(text: str) -> str:
    lines = text.split("\n")
    while lines and _is_button(lines[-1]):
        lines.pop()
    while lines and _is_button(lines[0]):
        lines.pop(0)
    return "\n".join(lines) if any(c.isalnum() for c in "".join(lines)) else ""


def _is_button(line: str) -> bool:
    if not any(c.isalnum() for c in line):
        return True  # a bullet, a line of dashes
    return len(line) <= 40 and cues.match("button", line) is not None


def _name(node: Any, posted: Any) -> str | None:
    if node is None:
        return None
    said = words(node, () if posted is None else {posted.mem_id})
    if len(said) > 4 * NAME_LENGTH:
        return None
    name = _LABEL.sub("", " ".join(said.split())).strip(" :·•|,-")
    found = cues.match("says", name)
    name = found.author if found and found.author else name
    return name if 0 < len(name) <= NAME_LENGTH and any(c.isalnum() for c in name) else None


def _time(node: Any) -> str | None:
    if node is None:
        return None
    inner = node if node.tag == "time" else node.css_first("time")
    given = (inner or node).attributes
    for key in ("datetime", "content", "title", "data-time"):
        if instant := dates.posted(given.get(key)):
            return instant
    said = " ".join(words(inner or node).split())
    likely = len(said) <= NAME_LENGTH and _TIME_WORDS.search(said)
    unlabelled = said.rpartition(": ")[2]  # "Reply #2 on: 15 November 2031, 09:02"
    return dates.posted(said) or dates.posted(unlabelled) or said if likely else None


def _without_first(items: list[Item]) -> list[Item]:
    """A forum's first post is its article."""
    return [replace(i, above=i.above - 1 if i.above else None) for i in items[1:]]


def _tree(items: list[Item], scheme: Scheme) -> tuple[Comment, ...]:
    kept = [n for n, i in enumerate(items) if i.comment is not None]
    places = {n: place for place, n in enumerate(kept)}
    done: list[Comment] = []
    for number in kept:
        parent = nesting.parent(items, number, scheme)
        while parent is not None and parent not in places:
            parent = items[parent].above
        comment = items[number].comment
        assert comment is not None
        done.append(replace(comment, parent=None if parent is None else places[parent]))
    return tuple(done)
