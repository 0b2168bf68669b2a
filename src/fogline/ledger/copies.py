"""Copies of a ledger: a backup while it is in use, and a ledger made from one, once it is checked.

A backup is one file, with a note beside it of its SHA-256 and of the head of its log. Both sides
appear in whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from fogline.chain import Head
from fogline.errors import StopRun
from fogline.ledger.connection import NO_FILE, faults, stop
from fogline.ledger.log import now
from fogline.ledger.verification import verify

FORM: Final = "fogline-backup/1"
BESIDE: Final = ("-wal", "-shm")
CHUNK: Final = 1 << 20
FAULTY: Final = "restore another backup"


def backup(ledger: Path, to: Path) -> Head:
    """Copy a ledger as it stands at one moment, whatever is added meanwhile; return its head.

    Raises StopRun where `to` is there already, or the ledger is not what its log says.
    """
    if not ledger.is_file():
        raise stop(ledger, *NO_FILE)
    if to.exists():
        raise StopRun(f"{to}: is there already (name another file)")
    with _appearing(to) as part:
        with faults(ledger):
            _copy(ledger, part)
        found = _whole(part, ledger, "`fogline verify` says more")
        _note_of(to).write_text(_note(part, found), encoding="utf-8")
    return found


def restore(copy: Path, ledger: Path, *, replace: bool = False) -> Head:
    """Make a ledger from a backup that is what its note and its log say; return its head.

    With `replace`, a ledger that is there is kept beside it under another name. Raises StopRun
    where there is one and `replace` is not set, or the backup is damaged.
    """
    if not copy.is_file():
        raise StopRun(f"{copy}: there is no such file (name a file that `fogline backup` wrote)")
    if ledger.exists() and not replace:
        raise StopRun(f"{ledger}: is there already (--replace keeps it under another name)")
    _check_note(copy)
    with _appearing(ledger) as part:
        shutil.copyfile(copy, part)
        found = _whole(part, copy, FAULTY)
        with faults(part), closing(sqlite3.connect(part)) as opened:
            opened.execute("PRAGMA journal_mode = WAL")
        if ledger.exists():
            _set_aside(ledger)
    return found


def _copy(ledger: Path, part: Path) -> None:
    source = f"{ledger.absolute().as_uri()}?mode=ro"
    with (
        closing(sqlite3.connect(source, uri=True)) as opened,
        closing(sqlite3.connect(part)) as copied,
    ):
        opened.backup(copied)
        copied.execute("PRAGMA journal_mode = DELETE")  # one file, that opens on any medium


def _whole(part: Path, named: Path, remedy: str) -> Head:
    """Return the head of a copy; raise StopRun where it is not what its log says."""
    found = verify(part)
    if found.faults:
        first = found.faults[0]
        place = f"entry {first.seq}" if first.seq else first.kind
        raise stop(named, f"{place}: {first.reason}", remedy)
    return found.head


@contextmanager
def _appearing(to: Path) -> Iterator[Path]:
    """Give a path to write to, which becomes `to` at the end, on the disk and in whole."""
    part = to.with_name(f".{to.name}.part")
    to.parent.mkdir(parents=True, exist_ok=True)
    try:
        _remove(part)
        yield part
        _to_disk(part)
        part.replace(to)
        _to_disk(to.parent)
    finally:
        _remove(part)


def _to_disk(path: Path) -> None:
    """Have the system write a file, or the names in a folder, to the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _remove(part: Path) -> None:
    for path in (part, *(Path(f"{part}{end}") for end in BESIDE)):
        with suppress(FileNotFoundError):
            path.unlink()


def _set_aside(ledger: Path) -> None:
    """Give a ledger another name, with what SQLite keeps beside it."""
    number = 1
    while (other := ledger.with_name(f"{ledger.name}.replaced-{number}")).exists():
        number += 1
    for end in ("", *BESIDE):
        with suppress(FileNotFoundError):
            Path(f"{ledger}{end}").rename(f"{other}{end}")


def _note_of(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.json")


def _note(part: Path, head: Head) -> str:
    fields = {"form": FORM, "sha256": _sha256(part), "entries": head.entries, "hash": head.hash}
    return json.dumps(fields | {"at": now()}, indent=1) + "\n"


def _check_note(copy: Path) -> None:
    """Raise StopRun where a backup's bytes are not those that its note tells of."""
    note = _note_of(copy)
    if not note.exists():
        return  # its log is still to be checked
    try:
        fields: Any = json.loads(note.read_bytes())
        whole = fields["form"] == FORM and fields["sha256"] == _sha256(copy)
    except (ValueError, KeyError, TypeError):
        whole = False
    if not whole:
        raise StopRun(f"{copy}: its bytes are not those that {note.name} tells of ({FAULTY})")


def _sha256(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            found.update(piece)
    return found.hexdigest()
