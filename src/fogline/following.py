"""From what is followed to the ledger: looks, visits and second tries, round by round.

All that must outlast the process stands in the ledger, and a page counts as visited only once it
is recorded, so that a run that was ended at any point goes on where it was.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from importlib.metadata import version
from typing import TYPE_CHECKING

from fogline import pipeline
from fogline.errors import SkipItem
from fogline.intake.stated import handed_in
from fogline.intake.watch import Polled, Visited, Watcher, utc_now
from fogline.model import Capture, Entry, Followed, Quarantined
from fogline.pipeline import Known, Outcome, Summary

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

FEEDS, PAGES, AGAIN = 1000, 500, 100  # looks, visits and second tries of one round
ROUND_SECONDS = 60.0  # after which nothing further begins until what is due is asked for anew
WRONG_CLOCK = timedelta(days=8)  # nothing is ever due later than that from now
WEIGH_SECONDS = 600.0  # at the earliest from one weighing to the next
IDLE_SECONDS = 15.0

Told = Callable[[Outcome, Summary], None]
Looked = Callable[[Followed, int], None]


@dataclass
class Run:
    """One run over what is followed; the calls that say what happens may be left out."""

    ledger: Ledger
    reader: Reader
    settings: Settings
    clock: Callable[[], datetime] = utc_now
    told: Told = lambda *_: None
    looked: Looked = lambda *_: None
    stopped: Callable[[], bool] = lambda: False
    summary: Summary = field(default_factory=Summary)
    rounds: int = 0
    looks: int = 0

    def __post_init__(self) -> None:
        """Make ready to fetch."""
        self._book, self._quarantine = self.ledger.following(), self.ledger.quarantine()
        self._watcher = Watcher(self.settings, clock=self.clock)
        self._open: dict[str | int, list[Entry | Followed]] = {}

    def until_nothing_is_due(self) -> Summary:
        """Run rounds as long as there is something to do now, and weigh."""
        while not self.stopped() and self.round():
            continue
        self._weigh()
        return self.summary

    def without_end(self, wait: Callable[[float], object] = time.sleep) -> Summary:
        """Run rounds until `stopped`, weighing between them."""
        weighed, since = time.monotonic(), 0
        while not self.stopped():
            worked = self.round()
            if self.summary.new > since and time.monotonic() - weighed > WEIGH_SECONDS:
                self._weigh()
                weighed, since = time.monotonic(), self.summary.new
            if not worked:
                wait(IDLE_SECONDS)
        self._weigh()
        return self.summary

    def round(self) -> bool:
        """Do what is due now; False where nothing was."""
        now, beyond = self.clock(), self.clock() + WRONG_CLOCK
        due = self._book.due(_written(now), _written(beyond), FEEDS)
        pages = self._book.entries_due(_written(now), _written(beyond), PAGES)
        again = self._quarantine.due(_written(now), version("fogline"), AGAIN)
        before = self.summary.came_in
        looked = self._take(due, [*pages, *map(_entry, filter(_is_address, again))], again)
        self.rounds += 1
        return bool(looked or self.summary.came_in > before)

    def _take(
        self, due: Iterable[Followed], pages: Iterable[Entry], again: Iterable[Quarantined]
    ) -> int:
        """Do the jobs and add what comes of them; return how many looks and visits there were."""
        done = 0

        def arriving() -> Iterator[Capture | SkipItem]:
            nonlocal done
            yield from (q.capture for q in again if q.capture is not None)
            for found in self._watcher.turns.run(self._watcher.jobs(due, pages), ROUND_SECONDS):
                done += 1
                yield from self._arrived(found)
                if self.stopped():
                    return

        summary = pipeline.take(
            arriving(),
            self.ledger,
            self.reader,
            self.settings,
            progress=self._recorded,
            changed_only=True,
        )
        self.summary = _sum(self.summary, summary)
        return done

    def _arrived(self, found: Polled | Visited) -> Iterator[Capture | SkipItem]:
        """Note what a job brought; what is to be recorded first waits for `_recorded`."""
        if isinstance(found, Polled):
            self.looks += 1
            if found.capture is None:
                new = self._book.looked_at(found.feed, found.entries, changed=self._now())
                self.looked(found.feed, new)
            else:
                self._open.setdefault(found.capture.id, []).append(found.feed)
                yield found.capture
        elif found.found is None:
            self._visited(found.entry)
        else:
            came = self._as_stated(found.entry, found.found)
            key = came.id if isinstance(came, Capture) else id(came)
            self._open.setdefault(key, []).append(found.entry)
            yield came

    def _as_stated(self, entry: Entry, came: Capture | SkipItem) -> Capture | SkipItem:
        """Return what came of a page with what was stated when it was first asked for, if any."""
        known = None if entry.feed else self._quarantine.find(entry.url)
        return handed_in(came, known.published, known.stated) if known else came

    def _recorded(self, outcome: Outcome, so_far: Summary) -> None:
        for done in self._open.pop(_key(outcome), []):
            if isinstance(done, Entry):
                self._visited(done)
            else:
                new = not isinstance(outcome, Known | SkipItem)
                feed = replace(done, last_new=done.last_tried) if new else done
                self._book.looked_at(feed, (), changed=self._now())
                self.looked(feed, int(new))
        self.told(outcome, so_far)

    def _visited(self, entry: Entry) -> None:
        if entry.feed:
            self._book.visited(entry)

    def _now(self) -> str:
        return _written(self.clock())

    def _weigh(self) -> None:
        if self.summary.new:
            pipeline.weigh_new(self.ledger)


def _key(outcome: Outcome) -> str | int:
    if isinstance(outcome, Known):
        return outcome.capture.id
    if isinstance(outcome, SkipItem):
        return outcome.held.id if isinstance(outcome.held, Capture) else id(outcome)
    return outcome.document.id


def _is_address(found: Quarantined) -> bool:
    return found.capture is None and found.item.startswith(("http://", "https://"))


def _entry(found: Quarantined) -> Entry:
    """A page that failed, to be visited again for no feed."""
    return Entry("", found.item, found.item, published=found.published)


def _sum(one: Summary, other: Summary) -> Summary:
    dropped = dict(one.dropped)
    for reason, count in other.dropped.items():
        dropped[reason] = dropped.get(reason, 0) + count
    return replace(
        one,
        came_in=one.came_in + other.came_in,
        new=one.new + other.new,
        already_there=one.already_there + other.already_there,
        claims=one.claims + other.claims,
        dropped=dropped,
        not_taken=one.not_taken + other.not_taken,
    )


def _written(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
