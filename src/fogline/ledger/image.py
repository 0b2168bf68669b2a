"""The ledger's file, byte for byte: what a seal holds beside the head of the log.

The log tells of every value that is recorded, but not of the room between them, nor of the indexes
that lead to them. The file as a whole is the same only until the next write, so that this shows
what became of a ledger at rest.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from fogline.chain import Fault, Image, digest_of_lines
from fogline.ledger.schema import FEED_ENTRIES, FEEDS, QUARANTINE
from fogline.ledger.stored import BROKEN

BESIDE: Final = (FEEDS.name, FEED_ENTRIES.name, QUARANTINE.name)
BUSY: Final = "it is being written to, and was not compared"
FARED: Final = (
    "it is another than was sealed: feeds or quarantine, outside the record, were written to"
)
ALTERED: Final = (
    "it is not, byte for byte, the file that was sealed: something was changed in it, or it was "
    "written anew (restore, rebuild)"
)
UNREADABLE: Final = "unreadable"

Stamp = tuple[int, int]


def settle(path: Path) -> None:
    """Have what waits in the write-ahead log written into the file, where that can be done now."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as opened:
            opened.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.Error:  # a medium that cannot be written to, or somebody writes
        return


def image(path: Path) -> Image | None:
    """Return the file as it is; None while writes wait beside it, or where it changes meanwhile."""
    before = _stamp(path)
    if before is None:
        return None
    with path.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    beside = _beside(path)
    return Image(before[1], found, beside) if _stamp(path) == before else None


def compared(path: Path, sealed: Image) -> Fault | None:
    """Compare the file with the one that was sealed, byte for byte; None where it is the same."""
    now = image(path)
    if now == sealed:
        return None
    fared = now is not None and now.beside not in (sealed.beside, UNREADABLE)
    return Fault(None, "file", "", BUSY if now is None else FARED if fared else ALTERED)


def _stamp(path: Path) -> Stamp | None:
    ahead = path.with_name(f"{path.name}-wal")
    if ahead.exists() and ahead.stat().st_size:
        return None
    found = path.stat()
    return found.st_mtime_ns, found.st_size


def _beside(path: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as opened:
            opened.text_factory = bytes
            return digest_of_lines(
                [table, *(repr(value) for value in row)]
                for table in BESIDE
                for row in opened.execute(f"SELECT * FROM {table} NOT INDEXED ORDER BY rowid")
            )
    except BROKEN:
        return UNREADABLE
