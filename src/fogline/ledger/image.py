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
ALTERED: Final = "it is not, byte for byte, the file that was sealed, and nothing was added since"
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


def compared(path: Path, sealed: Image) -> Fault | str | None:
    """Compare the file with the one that was sealed at the same head.

    Return None where it is the same, a fault where it is not, and in words why that cannot be told.
    """
    now = image(path)
    if now is None:
        return "the file was not compared: it is being written to"
    if now == sealed:
        return None
    if now.beside not in (sealed.beside, UNREADABLE):
        return "the file is not the one that was sealed: feeds or quarantine were written to since"
    return Fault(None, "file", "", ALTERED)


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
