"""What is fuzzed: each target takes any bytes and may raise only what Fogline raises on purpose."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

from bench import archived
from bench.site import rss
from fogline.errors import FoglineError
from fogline.intake import dump, extract, feeds, files, look, mail, robots, warc, watchlist
from fogline.ledger import Ledger
from fogline.model import Document, Part, Reading, capture_id
from fogline.settings import Settings

PAGES = Path(__file__).resolve().parents[1] / "tests" / "intake" / "pages"
SETTINGS = Settings(fetch_bytes=200_000, page_seconds=5.0)
Target = Callable[[bytes], object]


def feed(data: bytes) -> None:
    """RSS, Atom, JSON Feed and sitemaps."""
    found = feeds.parsed(base64.b64encode(data).decode(), "https://quay.example/feed")
    assert len(found.entries) <= feeds.MOST
    assert all(e.url.startswith(("http://", "https://")) for e in found.entries)


def html(data: bytes) -> None:
    """A page with its thread, live entries and metadata, and the first look at it."""
    text = data.decode("utf-8", "replace")
    look.look(text)
    found = extract.page(text, "https://quay.example/1")
    parents = [c.parent for c in found.comments]
    assert all(p is None or p < n for n, p in enumerate(parents))


def archive(data: bytes) -> None:
    """WARC records and what is taken from them."""
    last = -1
    for found in warc.records(io.BytesIO(data), "a", 100_000):
        if isinstance(found, warc.Record):
            assert found.offset > last
            last = found.offset
    list(files.HOLDERS[".warc"](io.BytesIO(data), "a.warc", SETTINGS, None))
    list(files.HOLDERS[".wacz"](io.BytesIO(data), "a.wacz", SETTINGS, None))


def text(data: bytes) -> None:
    """A page that lost its markup: parts in order, none outside the text."""
    words = data.decode("utf-8", "replace")
    at = 0
    for part in dump.layout(words).parts:
        assert at <= part.start <= part.end <= len(words)
        at = part.start


def letter(data: bytes) -> None:
    """E-mail and saved pages."""
    for page in (True, False):
        mail.letter(base64.b64encode(data).decode(), page=page)


def rules(data: bytes) -> None:
    """robots.txt."""
    found = robots.parse(data.decode("utf-8", "replace"), "Fogline/1")
    found.allows("https://quay.example/a/b?c=d")


def followed(data: bytes) -> None:
    """Lists of feeds."""
    watchlist.parse(data, "list")


def query(data: bytes) -> None:
    """Words that are searched for."""
    _ledger().search(data.decode("utf-8", "surrogateescape"))


TARGETS: dict[str, Target] = {
    "feed": feed,
    "html": html,
    "warc": archive,
    "dump": text,
    "mail": letter,
    "robots": rules,
    "list": followed,
    "query": query,
}


def checked(name: str) -> Target:
    """Return a target that lets pass what is raised on purpose."""
    target = TARGETS[name]

    def run(data: bytes) -> None:
        try:
            target(data)
        except FoglineError:
            return

    return run


@cache
def seeds(name: str) -> tuple[bytes, ...]:
    """Return inputs to begin with."""
    pages = tuple(path.read_bytes() for path in sorted(PAGES.glob("*.html")))
    body = rss(["https://quay.example/1"]).body
    assert isinstance(body, bytes)
    small = archived.page(1)
    return {
        "feed": (body, b'{"items": [{"id": "1", "url": "/1"}]}', b"<feed><entry/></feed>"),
        "html": pages,
        "warc": (archived.archive([small]), archived.archive([small], packed=False)),
        "dump": (b"Title\n\nBy Ada\n\nWords.\n\n3 Comments\n\n1. Tern says:\nYes.\n",),
        "mail": (b"From: a@b.example\nContent-Type: text/html\n\n<p>x", b"Subject: =?utf-8?q?x?="),
        "robots": (b"User-agent: *\nDisallow: /a*b$\nAllow: /\n",),
        "list": (b"[[feed]]\nurl = 'https://a.example'\n", b"<opml><outline xmlUrl='x'/></opml>"),
        "query": (b'port "of Orvelo" OR NEAR(a, b) * ^ -x:y',),
    }[name]


@cache
def _ledger() -> Ledger:
    from fogline.intake import custody

    ledger = Ledger.open(":memory:")
    words = "The port of Orvelo was shelled."
    made = custody.capture(words.encode(), "text/plain", "a")
    parts = (Part("body-1", "body", 0, len(words)),)
    ledger.add(made, Reading(Document(capture_id(made.body), words, parts), (), "fuzz"))
    return ledger
