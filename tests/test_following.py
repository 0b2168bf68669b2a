"""Following feeds: only what is new is asked for, politely; nothing is lost at a restart."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bench.site import Answer, Site, html, rss, serving
from fogline import pipeline
from fogline.following import Run
from fogline.intake.watchlist import parse
from fogline.ledger import Ledger
from fogline.model import Followed, Stated
from fogline.settings import Settings
from tests.test_pipeline import Reader

SETTINGS = Settings(allow_private=True, host_seconds=0.0, fetch_seconds=60.0)
WORDS = "The port of Orvelo was shelled on Monday, the harbour master said. Report {}."


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(hosts=3) as site:
        yield site


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite") as opened:
        yield opened


@pytest.fixture
def clock() -> Clock:
    return Clock()


def run(ledger: Ledger, clock: Clock, *urls: str, **options: Any) -> Run:
    """Follow the addresses, do all that is due now, and return the run."""
    ledger.following().follow([Followed(url) for url in urls])
    made = Run(ledger, Reader(), options.pop("settings", SETTINGS), clock, **options)  # type: ignore[arg-type]
    made.until_nothing_is_due()
    return made


def feed_of(ledger: Ledger, url: str) -> Followed:
    return next(f for f in ledger.following().every() if f.url == url)


def publish(site: Site, count: int, host: str = "127.0.0.1") -> str:
    links = [site.url(f"/{host}/{n}", host) for n in reversed(range(count))]
    for n in range(count):
        site.routes[f"/{host}/{n}"] = html(WORDS.format(f"{host} {n}"), ETag=f'"{n}"')
    feed = rss(links)
    site.routes[f"/{host}/feed"] = replace(feed, headers=feed.headers | {"ETag": f'"{count}"'})
    return site.url(f"/{host}/feed", host)


def test_what_a_feed_names_goes_into_the_ledger_once(
    site: Site, ledger: Ledger, clock: Clock
) -> None:
    url = publish(site, 3)
    done = run(ledger, clock, url)
    assert (done.summary.new, ledger.counts()["documents"]) == (3, 3)
    found = feed_of(ledger, url)
    assert (found.kind, found.title, found.entries, found.failures) == ("auto", "The Quay", 3, 0)
    assert found.last_good and found.last_new and (found.next_due or "") > found.last_good
    asked = len(site.asked)
    assert run(ledger, clock, url).rounds == 1 and len(site.asked) == asked
    publish(site, 5)
    clock.later(minutes=40)
    assert run(ledger, clock, url).summary.new == 2
    again = [h for path, h in site.asked[asked:] if path.endswith("/feed")]
    assert [h.get("if-none-match") for h in again] == ['"3"']


def test_an_unchanged_feed_answers_not_modified(site: Site, ledger: Ledger, clock: Clock) -> None:
    url = publish(site, 2)
    run(ledger, clock, url)
    clock.later(minutes=40)
    found = run(ledger, clock, url)
    assert found.summary.came_in == 0
    assert feed_of(ledger, url).last_good == clock.now.isoformat(timespec="seconds")


def test_pages_are_visited_again_and_edits_are_versions(
    site: Site, ledger: Ledger, clock: Clock
) -> None:
    url = publish(site, 1)
    run(ledger, clock, url)
    page = "/127.0.0.1/0"
    clock.later(hours=2)
    assert run(ledger, clock, url).summary.came_in == 0  # 304
    site.routes[page] = html(WORDS.format("127.0.0.1 0") + "<!-- another advertisement -->")
    clock.later(hours=8)
    assert run(ledger, clock, url).summary.already_there == 1  # other bytes, the same words
    site.routes[page] = html(WORDS.format("127.0.0.1 0").replace("shelled", "reopened"))
    clock.later(days=2)
    assert run(ledger, clock, url).summary.new == 1
    versions = ledger.versions(site.url(page))
    assert ["shelled" in d.text for _, d in versions] == [True, False]
    for _ in range(6):
        clock.later(days=9)
        run(ledger, clock, url)
    asked = site.paths().count(page)
    clock.later(days=30)
    run(ledger, clock, url)
    assert site.paths().count(page) == asked == 5  # it is left alone some day


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(status=500), "http-status"),
        (Answer(status=404), "http-status"),
        (Answer(status=304), "http-status"),
        (Answer(b"", headers={"Content-Encoding": "br"}), "unsupported"),
        (Answer(lambda: iter(lambda: time.sleep(0.05) or b"x", None)), "timeout"),
        (Answer(b"short", headers={"Content-Length": "1000"}), "unreachable"),
    ],
)
def test_a_feed_that_fails_says_why_and_is_asked_ever_less(
    site: Site, ledger: Ledger, clock: Clock, answer: Answer, reason: str
) -> None:
    site.routes["/bad"] = answer
    bad, good = site.url("/bad"), publish(site, 2, "127.0.0.2")
    seconds = 1.0 if reason == "timeout" else SETTINGS.fetch_seconds
    settings = SETTINGS.model_copy(update={"fetch_seconds": seconds})
    pauses = []
    for _ in range(3):
        run(ledger, clock, bad, good, settings=settings)
        found = feed_of(ledger, bad)
        assert found.reason == reason and found.last_good is None
        due = datetime.fromisoformat(found.next_due or "")
        pauses.append((due - clock.now).total_seconds())
        clock.now = due + timedelta(seconds=1)
    assert found.failures == 3 and pauses[0] * 1.5 < pauses[1] < pauses[2] / 1.5
    assert feed_of(ledger, good).last_good and ledger.counts()["documents"] == 2
    site.routes["/bad"] = rss([])
    run(ledger, clock, bad)
    found = feed_of(ledger, bad)
    assert (found.failures, found.reason) == (0, None) and found.last_good


def test_retry_after_holds_a_host(site: Site, ledger: Ledger, clock: Clock) -> None:
    site.routes["/busy"] = Answer(status=429, headers={"Retry-After": "3600"})
    urls = [site.url("/busy"), *[site.url(f"/other{n}") for n in range(3)]]
    run(ledger, clock, *urls[:1])
    site.asked.clear()
    made = Run(ledger, Reader(), SETTINGS, clock)  # type: ignore[arg-type]
    ledger.following().follow([Followed(u) for u in urls])
    made._watcher.turns.hold("127.0.0.1", 3600)
    began = time.monotonic()
    assert not made.round() and time.monotonic() - began < 60
    assert site.asked == []


def test_robots_are_obeyed(site: Site, ledger: Ledger, clock: Clock) -> None:
    url = publish(site, 3)
    rules = b"User-agent: fogline\nDisallow: /127.0.0.1/1\n"
    site.routes["/robots.txt"] = Answer(rules)
    done = run(ledger, clock, url)
    assert (done.summary.new, done.summary.dropped) == (2, {"robots": 1})
    assert "/127.0.0.1/1" not in site.paths()
    assert site.paths().count("/robots.txt") == 1
    site.routes["/robots.txt"] = Answer(status=503)
    assert run(ledger, clock, url).summary.came_in == 0
    other = publish(site, 1, "127.0.0.2")
    run(ledger, clock, other)
    assert feed_of(ledger, other).reason == "robots"


def test_sitemaps_and_plain_pages_are_followed(site: Site, ledger: Ledger, clock: Clock) -> None:
    publish(site, 3)
    links = "".join(
        f"<url><loc>{site.url(f'/127.0.0.1/{n}')}</loc><lastmod>2031-11-1{n}</lastmod></url>"
        for n in range(3)
    )
    site.routes["/map.xml"] = Answer(f"<urlset>{links}</urlset>".encode())
    index = f"<sitemapindex><sitemap><loc>{site.url('/map.xml')}</loc></sitemap></sitemapindex>"
    site.routes["/index.xml"] = Answer(index.encode())
    site.routes["/live"] = html("Troops shelled the mill at Orvelo, live.")
    live = site.url("/live")
    done = run(ledger, clock, site.url("/index.xml"), live)
    assert done.summary.new == 4
    assert feed_of(ledger, live).kind == "page"
    site.routes["/live"] = html("Troops left the mill at Orvelo, live.")
    clock.later(minutes=40)
    assert run(ledger, clock, live).summary.new == 1
    assert len(ledger.versions(live)) == 2
    assert feed_of(ledger, live).last_new == feed_of(ledger, live).last_tried


def test_a_run_that_was_cut_off_goes_on_and_loses_nothing(
    site: Site, ledger: Ledger, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = publish(site, 9)
    monkeypatch.setattr(pipeline, "BATCH", 2)
    for stop in range(1, 9, 2):
        seen: list[object] = []

        def told(outcome: object, _: object, stop: int = stop, seen: list[object] = seen) -> None:
            seen.append(outcome)
            if len(seen) == stop:
                raise KeyboardInterrupt

        try:
            run(ledger, clock, url, told=told)
        except KeyboardInterrupt:
            continue
    run(ledger, clock, url)
    assert ledger.counts()["documents"] == 9


def test_a_wrong_clock_silences_nothing(site: Site, ledger: Ledger, clock: Clock) -> None:
    """A run in 2099, then the clock is set right: what is due in 73 years is due now."""
    url = publish(site, 2)
    clock.now = datetime(2099, 12, 31, tzinfo=UTC)
    run(ledger, clock, url)
    clock.now = datetime(1970, 1, 2, tzinfo=UTC)
    publish(site, 4)
    assert run(ledger, clock, url).summary.new == 2
    clock.now = datetime.now(UTC)
    publish(site, 6)
    assert run(ledger, clock, url).summary.new == 2
    numbers = [e.number for e in ledger.following().entries_due("9", "9", 100)]
    assert numbers == sorted(numbers)


def test_dates_of_1970_and_2099_neither_order_nor_lose(
    site: Site, ledger: Ledger, clock: Clock
) -> None:
    items = ""
    for n, day in enumerate(("1970-01-01T00:00:00Z", "2099-12-31T23:59:59Z", "0000-99-99", "")):
        site.routes[f"/{n}"] = html(WORDS.format(n))
        items += (
            f"<entry><id>{n}</id><link href='{site.url(f'/{n}')}'/><updated>{day}</updated></entry>"
        )
    site.routes["/feed"] = Answer(f"<feed>{items}</feed>".encode())
    assert run(ledger, clock, site.url("/feed")).summary.new == 4
    found = {d.url: d.published.earliest for d in ledger.documents()}
    assert found[site.url("/0")] == "1970-01-01" and found[site.url("/1")] == "2099-12-31"


def test_a_feed_of_very_many_delays_no_other(site: Site, ledger: Ledger, clock: Clock) -> None:
    flood = [site.url(f"/flood/{n}") for n in range(2000)]
    for n in range(2000):
        site.routes[f"/flood/{n}"] = html(WORDS.format(f"flood {n}"))
    site.routes["/flood"] = rss(flood)
    small = publish(site, 2, "127.0.0.2")
    ledger.following().follow([Followed(site.url("/flood")), Followed(small)])
    order: list[str] = []
    run(ledger, clock, told=lambda outcome, _: order.append(outcome.document.url))
    assert len(order) == 50 + 2  # of a feed that is new, the first pages
    assert max(n for n, url in enumerate(order) if "127.0.0.2" in url) < 45
    assert feed_of(ledger, site.url("/flood")).entries == 1000


def test_what_failed_is_tried_again_by_its_rule(site: Site, ledger: Ledger, clock: Clock) -> None:
    url = publish(site, 2)
    site.routes["/127.0.0.1/1"] = Answer(status=503)
    done = run(ledger, clock, url)
    assert (done.summary.new, done.summary.dropped) == (1, {"http-status": 1})
    (kept,) = ledger.quarantine().every()
    assert kept.item == site.url("/127.0.0.1/1") and kept.next_try and kept.tries == 1
    publish(site, 2)
    clock.later(minutes=11)
    assert run(ledger, clock, url).summary.new == 1
    assert ledger.quarantine().every() == ()


def test_what_a_list_names_no_more_is_left(site: Site, ledger: Ledger, clock: Clock) -> None:
    one, other = publish(site, 2), publish(site, 2, "127.0.0.2")
    run(ledger, clock, one, other)
    clock.later(hours=2)
    site.asked.clear()
    run(ledger, clock, other)
    assert {path.split("/")[1] for path in site.paths()} - {"robots.txt"} == {"127.0.0.2"}
    assert not feed_of(ledger, one).wanted and feed_of(ledger, one).entries == 2
    assert feed_of(ledger, other).wanted
    run(ledger, clock)  # no list: what was followed last
    assert feed_of(ledger, other).wanted and not feed_of(ledger, one).wanted


def test_a_list_keeps_what_is_known_of_its_feeds(site: Site, ledger: Ledger, clock: Clock) -> None:
    url = publish(site, 1)
    run(ledger, clock, url)
    listed = parse(f"[[feed]]\nurl = '{url}'\ntitle = 'Quay'\nminutes = 5".encode(), "list")
    ledger.following().follow(listed)
    found = feed_of(ledger, url)
    assert (found.title, found.minutes, found.entries) == ("Quay", 5.0, 1)
    assert found.last_good is not None


@pytest.mark.parametrize("by_hand", [True, False], ids=["quarantine --retry", "watch"])
def test_what_was_stated_of_an_address_that_failed_holds_at_the_next_try(
    site: Site, ledger: Ledger, clock: Clock, *, by_hand: bool
) -> None:
    page, said = site.url("/page"), Stated(publisher="The Quay")
    site.routes["/page"] = Answer(status=503)
    pipeline.add([page], ledger, Reader(), SETTINGS, stated=said, published="2031-03-04")  # type: ignore[arg-type]
    (kept,) = ledger.quarantine().every()
    assert (kept.published, kept.stated, kept.capture) == ("2031-03-04", said, None)
    pipeline.again(ledger, Reader(), SETTINGS)  # type: ignore[arg-type]
    (kept,) = ledger.quarantine().every()
    assert (kept.tries, kept.published, kept.stated) == (2, "2031-03-04", said)
    site.routes["/page"] = html(WORDS.format("once more"))
    if by_hand:
        pipeline.again(ledger, Reader(), SETTINGS)  # type: ignore[arg-type]
    else:
        clock.later(days=2)
        run(ledger, clock)
    (found,) = ledger.captures()
    assert (found.published, found.stated) == ("2031-03-04", said)
    assert ledger.quarantine().every() == ()
