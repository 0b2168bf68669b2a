"""What a page says of itself in <head>, JSON-LD and marked-up dates; nothing is guessed.

Works on selectolax nodes; nothing heavy is imported here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from fogline.intake import dates

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_AUTHORS = ("author", "dc.creator", "article:author", "parsely-author", "sailthru.author", "byl")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "dcterms.date",
    "dcterms.created",
    "citation_publication_date",
    "sailthru.date",
    "parsely-pub-date",
    "datepublished",
)
_TIMES = (
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.entry-date",
    "time.published",
    "time.entry-published",
    "header time[datetime]",
    "article time[datetime]",
    "abbr.published",
    ".date-header",
)
_BY = (
    "[itemprop=author] [itemprop=name]",
    "[itemprop=author]",
    ".post-author .fn",
    ".entry-author .fn",
)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|$)")
_ARTICLE = re.compile(r"Article|Posting|Report|WebPage|Review|NewsMediaOrganization")
_SUFFIX = re.compile(r"\s+[|–—»·:-]\s+")
LONGEST_NAME = 200  # characters
LONGEST_LD = 500_000  # characters of one JSON-LD block


@dataclass(frozen=True, slots=True)
class Metadata:
    """A page's own account of itself; `published` is as written there."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def metadata(tree: Any, url: str | None) -> Metadata:
    """Read a parsed page's metadata; `url` is the address it came from, where known."""
    metas, linked = _metas(tree), list(_linked_data(tree))
    own = _address(tree, metas, url)
    publisher = _first(metas, _SITES) or _names(linked, "publisher")
    author = _names(linked, "author") or _author(metas) or _marked_author(tree)
    return Metadata(
        title=_title(tree, metas, publisher),
        author=author,
        publisher=publisher,
        published=_published(tree, metas, linked, url or own),
        url=own,
        language=_language(tree),
    )


def whole(base: str | None, href: str) -> str | None:
    """Return a link's http(s) address, made whole by the page's own; None where it has none."""
    try:
        address = urljoin(base or "", href.strip())
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) else None


def without_site(title: str, site: str | None) -> str:
    """Return "Headline" of "Headline | Site" where the last piece is the site's name."""
    pieces = _SUFFIX.split(title)
    if len(pieces) < 2:
        return title
    last, known = _key(pieces[-1]), _key(site or "")
    if known and (last in known or known in last):
        return title[: title.rindex(pieces[-1])].rstrip(" |–—»·:-")
    return title


def _key(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _metas(tree: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        given = node.attributes
        name = given.get("property") or given.get("name") or given.get("itemprop") or ""
        content = " ".join((given.get("content") or "").split())
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[n] for n in names if n in metas), None)


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of the page's JSON-LD that describe an article."""
    for node in tree.css('script[type="application/ld+json"]'):
        source = (node.text() or "").strip()
        if len(source) > LONGEST_LD:
            continue
        try:
            yield from _articles(json.loads(source, strict=False))
        except (ValueError, RecursionError):
            continue


def _articles(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data:
            yield from _articles(item)
    elif isinstance(data, dict):
        kinds = data.get("@type")
        if any(_ARTICLE.search(str(k)) for k in (kinds if isinstance(kinds, list) else [kinds])):
            yield data
        yield from _articles(data.get("@graph"))


def _names(linked: list[dict[str, Any]], key: str) -> str | None:
    for item in linked:
        value = item.get(key)
        parties = value if isinstance(value, list) else [value]
        names = [p.get("name") if isinstance(p, dict) else p for p in parties]
        words = [" ".join(n.split()) for n in names if isinstance(n, str) and n.strip()]
        words = [w for w in words if not w.startswith("http")]
        if words:
            return ", ".join(dict.fromkeys(words))
    return None


def _author(metas: dict[str, str]) -> str | None:
    found = (metas[n] for n in _AUTHORS if n in metas)
    return next((a for a in found if "://" not in a and len(a) <= LONGEST_NAME), None)


def _marked_author(tree: Any) -> str | None:
    """Return whom the page's own text is marked as written by; its comments have other authors."""
    found = (node for selector in _BY for node in tree.css(selector) if not _in_comment(node))
    named = (" ".join((node.text() or "").split()) for node in found)
    return next((n for n in named if n and "://" not in n and len(n) <= LONGEST_NAME), None)


def _in_comment(node: Any) -> bool:
    while node is not None and node.tag not in ("body", "html"):
        given = node.attributes
        said = f"{given.get('class')} {given.get('id')} {given.get('itemtype')}".lower()
        if "comment" in said and node.tag not in ("article", "main"):
            return True
        node = node.parent
    return False


def _title(tree: Any, metas: dict[str, str], publisher: str | None) -> str | None:
    node = tree.css_first("head title")
    title = _first(metas, _TITLES) or (" ".join(node.text().split()) if node else "")
    return without_site(title, publisher) or None


def _published(
    tree: Any, metas: dict[str, str], linked: list[dict[str, Any]], url: str | None
) -> str | None:
    said = [str(item["datePublished"]) for item in linked if item.get("datePublished")]
    said += [metas[n] for n in _DATES if n in metas]
    for selector in _TIMES:
        said += [_instant(node) for node in tree.css(selector)[:1]]
    if url and (found := _IN_ADDRESS.search(url)):
        said.append(f"{found[1]}-{found[2]:0>2}-{found[3]:0>2}")
    return next((s for s in said if s and dates.published(s, "metadata")), None)


def _instant(node: Any) -> str:
    given = node.attributes
    said = given.get("datetime") or given.get("content")
    titled = given.get("title") if node.tag == "abbr" else None
    return (said or titled or node.text() or "").strip()


def _address(tree: Any, metas: dict[str, str], url: str | None) -> str | None:
    node = tree.css_first("link[rel=canonical]")
    said = (node.attributes.get("href") if node else None) or metas.get("og:url")
    return whole(url, said or "") or url


def _language(tree: Any) -> str | None:
    node = tree.css_first("html")
    given = node.attributes if node else {}
    said = (given.get("lang") or given.get("xml:lang") or "").strip()
    return said if re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*", said) else None
