"""Sitemaps and indexes of them -> their addresses, as a stream: they run to fifty thousand."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

LOOKED_AT = 50_000  # items gone through for the newest
ITEMS = {"url": "urlset", "sitemap": "sitemapindex"}  # else it is a picture's address


def read(data: bytes) -> list[tuple[str, str | None]]:
    """Return address and date (ISO 8601) of each item, the newest first; a broken map's as far as
    it goes.

    Sitemaps have no order. No document type is resolved and no entity expanded but XML's own.
    """
    from lxml import etree

    found: list[tuple[str, str | None]] = []
    try:
        for item in _items(data):
            said = {_name(c): _words(c) for c in item if isinstance(c.tag, str)}
            if said.get("loc"):
                found.append((said["loc"], said.get("lastmod") or None))
            _let_go(item)
            if len(found) > LOOKED_AT:
                break
    except (etree.XMLSyntaxError, ValueError):  # what was read before it stays
        pass
    return sorted(found, key=lambda item: item[1] or "", reverse=True)


def _items(data: bytes) -> Iterator[Any]:
    from lxml import etree

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
    ):
        within = ITEMS.get(_name(element))
        if within is not None and within == _name(element.getparent()):
            yield element


def _let_go(element: Any) -> None:
    """Free what was read, and the empty shells that it leaves before it."""
    element.clear()
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]


def _name(element: Any) -> str:
    tag = None if element is None else element.tag
    return tag.rpartition("}")[2].casefold() if isinstance(tag, str) else ""


def _words(element: Any) -> str:
    return "".join(element.itertext()).strip()
