"""A list of what to follow, in OPML or TOML -> `Followed`, checked.

TOML: `[[feed]]` tables with `url` and, as far as wanted, `title`, `kind` (auto, feed, sitemap,
page), `minutes` between two looks and `about`, a note of your own. OPML: outlines with `xmlUrl`.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from fogline.errors import StopRun
from fogline.model import Followed

KINDS = ("auto", "feed", "sitemap", "page")
LARGEST = 5_000_000  # bytes of a list
FASTEST = 1.0  # minutes between two looks at one address
_KNOWN = {"url", "title", "kind", "minutes", "about"}


def read(path: Path) -> tuple[Followed, ...]:
    """Return what a list names, each address once.

    Raises StopRun with the entry that cannot be used.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise StopRun(f"{path}: {error.strerror} (check the path and its permissions)") from None
    if len(data) > LARGEST:
        raise StopRun(f"{path}: more than {LARGEST:,} bytes (split the list)")
    return parse(data, str(path))


def parse(data: bytes, name: str) -> tuple[Followed, ...]:
    """Return what a list's bytes name; raises as `read` does."""
    is_xml = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    rows = _outlines(data, name) if is_xml else _tables(data, name)
    found: dict[str, Followed] = {}
    for number, row in enumerate(rows, 1):
        feed = _followed(row, f"{name}: entry {number}")
        found.setdefault(feed.url, feed)
    if not found:
        raise StopRun(f"{name}: no feeds in the list (name one with `[[feed]]` and its `url`)")
    return tuple(found.values())


def example() -> str:
    """Return the list that comes with Fogline, as TOML: feeds on conflicts, of all sides."""
    return resources.files(__package__).joinpath("conflict-feeds.toml").read_text("utf-8")


def _tables(data: bytes, name: str) -> list[dict[str, Any]]:
    try:
        found = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise StopRun(f"{name}: not valid TOML: {error}") from None
    rows = found.get("feed", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise StopRun(f"{name}: `feed` is no list of tables (write `[[feed]]` above each)")
    return rows


def _outlines(data: bytes, name: str) -> list[dict[str, Any]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise StopRun(f"{name}: not valid OPML: {error}") from None
    return [row for outline in root.iter("outline") if (row := _row(dict(outline.attrib)))]


def _row(given: dict[str, str]) -> dict[str, Any]:
    by_name = {k.lower(): v for k, v in given.items()}
    if "xmlurl" not in by_name:
        return {}
    return {"url": by_name["xmlurl"], "title": by_name.get("title") or by_name.get("text")}


def _followed(row: dict[str, Any], where: str) -> Followed:
    if odd := sorted(row.keys() - _KNOWN):
        raise StopRun(f"{where}: `{odd[0]}` is not known (known are {', '.join(sorted(_KNOWN))})")
    url, kind, minutes = row.get("url"), row.get("kind", "auto"), row.get("minutes", 30)
    if not isinstance(url, str) or not _is_address(url.strip()):
        raise StopRun(f"{where}: `url` is no http:// or https:// address")
    if kind not in KINDS:
        raise StopRun(f"{where}: `kind` is none of {', '.join(KINDS)}")
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not minutes >= FASTEST:
        raise StopRun(f"{where}: `minutes` is less than {FASTEST:g}")
    title = row.get("title")
    title = " ".join(title.split()) if isinstance(title, str) else None
    return Followed(url.strip(), kind, title or None, float(minutes))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False
