"""Verification: whether all that is recorded is what the log says, and the log what was sealed.

It names the first bad entry. Where the chain itself is broken, what its entries tell of is not
looked at: a broken chain tells nothing.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from json import loads
from pathlib import Path
from typing import Any

from fogline.chain import START, Entry, Fault, Head, digest, hash_of
from fogline.ledger import sums
from fogline.ledger.connection import NO_FILE, stop
from fogline.ledger.stored import BROKEN, File, Found

NOTHING = sums.sealed(sums.EMPTY)
WITH_LOG = "0003"  # the first schema that has a log
SEARCHED = ("documents_search", "claims_search")
NOT_NOW = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN)
GONE = "it is not there"
ALTERED = "it is not what was recorded"
UNKNOWN = "no entry of the log tells of it"


@dataclass(frozen=True, slots=True)
class Verified:
    """How far the log reaches, and what is wrong, the first bad entry first."""

    head: Head
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the log tells: the number of the last entry of each kind about each thing."""

    last: dict[tuple[str, str], int]

    def is_last(self, entry: Entry) -> bool:
        return self.last[entry.kind, entry.subject] == entry.seq

    def taken_down(self, document: str | None) -> bool:
        return ("takedown", document) in self.last


def verify(path: Path | str, sealed: Iterable[Head] = ()) -> Verified:
    """Check a ledger's file against its log, and the log against heads sealed before.

    Raises StopRun where there is no such file, or it is from before ledgers had a log.
    """
    if not Path(path).is_file():
        raise stop(path, *NO_FILE)
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as opened:
        opened.execute("BEGIN")  # one moment, whatever is added meanwhile
        file = File(opened)
        ends = {head.entries: head.hash for head in sealed}
        _check_schema(opened, path)
        head, broken = _chain(file, ends)
        faults = broken or list(_contents(file))
        return Verified(head, (*faults, *_complaints(file), *_search(path)))


