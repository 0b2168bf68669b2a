"""Which comment another one answers, as the markup tells it in one of five ways."""

from __future__ import annotations

import re
from typing import Any

from fogline.intake.markup import ancestors, has_class, words
from fogline.intake.schemes import Item, Scheme

_PARENTS = ("data-parent", "data-parent-id", "data-parentid")
_QUOTED = re.compile(r"(?i)^(.{1,60}?) (?:wrote|said|schrieb|a écrit|escribió)")
_DEPTH = re.compile(r"(?:^|\s)(?:depth|level|indent)-?(\d+)(?:\s|$)")


def parent(items: list[Item], number: int, scheme: Scheme) -> int | None:
    """Return the number of the item that an item answers."""
    above = _nearest(items, number)
    if above is not None:
        return above
    found = _by_reference(items, number)
    if found is None:
        found = _by_shell(items, number)
    if found is None and scheme.below:
        found = _by_wrapper(items, number, scheme.below)
    if found is None and scheme.quoted:
        found = _by_quotation(items, number, scheme.quoted)
    return _by_depth(items, number, scheme.indent) if found is None else found


def _nearest(items: list[Item], number: int) -> int | None:
    """Return the comment that holds this one; what only wraps comments is none."""
    above = items[number].above
    while above is not None and items[above].comment is None:
        above = items[above].above
    return above


def _by_shell(items: list[Item], number: int) -> int | None:
    """Each comment stands in a shell of its own, and a reply's shell in that of its parent."""
    shell = items[number].above
    outer = None if shell is None else items[shell].above
    while outer is not None:
        for earlier in range(outer + 1, number):
            if items[earlier].above == outer and items[earlier].comment is not None:
                return earlier
        outer = items[outer].above
    return None


def _by_reference(items: list[Item], number: int) -> int | None:
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


def _by_wrapper(items: list[Item], number: int, below: str) -> int | None:
    """Drupal: `div.indented` follows a comment and holds its replies."""
    places = {i.node.mem_id: n for n, i in enumerate(items[:number])}
    for wrapper in ancestors(items[number].node):
        if has_class(wrapper, below):
            return _before(wrapper, places)
    return None


def _before(wrapper: Any, places: dict[int, int]) -> int | None:
    node = wrapper.prev
    while node is not None:
        if node.mem_id in places:
            return places[node.mem_id]
        node = node.prev
    return None


def _by_depth(items: list[Item], number: int, indent: str | None) -> int | None:
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


def _by_quotation(items: list[Item], number: int, quoted: str) -> int | None:
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
