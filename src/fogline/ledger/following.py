"""What is followed: feeds with their health, and the pages that they named, in order of arrival.

Not part of the record: rows change as feeds are looked at. What comes of a page is a capture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import Any
from urllib.parse import urlsplit

import sqlalchemy as sa
from sqlalchemy import Connection, Table

from fogline.ledger.schema import FEED_ENTRIES, FEEDS
from fogline.model import Entry, Followed, from_dict, to_dict

KEPT = 20_000  # entries remembered of one feed; older ones that need no visit are forgotten
FROM_LIST = ("kind", "title", "minutes", "wanted")

Connect = Callable[[], AbstractContextManager[Connection]]


class Following:
    """The feeds of a ledger; made by `Ledger.following`."""

    def __init__(self, connect: Connect, write: Connect) -> None:
        self._connect, self._write = connect, write

    def follow(self, feeds: Iterable[Followed]) -> None:
        """Take up a list: new feeds are due at once, known ones keep their health, others rest.

        An empty list changes nothing.
        """
        wanted = list(feeds)
        if not wanted:
            return
        with self._write() as connection:
            connection.execute(FEEDS.update().values(wanted=False))
            known = set(connection.execute(sa.select(FEEDS.c.url)).scalars())
            for feed in wanted:
                row = to_dict(feed)
                if feed.url in known:
                    listed = {name: row[name] for name in FROM_LIST}
                    _one(connection, FEEDS, feed.url, listed)
                else:
                    connection.execute(FEEDS.insert(), row | {"host": _host(feed.url)})
                    known.add(feed.url)

    def every(self) -> tuple[Followed, ...]:
        """Return every feed, by address."""
        with self._connect() as connection:
            return _feeds(connection, sa.select(FEEDS).order_by(FEEDS.c.url))

    def wake(self) -> None:
        """Make every feed that is wanted due at once."""
        with self._write() as connection:
            connection.execute(FEEDS.update().where(FEEDS.c.wanted).values(next_due=None))

    def due(self, now: str, beyond: str, limit: int) -> tuple[Followed, ...]:
        """Return feeds whose time has come, the first of each host before any host's second.

        One due later than `beyond` is due too: a clock that was wrong must not silence a feed.
        """
        when = FEEDS.c.next_due
        ready = FEEDS.c.wanted & (when.is_(None) | (when <= now) | (when > beyond))
        order = (sa.func.coalesce(FEEDS.c.next_due, ""), FEEDS.c.url)
        turn = sa.func.row_number().over(partition_by=FEEDS.c.host, order_by=order)
        ranked = sa.select(FEEDS, turn.label("turn")).where(ready).subquery()
        query = sa.select(ranked).order_by(ranked.c.turn, ranked.c.url).limit(limit)
        with self._connect() as connection:
            return _feeds(connection, query)

    def looked_at(self, feed: Followed, entries: Iterable[Entry], *, changed: str) -> int:
        """Record how a feed fared and what it named; return how many entries are new.

        An entry that is known by its id, with another date than before, is visited again at
        `changed`.
        """
        with self._write() as connection:
            new = _noted(connection, feed.url, list(entries), changed)
            row = to_dict(feed) | {"entries": feed.entries + new}
            if new:
                row["last_new"] = feed.last_tried
            _one(connection, FEEDS, feed.url, row)
            if new:
                _forget(connection, feed.url)
        return new

    def entries_due(self, now: str, beyond: str, limit: int) -> tuple[Entry, ...]:
        """Return entries to be visited, the first of each feed before any feed's second."""
        when = FEED_ENTRIES.c.next_check
        wanted = sa.select(FEEDS.c.url).where(FEEDS.c.wanted)
        ready = ((when <= now) | (when > beyond)) & FEED_ENTRIES.c.feed.in_(wanted)
        turn = sa.func.row_number().over(
            partition_by=FEED_ENTRIES.c.feed, order_by=FEED_ENTRIES.c.number
        )
        ranked = sa.select(FEED_ENTRIES, turn.label("turn")).where(ready).subquery()
        query = sa.select(ranked).order_by(ranked.c.turn, ranked.c.number).limit(limit)
        with self._connect() as connection:
            rows = connection.execute(query).mappings()
            return tuple(from_dict(Entry, dict(row)) for row in rows)

    def visited(self, entry: Entry) -> None:
        """Record what came of a visit."""
        at = (FEED_ENTRIES.c.feed == entry.feed) & (FEED_ENTRIES.c.id == entry.id)
        row = to_dict(entry)
        del row["number"]
        with self._write() as connection:
            connection.execute(FEED_ENTRIES.update().where(at).values(row))


def _feeds(connection: Connection, query: Any) -> tuple[Followed, ...]:
    return tuple(from_dict(Followed, dict(row)) for row in connection.execute(query).mappings())


def _one(connection: Connection, table: Table, url: str, row: dict[str, Any]) -> None:
    connection.execute(table.update().where(table.c.url == url).values(row))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()


def _noted(connection: Connection, feed: str, entries: list[Entry], changed: str) -> int:
    known = _known(connection, feed, [e.id for e in entries])
    fresh = {e.id: e for e in reversed(entries) if e.id not in known}
    rows = [to_dict(e) for e in fresh.values()]  # the oldest first: it came first
    for row in rows:
        del row["number"]
    if rows:
        connection.execute(FEED_ENTRIES.insert(), rows)
    for entry in entries:
        if entry.id in known and entry.published and known[entry.id] != entry.published:
            at = (FEED_ENTRIES.c.feed == feed) & (FEED_ENTRIES.c.id == entry.id)
            values = {"published": entry.published, "next_check": changed}
            connection.execute(FEED_ENTRIES.update().where(at).values(values))
    return len(rows)


def _known(connection: Connection, feed: str, ids: list[str]) -> dict[str, str | None]:
    query = sa.select(FEED_ENTRIES.c.id, FEED_ENTRIES.c.published).where(
        FEED_ENTRIES.c.feed == feed, FEED_ENTRIES.c.id.in_(ids)
    )
    return {row.id: row.published for row in connection.execute(query)}


def _forget(connection: Connection, feed: str) -> None:
    own = FEED_ENTRIES.c.feed == feed
    newest = sa.select(FEED_ENTRIES.c.number).where(own).order_by(FEED_ENTRIES.c.number.desc())
    last = connection.execute(newest.offset(KEPT).limit(1)).scalar()
    if last is not None:
        old = own & (FEED_ENTRIES.c.number <= last) & FEED_ENTRIES.c.next_check.is_(None)
        connection.execute(FEED_ENTRIES.delete().where(old))
