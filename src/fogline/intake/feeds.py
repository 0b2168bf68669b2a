"""RSS, Atom, JSON Feed and sitemaps -> their entries. Runs in the child process: feeds may lie.

RSS and Atom are read by feedparser, which mends what feeds break; of a long one it is given the
first items alone, for it keeps all that it reads. It expands no entity that holds another and loads
nothing. JSON Feed it does not know, nor sitemaps.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import Any
from xml.sax import SAXException

from fogline.errors import Unreadable
from fogline.intake import metadata, sitemaps

MOST = 1000  # entries taken from a feed at one look: what is newest stands first
LONGEST = 2000  # characters of an address, title or id
BROKEN = "the feed is broken before its first item"
NEAR = 100_000  # bytes within which a feed's first element begins

_ROOT = re.compile(rb"(?i)<(?:[\w-]+:)?(rss|feed|rdf|channel|urlset|sitemapindex)[\s>]")
_MAPS = {b"urlset": "sitemap", b"sitemapindex": "index"}
_ITEM = re.compile(rb"(?i)<(?:[\w-]+:)?(?:item|entry)[\s>]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_DECLARED = re.compile(r"\s*<\?xml[^>]*>")
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
    feed = _from_json(data) if _JSON.match(data) else _from_xml(data, url)
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
    clean = _CONTROL.sub("", value.encode("utf-8", "replace").decode())
    return " ".join(clean.split())[:LONGEST] or None


def _from_xml(data: bytes, url: str) -> Feed:
    if data.startswith(_UTF16):
        data = _DECLARED.sub("", data.decode("utf-16", "replace"), count=1).encode()
    root = _ROOT.search(data, 0, NEAR)
    kind = _MAPS.get(root[1].lower(), "feed") if root else "none"
    if kind == "feed":
        return _from_feed(data, url)
    found = sitemaps.read(data) if kind != "none" else []
    entries = (Entry(url[:LONGEST], url[:LONGEST], None, when) for url, when in found[:MOST])
    return Feed(kind, tuple(entries), more=len(found) > MOST)


def _from_feed(data: bytes, url: str) -> Feed:
    beyond = next(islice(_ITEM.finditer(data), MOST, None), None)
    found = _mended(data if beyond is None else data[: beyond.start()], url)
    if not found.entries and isinstance(found.get("bozo_exception"), SAXException):
        raise Unreadable(url, "unparsable", BROKEN)
    entries = tuple(e for item in found.entries[:MOST] if (e := _entry(item)))
    title, minutes = _text(found.feed.get("title")), _pause(found.feed.get("ttl"))
    return Feed("feed", entries, title, beyond is not None, minutes)


def _mended(data: bytes, url: str) -> Any:
    """Read a feed; where feedparser fails, or takes all of it for a title whose end is misspelt,
    once more with its tags in order.
    """
    try:
        found = _parsed(data, url)
        if any("link" in item for item in found.entries) or not _ITEM.search(data):
            return found
    except Exception:  # noqa: BLE001 - of broken feeds it raises what it meets
        pass
    try:
        return _parsed(_in_order(data), url)
    except Exception as error:
        raise Unreadable(url, "unparsable", BROKEN) from error


def _parsed(data: bytes, url: str) -> Any:
    import feedparser

    return feedparser.parse(
        BytesIO(data),  # not the bytes: it would take them for the name of a file
        response_headers={"content-location": url},
        sanitize_html=False,
        resolve_relative_uris=False,
    )


def _in_order(data: bytes) -> bytes:
    from lxml import etree

    mending = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(data, mending)
    return b"" if root is None else bytes(etree.tostring(root))


def _entry(item: dict[str, Any]) -> Entry | None:
    known = _text(dict.get(item, "id"))
    url = _text(dict.get(item, "link")) or known
    if not url:
        return None
    dated = (dict.get(item, key) for key in ("published", "updated", "created"))
    when = next((said for value in dated if (said := _text(value))), None)
    return Entry(url, known or url, _text(dict.get(item, "title")), when)


def _pause(said: Any) -> float | None:
    said = _text(said) or ""
    return float(said) if said.isdecimal() and len(said) < 6 else None
