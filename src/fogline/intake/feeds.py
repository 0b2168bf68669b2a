"""RSS, Atom, JSON Feed and sitemaps -> their entries. Runs in the child process: feeds may lie.

What is broken is read as far as it goes. No document type is resolved, no entity expanded but
XML's own five and characters by number, and nothing is loaded from anywhere.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import Any

from fogline.intake import metadata

MOST = 1000  # entries taken from a feed at one look: what is newest stands first
LOOKED_AT = 50_000  # items of a sitemap gone through for its newest
LONGEST = 2000  # characters of an address, title or id

_ITEMS = {"item": "feed", "entry": "feed", "url": "sitemap", "sitemap": "index"}
_WITHIN = {"url": "urlset", "sitemap": "sitemapindex"}  # else it is a picture's address
_HEADS = {"channel", "feed", "rdf"}  # whose title is the feed's own
_WHEN = ("pubdate", "published", "date", "updated", "lastmod", "modified", "issued", "created")
_IDS = ("guid", "id")
_JSON = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*\{")
_JSON_ITEMS = re.compile(r'"items"\s*:\s*\[')
_JSON_TITLE = re.compile(r'"title"\s*:\s*("(?:[^"\\]|\\.){0,2000}")')
_COMMA = re.compile(r"[\s,]*(?=\{)")


@dataclass(frozen=True, slots=True)
class Entry:
    """One item: the address of its page, the id by which the feed knows it, its title and date."""

    url: str
    id: str
    title: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed's entries in its order; `kind` is feed, sitemap, index (of sitemaps) or none.

    `more` where the feed holds more than was taken; `minutes` is the pause that it asks for.
    """

    kind: str
    entries: tuple[Entry, ...] = ()
    title: str | None = None
    more: bool = False
    minutes: float | None = None


def parsed(body: str, url: str, *, cut: bool = False) -> Feed:
    """Read a feed, given as base64; of one that was `cut` off, what is there."""
    data = base64.b64decode(body)
    feed = _from_json(data) if _JSON.match(data) else _from_xml(data)
    addressed = ((e, metadata.whole(url, e.url)) for e in feed.entries)
    entries = tuple(replace(e, url=whole) for e, whole in addressed if whole)
    return replace(feed, entries=entries, more=feed.more or cut)


def _from_json(data: bytes) -> Feed:
    text = data.decode("utf-8-sig", "replace")
    begin = _JSON_ITEMS.search(text)
    if begin is None:
        return Feed("none")
    title = _JSON_TITLE.search(text, 0, begin.start())
    items = list(islice(_objects(text, begin.end()), MOST + 1))
    entries = tuple(e for item in items[:MOST] if (e := _json_entry(item)))
    return Feed("feed", entries, _text(_unquoted(title[1])) if title else None, len(items) > MOST)


def _objects(text: str, at: int) -> Iterator[dict[str, Any]]:
    """Yield an array's objects one at a time, as far as they are whole."""
    decoder = json.JSONDecoder()
    while comma := _COMMA.match(text, at):
        try:
            item, at = decoder.raw_decode(text, comma.end())
        except (ValueError, RecursionError):
            return
        if isinstance(item, dict):
            yield item


def _unquoted(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return ""


def _json_entry(item: dict[str, Any]) -> Entry | None:
    url = _text(item.get("url")) or _text(item.get("external_url"))
    if url is None:
        return None
    when = _text(item.get("date_published")) or _text(item.get("date_modified"))
    return Entry(url, _text(item.get("id")) or url, _text(item.get("title")), when)


def _text(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return None
    clean = value.encode("utf-8", "replace").decode().replace("\0", "")
    return " ".join(clean.split())[:LONGEST] or None


def _from_xml(data: bytes) -> Feed:
    from lxml import etree

    found: dict[str, Any] = {"kind": "none"}
    entries: list[Entry] = []
    seen = 0
    try:
        for element in _elements(data):
            name, within = _name(element), _name(element.getparent())
            if name in _ITEMS and _WITHIN.get(name, within) == within:
                found["kind"] = _ITEMS[name]
                seen += 1
                if entry := _xml_entry(element):
                    entries.append(entry)
                _let_go(element)
                if seen > (MOST if _ITEMS[name] == "feed" else LOOKED_AT):
                    break
            elif name in ("title", "ttl") and within in _HEADS and name not in found:
                found[name] = _words(element)
            elif name in ("rss", "feed", "rdf", "urlset", "sitemapindex"):
                found["kind"] = _roots(name, found["kind"])
    except (etree.XMLSyntaxError, ValueError):  # what was read before it stays
        pass
    kept = entries if found["kind"] == "feed" else _newest(entries)
    more = len(entries) > len(kept[:MOST]) or seen > MOST
    return Feed(found["kind"], tuple(kept[:MOST]), found.get("title"), more, _pause(found))


def _elements(data: bytes) -> Iterator[Any]:
    from lxml import etree

    yield from (
        element
        for _, element in etree.iterparse(
            BytesIO(data.lstrip()),
            events=("end",),
            recover=True,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        if isinstance(element.tag, str)
    )


def _roots(name: str, kind: str) -> str:
    """An empty feed is a feed."""
    empty = {"urlset": "sitemap", "sitemapindex": "index"}.get(name, "feed")
    return empty if kind == "none" else kind


def _let_go(element: Any) -> None:
    """Free what was read, and the empty shells that it leaves before it."""
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]


def _name(element: Any) -> str:
    return "" if element is None else str(element.tag).rpartition("}")[2].casefold()


def _words(element: Any) -> str | None:
    return _text("".join(element.itertext()))


def _xml_entry(item: Any) -> Entry | None:
    said: dict[str, str] = {}
    links: list[str] = []
    for child in item:
        if not isinstance(child.tag, str):
            continue
        name = _name(child)
        if name == "link":
            links += _link(child)
        elif (words := _words(child)) and name not in said:
            said[name] = words
            if name == "guid" and child.get("isPermaLink", "true") == "true":
                said["permalink"] = words
    url = next(iter(links), None) or said.get("loc") or said.get("permalink") or item.get("about")
    if not url or url.startswith("#"):
        return None
    known = next((said[k] for k in _IDS if k in said), url)
    when = next((said[k] for k in _WHEN if k in said), None)
    return Entry(url[:LONGEST], known, said.get("title"), when)


def _link(child: Any) -> list[str]:
    """RSS writes the address as text; Atom as an attribute, and of several the page's own."""
    if child.get("href"):
        return [child.get("href").strip()] if child.get("rel", "alternate") == "alternate" else []
    words = _words(child)
    return [words] if words else []


def _newest(entries: Iterable[Entry]) -> list[Entry]:
    """Sitemaps have no order: those with the latest date first, as their ISO dates sort."""
    return sorted(entries, key=lambda e: e.published or "", reverse=True)


def _pause(found: dict[str, Any]) -> float | None:
    said = found.get("ttl") or ""
    return float(said) if said.isdecimal() and len(said) < 6 else None
