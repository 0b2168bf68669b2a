"""Imported places: a SQLite file of the user's beside the ledger, asked together with the index.

Every place keeps its source, and every source its licence. An import is one transaction: all of a
file or nothing; two at once wait for each other. Removing a source leaves no trace of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from fogline.errors import StopRun
from fogline.reading.gazetteer.dumps import Dump
from fogline.reading.gazetteer.index import (
    INDEXES,
    NAME,
    PLACE,
    SCHEMA,
    SOUND,
    Progress,
    cells_of,
    keys_of,
    sounds_of,
)
from fogline.reading.gazetteer.site import Site

_SOURCES: Final = """
CREATE TABLE source (name TEXT PRIMARY KEY, form TEXT NOT NULL, licence TEXT NOT NULL,
                     file TEXT NOT NULL, digest TEXT NOT NULL, places INTEGER NOT NULL,
                     added TEXT NOT NULL);
CREATE INDEX place_source ON place (source);
CREATE INDEX name_place ON name (place);
CREATE INDEX sound_place ON sound (place);
"""
_STEP: Final = 5_000
_WAIT: Final = 60.0
_FIRST: Final = 2_000_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """Where imported places came from; `added` is UTC, ISO 8601."""

    name: str
    form: str
    licence: str
    file: str
    digest: str
    places: int
    added: str


def sources(path: Path) -> tuple[Source, ...]:
    """Return the sources of a file of imported places, in name order; none without a file."""
    if not path.exists():
        return ()
    with _opened(path) as connection:
        return tuple(Source(*r) for r in connection.execute("SELECT * FROM source ORDER BY name"))


def add(path: Path, source: Source, dump: Dump, progress: Progress | None = None) -> None:
    """Add a dump's places, all or none. Raises StopRun where the source is there already."""
    with _opened(path) as connection, _whole(connection):
        if connection.execute("SELECT 1 FROM source WHERE name = ?", (source.name,)).fetchone():
            raise StopRun(
                f"there is a source called {source.name!r} already"
                f" (`fogline places remove {source.name}` first, or --source another name)"
            )
        (last,) = connection.execute("SELECT max(id) FROM place").fetchone()
        first = (last or _FIRST) + 1
        for at in range(0, len(dump.places), _STEP):
            _insert(connection, first + at, dump.places[at : at + _STEP])
            if progress:
                progress(min(at + _STEP, len(dump.places)), len(dump.places))
        connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                source.name, source.form, source.licence, source.file, source.digest,
                source.places, source.added,
            ),
        )  # fmt: skip


def source_of(dump: Dump, name: str, file: str, licence: str | None = None) -> Source:
    """Return what is kept of where a dump came from; its form's licence unless told."""
    now = datetime.now(UTC).replace(microsecond=0).isoformat()
    count = len(dump.places)
    return Source(name, dump.form, licence or dump.licence, file, dump.digest, count, now)


def remove(path: Path, name: str) -> int:
    """Remove a source with all its places; returns how many. Raises StopRun for an unknown one."""
    if name not in {s.name for s in sources(path)}:
        known = ", ".join(s.name for s in sources(path)) or "none"
        raise StopRun(f"no source is called {name!r} (imported: {known})")
    with _opened(path) as connection, _whole(connection):
        theirs = "(SELECT id FROM place WHERE source = ?)"
        connection.execute(f"DELETE FROM name WHERE place IN {theirs}", (name,))
        connection.execute(f"DELETE FROM sound WHERE place IN {theirs}", (name,))
        removed = connection.execute("DELETE FROM place WHERE source = ?", (name,)).rowcount
        connection.execute("DELETE FROM source WHERE name = ?", (name,))
    with _opened(path) as connection:
        connection.execute("VACUUM")
    return removed


def _insert(
    connection: sqlite3.Connection, first: int, places: tuple[tuple[Site, tuple[str, ...]], ...]
) -> None:
    for at, (site, names) in enumerate(places, first):
        connection.execute(PLACE, (at, *cells_of(site)))
        connection.executemany(NAME, ((key, at) for key in sorted(keys_of(names)) if key))
        connection.executemany(
            SOUND, ((sound, site.country, at, name) for sound, name in sounds_of(names))
        )


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the file of imported places, made when first needed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=_WAIT, isolation_level=None)) as connection:
            _prepare(connection)
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise StopRun(f"{path}: {error} (it holds the imported places)") from error


def _prepare(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA user_version").fetchone()[0]:
        return
    with _whole(connection):
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            for statement in f"{SCHEMA}{INDEXES}{_SOURCES}".split(";"):
                connection.execute(statement)
            connection.execute("PRAGMA user_version = 1")


@contextmanager
def _whole(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of something or nothing, with the file to itself."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
