"""Looking places up: by name, by sound, and by spelling, in the index and among imported places."""

from __future__ import annotations

import sqlite3
import weakref
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from rapidfuzz import fuzz, process

from fogline.reading.gazetteer.index import Progress, build, index_path
from fogline.reading.gazetteer.site import Site
from fogline.reading.gazetteer.spelling import name_key, sound_key, unlikeness
from fogline.settings import from_environment

_COLUMNS: Final = (
    "place.id, ref, place.name, lat, lon, place.country, feature, admin, population, radius,"
    " parent, source"
)
_EXACT: Final = (
    f"SELECT {_COLUMNS} FROM name JOIN place ON place.id = name.place WHERE key = ?"
    " ORDER BY population DESC, place.id LIMIT 60"
)
_SIMILAR: Final = (
    f"SELECT {_COLUMNS}, sound.name FROM sound JOIN place ON place.id = sound.place"
    " WHERE sound.country = ? AND key = ?"
)
_OF_COUNTRY: Final = "SELECT place, name FROM sound WHERE country = ? ORDER BY place, name"
_BY_ID: Final = f"SELECT {_COLUMNS} FROM place WHERE id = ?"
_CALLED: Final = f"SELECT {_COLUMNS} FROM place WHERE ref = ? ORDER BY place.id LIMIT 1"
_UNLIKE: Final = 0.45
_NEAR: Final = 80.0


class Gazetteer:
    """Looks up places by name; safe to share within one thread.

    `imported` is the file of imported places, looked at beside the index where it is there.
    """

    def __init__(self, path: Path, imported: Path | None = None) -> None:
        self._files = [_opened(path, immutable=True)]
        if imported is not None and imported.exists():
            self._files.append(_opened(imported, immutable=False))
        for connection in self._files:
            weakref.finalize(self, connection.close)
        self.exact = lru_cache(maxsize=65_536)(self._exact)
        self.similar = lru_cache(maxsize=16_384)(self._similar)
        self.near = lru_cache(maxsize=4_096)(self._near)
        self.called = lru_cache(maxsize=1_024)(self._called)
        self._of_country = lru_cache(maxsize=8)(self._spelt)

    def _exact(self, name: str) -> tuple[Site, ...]:
        """Return the places of a name, whatever its capitals and accents; the largest first."""
        rows = [r for c in self._files for r in c.execute(_EXACT, (name_key(name),))]
        if len(self._files) > 1:
            rows.sort(key=lambda r: (-r[8], r[0]))
        return tuple({row[1]: _site(row) for row in rows}.values())

    def _similar(self, name: str, country: str) -> tuple[Site, ...]:
        """Return a country's places that sound alike and are spelt nearly so, nearest first."""
        found = (country, sound_key(name))
        rows = [r for c in self._files for r in c.execute(_SIMILAR, found)]
        near = sorted((unlikeness(name, r[12]), -r[8], r[0], r[:12]) for r in rows)
        kept = {row[1]: _site(row) for unlike, *_, row in near if unlike <= _UNLIKE}
        return tuple(kept.values())

    def _near(self, name: str, country: str) -> tuple[tuple[Site, float], ...]:
        """Return a country's places spelt nearly as a name, with how alike (0-1), nearest first.

        It compares with every name of the country: some milliseconds. For single questions.
        """
        found: dict[str, tuple[Site, float]] = {}
        for at, connection in enumerate(self._files):
            ids, keys = self._of_country(at, country)
            for _, alike, n in process.extract(
                name_key(name), keys, scorer=fuzz.ratio, limit=8, score_cutoff=_NEAR
            ):
                site = _site(connection.execute(_BY_ID, (ids[n],)).fetchone())
                found.setdefault(site.id, (site, alike / 100))
        return tuple(sorted(found.values(), key=lambda f: (-f[1], -f[0].population, f[0].id)))

    def _called(self, ref: str) -> Site | None:
        """Return the place of an id, None where there is none.

        It goes through all places: some hundredths of a second. For single questions.
        """
        found = (c.execute(_CALLED, (ref,)).fetchone() for c in self._files)
        return next((_site(row) for row in found if row), None)

    def _spelt(self, at: int, country: str) -> tuple[list[int], list[str]]:
        rows = self._files[at].execute(_OF_COUNTRY, (country,)).fetchall()
        return [row[0] for row in rows], [name_key(row[1]) for row in rows]


def _opened(path: Path, *, immutable: bool) -> sqlite3.Connection:
    how = "mode=ro&immutable=1" if immutable else "mode=ro"
    return sqlite3.connect(f"{path.as_uri()}?{how}", uri=True, check_same_thread=False)


def _site(row: tuple[Any, ...]) -> Site:
    _, ref, name, lat, lon, country, feature, admin, population, radius, parent, source = row
    own = ref.startswith(("fogline:", "country:"))
    return Site(
        ref, name, lat, lon, country, feature, admin, population, own, radius, parent, source
    )


@cache
def gazetteer(folder: Path | None = None) -> Gazetteer:
    """Return the gazetteer, building its index first where there is none of the present data.

    Raises StopRun where the index cannot be written.
    """
    return Gazetteer(prepared(folder), from_environment().places)


def prepared(folder: Path | None = None, progress: Progress | None = None) -> Path:
    """Return where the index lies, built first where there is none of the present data.

    `progress(done, total)` is called in between.
    """
    path = index_path(folder)
    if not path.exists():
        build(path, progress)
    return path
