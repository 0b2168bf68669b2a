"""Comment trees in HTML: author, time, words and the comment replied to, by the page's markup.

Works on selectolax nodes; nothing heavy is imported here, the caller hands the parsed page in.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any

from fogline.intake import cues, dates

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
_BLOCKS = re.compile(r"p|div|li|ul|ol|blockquote|pre|d[dt]|tr|h[1-6]|section|article|header|footer")
_SILENT = re.compile(r"script|style|noscript|template|form|button|svg|select|textarea")
_LABEL = re.compile(
    r"(?i)^(?:(?:posted |written )?by|from|von|par|de|kommentar von)\s+"
    r"|\s*(?:says|said|wrote|sagt|meint|schreibt|a dit|dit|replied)?\s*[:,]?\s*(?:\.\.\.|…)?$"
)
_PARENTS = ("data-parent", "data-parent-id", "data-parentid")
_QUOTED = re.compile(r"(?i)^(.{1,60}?) (?:wrote|said|schrieb|a écrit|escribió)")
_DEPTH = re.compile(r"(?:^|\s)(?:depth|level|indent)-?(\d+)(?:\s|$)")
_OUTSIDE = re.compile(
    r"(?i)recent-?comments|latest-?comments|widget_recent|(?:^|\s)(?:sidebar|secondary|widget-area)(?:\s|$)"
)
_TIME_WORDS = re.compile(r"(?i)\d{1,2}[./ :-]\S+[./ :,-] ?\d{2,4}|\bago\b|\d{1,2}:\d{2}")


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment; `parent` counts the page's comments from 0."""

    text: str
    author: str | None = None
    posted: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """How one kind of site marks its comments up (see threads.toml)."""

    name: str
    example: str
    item: str | None = None
    content: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    posted: tuple[str, ...] = ()
    classes: re.Pattern[str] | None = None
    ids: re.Pattern[str] | None = None
    chrome: str | None = None
    below: str | None = None
    quoted: str | None = None
    author_before: str | None = None
    posted_after: str | None = None
    indent: str | None = None
    forum: bool = False


@dataclass(slots=True)
class _Item:
    node: Any
    above: int | None
    items: frozenset[int]
    wraps: bool = False
    comment: Comment | None = None


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


def words(node: Any, skip: Iterable[int] = ()) -> str:
    """Return a node's text, a paragraph a line, without the nodes whose mem ids are in `skip`."""
    pieces: list[str] = []
    _walk(node, set(skip), pieces)
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


@cache
def schemes() -> tuple[Scheme, ...]:
    """Return the schemes of threads.toml, in the file's order."""
    source = resources.files(__package__).joinpath("threads.toml").read_text("utf-8")
    return tuple(_scheme(row) for row in tomllib.loads(source)["scheme"])


def _scheme(row: dict[str, Any]) -> Scheme:
    lists = {k: tuple(row.get(k, ())) for k in ("content", "author", "posted")}
    patterns = {k: re.compile(row[k]) for k in ("classes", "ids") if k in row}
    return Scheme(**(row | lists | patterns))


def _weight(scheme: Scheme, items: list[_Item]) -> float:
    """Characters of comment that a scheme finds; nameless ones, and guesses, count for less."""
    found = [i.comment for i in items if i.comment is not None]
    weight = sum(len(c.text) * (1.0 if c.author else NAMELESS) for c in found)
    if scheme.classes is None:
        return weight
    likely = len(found) > 1 or any(c.author or c.posted for c in found)
    return weight * GUESSED if likely and weight >= SHORTEST else 0.0


def _items(tree: Any, scheme: Scheme) -> list[_Item]:
    nodes = tree.css(scheme.item) if scheme.item else _by_class(tree, scheme)
    distinct = {n.mem_id: n for n in nodes}
    nodes = [n for n in distinct.values() if _may_be(n, scheme)][:MOST]
    places = {n.mem_id: number for number, n in enumerate(nodes)}
    every = frozenset(places)
    items = [_Item(n, _above(n, places), every) for n in nodes]
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
        if (n.tag == "p" and _has_class(n, "comment"))
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


def _comment(item: _Item, scheme: Scheme) -> Comment | None:
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
    time = after if after is not None and _has_class(after, scheme.posted_after) else None
    text = _said(words(node))
    return Comment(text, _name(author, None), _time(time)) if text else None


def _sibling(node: Any, way: str) -> Any:
    node = getattr(node, way)
    while node is not None and node.tag.startswith(("-", "_")):
        node = getattr(node, way)
    return node


def _has_class(node: Any, name: str | None) -> bool:
    return name in (node.attributes.get("class") or "").split()


def _own(item: _Item, selectors: Iterable[str]) -> Iterator[Any]:
    """Yield the matches within the item that lie in no comment below it, by selector."""
    for selector in selectors:
        for node in item.node.css(selector):
            if node.mem_id != item.node.mem_id and _owner(node, item) == item.node.mem_id:
                yield node


