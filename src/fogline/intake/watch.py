"""Looking at what is followed: feeds for what they name, and the pages that they named.

Both are asked only for what changed since (ETag, Last-Modified), as robots.txt allows. What fails
is a state of the feed or a SkipItem, never an exception.
"""

from __future__ import annotations

import base64
import threading
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar
from urllib.parse import urlsplit

from fogline.errors import Refused, SkipItem, Unreadable
from fogline.intake import cell, dates, feeds, fetch, robots
from fogline.intake.fetch import PAGES, Answer
from fogline.intake.inflate import STEP
from fogline.intake.turns import Turns
from fogline.intake.waits import after_failure, after_success, retry_after
from fogline.model import Capture, Entry, Followed
from fogline.settings import Settings

FEEDS = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9"
FIRST = 50  # pages fetched of a feed that is looked at for the first time; the others are known
MAPS = 3  # sitemaps of an index that are looked at
RECHECKS = (60, 360, 1440, 4320)  # minutes from one visit of a page to the next
ROBOTS_MINUTES, FAILED_MINUTES, HOSTS = 1440, 10, 10_000


@dataclass(frozen=True, slots=True)
class Polled:
    """A feed after a look at it, what it named, and its capture where it is itself a page."""

    feed: Followed
    entries: tuple[Entry, ...] = ()
    capture: Capture | None = None


@dataclass(frozen=True, slots=True)
class Visited:
    """An entry after a visit; `found` is None where the page has not changed."""

    entry: Entry
    found: Capture | SkipItem | None


Done = Polled | Visited
T = TypeVar("T", Followed, Entry)


def utc_now() -> datetime:
    """Return the instant, in UTC."""
    return datetime.now(UTC)


