"""Feed floods: a feed of a million items, and thousands of feeds due at once, on loopback."""

from __future__ import annotations

import resource
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.site import Answer, Site, html, rss, serving
from fogline.following import Run
from fogline.ledger import Ledger
from fogline.model import Document, Followed, Reading
from fogline.settings import Settings

HOSTS = 50
WORDS = "The port of {} was shelled on Monday, the harbour master said."


class Reader:
    """Reads nothing, so that only intake is measured."""

    def read(self, document: Document) -> Reading:
        """Return an empty reading."""
        return Reading(document, (), "bench")

    def pipe(self, documents: Any) -> Iterator[Reading]:
        """Return empty readings."""
        return map(self.read, list(documents))


def measure(folder: Path, *, items: int, feeds: int) -> dict[str, float | int]:
    """Follow a feed of `items` beside others, then `feeds` due at once; return what it took."""
    settings = Settings(allow_private=True, host_seconds=0.0, fetchers=16, fetch_seconds=5.0)
    with serving(hosts=HOSTS) as site:
        return _million(folder, site, settings, items) | _many(folder, site, settings, feeds)


def _million(folder: Path, site: Site, settings: Settings, items: int) -> dict[str, float | int]:
    """The delay of a small feed that is due together with one of very many items."""
    site.routes["/flood"] = Answer(lambda: _items(site, items))
    site.routes["/small"] = rss([site.url("/page", "127.0.0.2")])
    site.routes["/page"] = html(WORDS.format("Orvelo"))
    for number in range(50):
        site.routes[f"/flood/{number}"] = html(WORDS.format(number))
    with Ledger.open(folder / "million.sqlite") as ledger:
        urls = (site.url("/flood"), site.url("/small", "127.0.0.2"))
        ledger.following().follow(map(Followed, urls))
        before, seen = _memory(), {}
        began = time.monotonic()
        run = _run(ledger, settings, lambda feed, _: seen.setdefault(feed.url, _since(began)))
        took, grown = _since(began), _memory() - before
        entries = {f.url: f.entries for f in ledger.following().every()}
    return {
        "million_items": items,
        "million_small_feed_seconds": seen[urls[1]],
        "million_flood_feed_seconds": seen[urls[0]],
        "million_entries_kept": entries[urls[0]],
        "million_pages_added": run.summary.new,
        "million_seconds": took,
        "million_memory_grown_mb": grown,
    }


def _items(site: Site, count: int) -> Iterator[bytes]:
    yield b"<rss version='2.0'><channel><title>Flood</title>"
    for begin in range(0, count, 1000):
        yield "".join(
            f"<item><title>Report {n}</title><link>{site.url(f'/flood/{n}')}</link></item>"
            for n in range(begin, min(begin + 1000, count))
        ).encode()


def _many(folder: Path, site: Site, settings: Settings, count: int) -> dict[str, float | int]:
    """Feeds due at once on many hosts, one of them a tarpit: how long until each was looked at."""
    site.routes |= {f"/feed/{n}": rss([]) for n in range(count)}
    site.routes["/tarpit"] = Answer(lambda: iter([b"x", _asleep()]))
    feeds = [Followed(site.url(f"/feed/{n}", f"127.0.0.{n % HOSTS + 1}")) for n in range(count)]
    with Ledger.open(folder / "many.sqlite") as ledger:
        ledger.following().follow([*feeds, Followed(site.url("/tarpit", "127.0.0.3"))])
        delays: list[float] = []
        before, threads = _memory(), threading.active_count()
        began = time.monotonic()
        _run(ledger, settings, lambda *_: delays.append(_since(began)))
        grown = _memory() - before
        good = sum(f.last_good is not None for f in ledger.following().every())
    delays.sort()
    return {
        "many_feeds": count,
        "many_good": good,
        "many_seconds": delays[-2],
        "many_a_second": round(count / delays[-2]),
        "many_median_delay": delays[len(delays) // 2],
        "many_memory_grown_mb": grown,
        "many_threads_left": threading.active_count() - threads,
    }


def _asleep() -> bytes:
    time.sleep(30)
    return b"x"


def _run(ledger: Ledger, settings: Settings, looked: Any) -> Run:
    run = Run(ledger, Reader(), settings, looked=looked)  # type: ignore[arg-type]
    run.until_nothing_is_due()
    return run


def _since(began: float) -> float:
    return round(time.monotonic() - began, 2)


def _memory() -> int:
    """Return the most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
