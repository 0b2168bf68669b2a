"""Live blogs -> their entries, each with the instant at which it was posted.

Works on selectolax nodes; nothing heavy is imported here, the caller hands the parsed page in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fogline.intake import dates
from fogline.intake.markup import words

FEWEST = 2  # dated entries that make a live blog
MOST = 2000  # entries read from one page
LONGEST_LD = 5_000_000  # characters of one JSON-LD block

_ITEMS = (
    "[itemprop~=liveBlogUpdate]",
    "[itemtype$='LiveBlogPosting'] [itemtype$='BlogPosting']",
    "[data-component=liveblog-block], [id^=block-].block",
    ".live-blog-post, .live-blog-entry, .liveblog-entry, .liveblog-post, .live-post, .live-update",
    ".lx-stream__post, .live-story-post, .ticker-entry, .liveticker-item, .live-ticker-entry",
    "[class*=live-blog] article, [class*=liveblog] article, [class*=live-blog] li, "
    "[class*=liveblog] li, [id*=liveblog] article, [class*=liveticker] li, [class*=live-feed] li",
)
_STAMPS = "time[datetime], [itemprop=datePublished], [data-timestamp], [data-time]"
_EPOCH = re.compile(r"\d{10}(?:\d{3})?$")


@dataclass(frozen=True, slots=True)
class Update:
    """An entry: its paragraphs, and the instant it was posted (ISO 8601)."""

    paragraphs: tuple[str, ...]
    posted: str


def take(tree: Any) -> tuple[Update, ...]:
    """Take a live blog's entries off a parsed page and return them in page order; () if none.

    Where the markup shows none, those of the page's JSON-LD are returned.
    """
    for selector in _ITEMS:
        nodes = _outermost(tree.css(selector))[:MOST]
        dated = [(node, update) for node in nodes if (update := _update(node))]
        if len(dated) >= FEWEST:
            for node, _ in dated:
                node.decompose()
            return tuple(update for _, update in dated)
    return tuple(_told(tree))


def _outermost(nodes: list[Any]) -> list[Any]:
    ids = {node.mem_id for node in nodes}
    return [node for node in nodes if not any(up.mem_id in ids for up in _above(node))]


def _above(node: Any) -> Iterator[Any]:
    node = node.parent
    while node is not None:
        yield node
        node = node.parent


def _update(node: Any) -> Update | None:
    stamp = next(iter(node.css(_STAMPS)), None)
    posted = _instant(stamp) if stamp is not None else None
    if posted is None:
        return None
    said = words(node, {n.mem_id for n in node.css("time, button, [class*=share]")})
    lines = tuple(line for line in said.split("\n") if any(c.isalnum() for c in line))
    return Update(lines, posted) if lines else None


def _instant(node: Any) -> str | None:
    given = node.attributes
    for name in ("datetime", "content", "data-timestamp", "data-time"):
        value = (given.get(name) or "").strip()
        if _EPOCH.match(value):
            return _of_epoch(int(value[:10]))
        if value and (found := dates.posted(value)):
            return found
    return None


def _of_epoch(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


def _told(tree: Any) -> Iterator[Update]:
    for node in tree.css('script[type="application/ld+json"]'):
        source = (node.text() or "").strip()
        if "liveBlogUpdate" not in source or len(source) > LONGEST_LD:
            continue
        try:
            found = json.loads(source, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _updates(found)


def _updates(data: Any) -> Iterator[Update]:
    for item in data if isinstance(data, list) else [data]:
        if not isinstance(item, dict):
            continue
        yield from _updates(item.get("@graph", []))
        rows = item.get("liveBlogUpdate")
        for row in (rows if isinstance(rows, list) else [])[:MOST]:
            if isinstance(row, dict) and (update := _of_row(row)):
                yield update


def _of_row(row: dict[str, Any]) -> Update | None:
    posted = dates.posted(row.get("datePublished")) if _is_text(row.get("datePublished")) else None
    texts = [row[k] for k in ("headline", "articleBody") if _is_text(row.get(k))]
    plain = (re.sub(r"<[^>]{0,500}>", " ", text) for text in texts)
    lines = [" ".join(line.split()) for text in plain for line in text.split("\n") if line.strip()]
    return Update(tuple(dict.fromkeys(lines)), posted) if posted and lines else None


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())