class Watcher:
    """Looks at feeds and pages for one run; safe to use from several threads."""

    def __init__(
        self,
        settings: Settings,
        *,
        clock: Callable[[], datetime] = utc_now,
        dice: Random | None = None,
    ) -> None:
        self._settings, self._clock, self._dice = settings, clock, dice or Random()
        self._robots: dict[str, tuple[datetime, robots.Robots]] = {}
        self._lock = threading.Lock()
        self.turns = Turns[Done](settings.fetchers, settings.host_seconds)

    def jobs(
        self, due: Iterable[Followed], entries: Iterable[Entry]
    ) -> list[tuple[str, Callable[[], Done]]]:
        """Return looks and visits as jobs by host, for `turns.run`."""
        looks = [(_host(f.url), _bound(self.look, f)) for f in due]
        visits = [(_host(e.url), _bound(self.visit, e)) for e in entries]
        return [*looks, *visits]

    def look(self, feed: Followed) -> Polled:
        """Ask a feed for what is new."""
        try:
            answer = self._ask(feed, f"{FEEDS}, {PAGES};q=0.8, */*;q=0.1", cut=True)
            found = Polled(feed) if answer.status == 304 else self._read(feed, answer)
        except SkipItem as skip:
            return Polled(after_failure(feed, skip, self._clock(), self._dice))
        return replace(found, feed=after_success(found.feed, self._clock(), self._dice))

    def visit(self, entry: Entry) -> Visited:
        """Fetch a page that a feed named, where it changed."""
        tried = replace(entry, checks=entry.checks + 1, next_check=None)
        try:
            answer = self._ask(entry, PAGES, cut=False)
            seen = self._seen(tried, answer)
            if answer.status == 304:
                return Visited(seen, None)
            found = fetch.as_capture(entry.url, answer, self._settings, _day(entry.published))
        except SkipItem as skip:
            return Visited(replace(tried, failures=entry.failures + 1), skip)
        same = found.id == entry.capture
        return Visited(replace(seen, capture=found.id), None if same else found)

    def _ask(self, item: Followed | Entry, accept: str, *, cut: bool) -> Answer:
        """Ask for an address unless robots.txt forbids; raises SkipItem for all but 200 and 304."""
        url, host = item.url, _host(item.url)
        rules = self._rules(url)
        if not rules.allows(url):
            raise Refused(url, "robots", "the site's robots.txt does not allow it")
        if rules.delay:
            self.turns.hold(host, rules.delay)
        answer = fetch.get(url, self._settings, asking=_asking(item, accept), cut=cut)
        if answer.status in (429, 503):
            wait = retry_after(answer.headers.get("retry-after"), self._clock())
            self.turns.hold(host, wait)
        if answer.status != 304 or not (item.etag or item.last_modified):
            fetch.check_status(url, answer)
        return answer

    def _rules(self, url: str) -> robots.Robots:
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        now = self._clock()
        with self._lock:
            until, known = self._robots.get(site, (now, robots.NOTHING))
            if until > now and until - now <= timedelta(minutes=ROBOTS_MINUTES):
                return known
        answer = fetch.get(f"{site}/robots.txt", self._settings, cut=True)
        found = robots.of_answer(answer.status, answer.body, self._settings.user_agent)
        minutes = FAILED_MINUTES if found is robots.NOTHING else ROBOTS_MINUTES
        with self._lock:
            if len(self._robots) >= HOSTS:
                self._robots.clear()
            self._robots[site] = (now + timedelta(minutes=minutes), found)
        return found

    def _read(self, feed: Followed, answer: Answer) -> Polled:
        """Tell what an answer is and what it names."""
        marked = _marked(feed, answer)
        if feed.kind == "page":
            return Polled(marked, (), fetch.as_capture(feed.url, answer, self._settings, None))
        found = self._parsed(answer)
        if found.kind == "index":
            found = self._of_index(found)
        if found.kind == "none":
            if feed.kind != "auto":
                raise Unreadable(feed.url, "no-feed", "the answer is no feed")
            marked = replace(marked, kind="page")
            return Polled(marked, (), fetch.as_capture(feed.url, answer, self._settings, None))
        if found.minutes and found.minutes > feed.minutes:
            marked = replace(marked, minutes=min(found.minutes, 1440.0))
        return Polled(
            replace(marked, title=feed.title or found.title), tuple(self._named(feed, found))
        )

    def _parsed(self, answer: Answer) -> feeds.Feed:
        body, cut = _unpacked(answer, self._settings.fetch_bytes)
        given = {"body": base64.b64encode(body).decode(), "url": answer.url, "cut": cut}
        return cell.ask(feeds.Feed, answer.url, "feed", given, self._settings)

    def _of_index(self, index: feeds.Feed) -> feeds.Feed:
        """Look into the newest sitemaps of an index."""
        found: list[feeds.Entry] = []
        for entry in index.entries[:MAPS]:
            answer = fetch.get(entry.url, self._settings, cut=True)
            fetch.check_status(entry.url, answer)
            found += self._parsed(answer).entries
        newest = sorted(found, key=lambda e: e.published or "", reverse=True)
        return feeds.Feed("sitemap", tuple(newest[: feeds.MOST]), index.title, more=True)

    def _named(self, feed: Followed, found: feeds.Feed) -> Iterable[Entry]:
        """The entries as the ledger keeps them; of a new feed, only the first are to be visited."""
        now = _written(self._clock())
        for number, entry in enumerate(found.entries):
            wanted = feed.last_good is not None or number < FIRST
            yield Entry(
                feed.url,
                entry.id,
                entry.url,
                entry.title,
                entry.published,
                next_check=now if wanted else None,
            )

    def _seen(self, entry: Entry, answer: Answer) -> Entry:
        """Note the marks by which a page's change is told, and when it is looked at again."""
        number = entry.checks - 1
        again = None
        if number < len(RECHECKS):
            minutes = RECHECKS[number] * self._dice.uniform(0.9, 1.1)
            again = _written(self._clock() + timedelta(minutes=minutes))
        return replace(
            entry,
            failures=0,
            next_check=again,
            etag=answer.headers.get("etag", entry.etag),
            last_modified=answer.headers.get("last-modified", entry.last_modified),
        )


def _asking(item: Followed | Entry, accept: str) -> dict[str, str]:
    marks = {"If-None-Match": item.etag, "If-Modified-Since": item.last_modified}
    return {"Accept": accept} | {name: mark for name, mark in marks.items() if mark}


def _bound(do: Callable[[T], Done], given: T) -> Callable[[], Done]:
    return lambda: do(given)


def _marked(feed: Followed, answer: Answer) -> Followed:
    headers = answer.headers
    return replace(feed, etag=headers.get("etag"), last_modified=headers.get("last-modified"))


def _unpacked(answer: Answer, cap: int) -> tuple[bytes, bool]:
    """Sitemaps lie packed on many servers (.xml.gz); of one too large, return the beginning."""
    if not answer.body.startswith(b"\x1f\x8b"):
        return answer.body, answer.cut
    unpack, body, rest = zlib.decompressobj(31), bytearray(), answer.body
    try:
        while rest and not unpack.eof and len(body) <= cap:
            body += unpack.decompress(rest, STEP)
            rest = unpack.unconsumed_tail
    except zlib.error:
        return bytes(body), True
    return bytes(body[:cap]), not unpack.eof


def _day(said: str | None) -> str | None:
    found = dates.published(said, "given") if said else None
    return found.earliest if found else None


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
