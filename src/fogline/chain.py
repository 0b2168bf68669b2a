"""The chain of custody: an entry for each thing recorded, each sealing the one before it.

An entry holds a digest of what it records, not the thing itself, so that a capture that had to be
taken down leaves a chain that still holds. What is hashed, and in which form, never changes: every
entry ever written must come out the same.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

START: Final = "0" * 64  # what the first entry names as the hash of the one before it


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log; hashes and digests are SHA-256 in hex, `at` an ISO 8601 instant, UTC.

    `kind` is capture, document, judgement, forecast, weighing or takedown; `subject` is the id of
    what is recorded and `document` the capture that it goes back to. `content` is canonical JSON
    where the entry itself is the record, None where a table holds it.
    """

    seq: int
    kind: str
    subject: str
    document: str | None
    at: str
    digest: str
    content: str | None
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the log at one moment: how many entries, and the hash of the last."""

    entries: int
    hash: str


@dataclass(frozen=True, slots=True)
class Image:
    """The ledger's file at one moment: its bytes and their SHA-256 in hex.

    `beside` is the digest of what stands in it outside the record (feeds, quarantine) and is
    written to without an entry.
    """

    bytes: int
    sha256: str
    beside: str


@dataclass(frozen=True, slots=True)
class Takedown:
    """What stands in the place of a capture that had to go: who took it down, when and why."""

    capture: str
    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a ledger: at which entry, where it is one's, and in which words."""

    seq: int | None
    kind: str
    subject: str
    reason: str


def canonical(value: Any) -> bytes:
    """Return a plain value as JSON in its one form: keys sorted, no white space, UTF-8.

    Bytes that were no UTF-8 when they were read (`surrogateescape`) come out as they were; what is
    no plain value comes out as something that no plain value does.
    """
    return _CANONICAL.encode(value).encode("utf-8", "surrogateescape")


def _odd(value: Any) -> Any:
    return {"no plain value": repr(value)}


_CANONICAL: Final = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_odd
)


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def digest_of_lines(rows: Iterable[Any]) -> str:
    """Return the SHA-256 of rows as canonical JSON, a line each."""
    found = hashlib.sha256()
    for row in rows:
        found.update(canonical(row) + b"\n")
    return found.hexdigest()


def hash_of(entry: Entry) -> str:
    """Return what an entry's hash must be: over all else that it says, but its content."""
    what = (entry.seq, entry.kind, entry.subject, entry.document, entry.at)
    return digest(canonical([*what, entry.digest, entry.previous]))