def _owner(node: Any, item: _Item) -> int:
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


def _walk(node: Any, skip: set[int], pieces: list[str]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            pieces.append(re.sub(r"\s+", " ", child.text_content or ""))
        elif tag == "br":
            pieces.append("\n")
        elif not _SILENT.fullmatch(tag) and child.mem_id not in skip:
            edge = "\n" if _BLOCKS.fullmatch(tag) else ""
            pieces.append(edge)
            _walk(child, skip, pieces)
            pieces.append(edge)


def _without_first(items: list[_Item]) -> list[_Item]:
    """A forum's first post is its article."""
    return [replace(i, above=i.above - 1 if i.above else None) for i in items[1:]]


def _tree(items: list[_Item], scheme: Scheme) -> tuple[Comment, ...]:
    kept = [n for n, i in enumerate(items) if i.comment is not None]
    places = {n: place for place, n in enumerate(kept)}
    done: list[Comment] = []
    for number in kept:
        parent = _parent(items, number, scheme)
        while parent is not None and parent not in places:
            parent = items[parent].above
        comment = items[number].comment
        assert comment is not None
        done.append(replace(comment, parent=None if parent is None else places[parent]))
    return tuple(done)


def _parent(items: list[_Item], number: int, scheme: Scheme) -> int | None:
    above = _nearest(items, number)
    if above is not None:
        return above
    parent = _by_reference(items, number)
    if parent is None:
        parent = _by_shell(items, number)
    if parent is None and scheme.below:
        parent = _by_wrapper(items, number, scheme.below)
    if parent is None and scheme.quoted:
        parent = _by_quotation(items, number, scheme.quoted)
    return _by_depth(items, number, scheme.indent) if parent is None else parent


def _nearest(items: list[_Item], number: int) -> int | None:
    """Return the comment that holds this one; what only wraps comments is none."""
    above = items[number].above
    while above is not None and items[above].comment is None:
        above = items[above].above
    return above


def _by_shell(items: list[_Item], number: int) -> int | None:
    """Each comment stands in a shell of its own, and a reply's shell in that of its parent."""
    shell = items[number].above
    outer = None if shell is None else items[shell].above
    while outer is not None:
        for earlier in range(outer + 1, number):
            if items[earlier].above == outer and items[earlier].comment is not None:
                return earlier
        outer = items[outer].above
    return None


def _by_reference(items: list[_Item], number: int) -> int | None:
    """The item names its parent: data-parent-id="12"."""
    given = items[number].node.attributes
    wanted = next((v for k in _PARENTS if (v := given.get(k))), None)
    if not wanted:
        return None
    tails = re.compile(rf"(?:^|\D){re.escape(wanted)}$")
    return next((n for n in range(number - 1, -1, -1) if _has_id(items[n].node, tails)), None)


def _has_id(node: Any, tails: re.Pattern[str]) -> bool:
    given = node.attributes
    return any(tails.search(given.get(k) or "") for k in ("id", "data-id", "data-comment-id"))


def _by_wrapper(items: list[_Item], number: int, below: str) -> int | None:
    """Drupal: `div.indented` follows a comment and holds its replies."""
    places = {i.node.mem_id: n for n, i in enumerate(items[:number])}
    for wrapper in _ancestors(items[number].node):
        if _has_class(wrapper, below):
            return _before(wrapper, places)
    return None


def _ancestors(node: Any) -> Iterator[Any]:
    node = node.parent
    while node is not None and node.tag not in ("body", "html"):
        yield node
        node = node.parent


def _before(wrapper: Any, places: dict[int, int]) -> int | None:
    node = wrapper.prev
    while node is not None:
        if node.mem_id in places:
            return places[node.mem_id]
        node = node.prev
    return None


def _by_depth(items: list[_Item], number: int, indent: str | None) -> int | None:
    """Flat lists tell the depth in a class: depth-2 answers the last depth-1."""
    depth = _depth(items[number].node, indent)
    if depth is None:
        return None
    for earlier in range(number - 1, -1, -1):
        other = _depth(items[earlier].node, indent)
        if other is not None and other < depth:
            return earlier
    return None


def _depth(node: Any, indent: str | None) -> int | None:
    if indent and (inner := node.css_first(indent)) is not None:
        said = inner.attributes.get("indent") or ""
        return int(said) if said.isdecimal() and len(said) < 5 else None
    found = _DEPTH.search(node.attributes.get("class") or "")
    return int(found[1]) if found else None


def _by_quotation(items: list[_Item], number: int, quoted: str) -> int | None:
    """Forums: a post that opens by quoting an earlier author answers that author."""
    cite = items[number].node.css_first(quoted)
    found = _QUOTED.match(words(cite)) if cite is not None else None
    if found is None:
        return None
    for earlier in range(number - 1, -1, -1):
        comment = items[earlier].comment
        if comment is not None and comment.author == found[1]:
            return earlier
    return None