def _check_schema(opened: sqlite3.Connection, path: Path | str) -> None:
    try:
        (found,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
    except (*BROKEN, TypeError):
        return  # damaged, or no ledger: what is wrong will be found below
    if str(found) < WITH_LOG:
        raise stop(path, f"its schema {found} is from before the log", "`fogline add` renews it")


def _chain(file: File, ends: dict[int, str]) -> tuple[Head, list[Fault]]:
    """Follow the chain; return its end, and the first entry that is no link of it."""
    head = Head(0, START)
    for entry in file.entries():
        wrong = _link(entry, head, ends)
        if wrong:
            return head, [wrong]
        head = Head(entry.seq, entry.hash)
    if "log" in file.unread:
        return head, [Fault(head.entries + 1, "entry", "", "it cannot be read")]
    missing = [end for end in sorted(ends) if end > head.entries]
    if missing:
        reason = f"{GONE}: the log ends at {head.entries}, and {missing[0]} entries were sealed"
        return head, [Fault(head.entries + 1, "entry", "", reason)]
    return head, []


def _link(entry: Entry, before: Head, ends: dict[int, str]) -> Fault | None:
    due = before.entries + 1
    if entry.seq != due:
        return Fault(due, "entry", "", GONE)
    if entry.previous != before.hash or entry.hash != hash_of(entry):
        return Fault(due, entry.kind, entry.subject, "the entry itself is not what was recorded")
    if ends.get(due, entry.hash) != entry.hash:
        reason = "it is not the entry that was sealed: up to it the log was written anew"
        return Fault(due, entry.kind, entry.subject, reason)
    return None


def _contents(file: File) -> Iterator[Fault]:
    """Yield every entry that tells of what is not there or is not as recorded, then what is there
    and no entry tells of.
    """
    told = _Told({(e.kind, e.subject): e.seq for e in file.entries()})
    found = file.found()
    for entry in file.entries():
        reason = CHECKS.get(entry.kind, _kept)(entry, found, told)
        if reason:
            yield Fault(entry.seq, entry.kind, entry.subject, reason)
    yield from _untold(found, told)


def _capture(entry: Entry, found: Found, told: _Told) -> str | None:
    if told.taken_down(entry.subject):
        return None  # the takedown's own entry says what must be left
    if entry.subject not in found.captures:
        return GONE
    if entry.subject in found.altered:
        return "its bytes are not those that were captured"
    return None if found.captures[entry.subject] == entry.digest else ALTERED


def _document(entry: Entry, found: Found, told: _Told) -> str | None:
    if told.taken_down(entry.subject):
        return "it was taken down and is there" if entry.subject in found.readings else None
    if not told.is_last(entry):
        whole = (entry.subject, entry.digest) in found.former
        return None if whole else "the former reading is not there, or not what was recorded"
    if entry.subject not in found.readings:
        return GONE
    return None if found.readings[entry.subject] == entry.digest else ALTERED


def _judgement(entry: Entry, found: Found, told: _Told) -> str | None:
    if entry.subject not in found.judgements:
        return GONE
    now, before = found.judgements[entry.subject]
    return None if entry.digest == (now if told.is_last(entry) else before) else ALTERED


def _weighing(entry: Entry, found: Found, told: _Told) -> str | None:
    if not told.is_last(entry) or entry.digest in found.weighing:
        return None
    return "origins and events are not those that were derived; `fogline rebuild` derives them anew"


def _takedown(entry: Entry, found: Found, told: _Told) -> str | None:
    if entry.subject not in found.takedowns:
        return "its tombstone is not there"
    kept = _kept(entry, found, told)
    if kept:
        return kept
    content: dict[str, Any] = loads(entry.content or "{}")
    stone = tuple(content[name] for name in ("by", "at", "reason"))
    if stone != found.takedowns[entry.subject]:
        return "its tombstone is not what was recorded"
    whole = found.captures.get(entry.subject) == content["left"] and entry.subject in found.bare
    return None if whole else "what was left of the capture is not what was recorded"


def _kept(entry: Entry, _found: Found, told: _Told) -> str | None:
    """Check an entry that is itself the record."""
    if entry.content is None:
        return None if told.taken_down(entry.document) else "its content is not there"
    content = str(entry.content)  # a damaged file may hold any type anywhere
    whole = digest(content.encode("utf-8", "surrogateescape")) == entry.digest
    return None if whole else ALTERED


CHECKS: dict[str, Callable[[Entry, Found, _Told], str | None]] = {
    "capture": _capture,
    "document": _document,
    "judgement": _judgement,
    "weighing": _weighing,
    "takedown": _takedown,
}


def _untold(found: Found, told: _Told) -> Iterator[Fault]:
    kinds: dict[str, Iterable[str]] = {
        "capture": found.captures,
        "document": found.readings,
        "judgement": found.judgements,
        "takedown": found.takedowns,
        "weighing": () if NOTHING in found.weighing else ("weighing",),
    }
    for kind, things in kinds.items():
        for thing in sorted(map(str, things)):
            if (kind, thing) not in told.last:
                yield Fault(None, kind, thing, UNKNOWN)


def _complaints(file: File) -> Iterator[Fault]:
    """Yield what could not be read, and what the database itself finds wrong."""
    for table, words in file.unread.items():
        yield Fault(None, "database", table, words)
    for words in file.complaints():
        yield Fault(None, "database", "", words)


def _search(path: Path | str) -> Iterator[Fault]:
    """Yield what is wrong with the search index; not looked at where the file may not be written
    to, for SQLite asks for that though it writes nothing.
    """
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=rw", uri=True)) as opened:
        for table in SEARCHED:
            try:
                check = f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"
                opened.execute(check)
            except BROKEN as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF not in NOT_NOW:
                    yield Fault(None, "database", table, f"the search index: {error}")
            finally:
                opened.rollback()
