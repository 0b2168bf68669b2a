"""The actors that the user imported: kept in the data folder, one file a source, until removed.

The files have the lexicon's columns (lexicon/actors/README.md) and the source and its licence in
each row.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from fogline.errors import StopRun
from fogline.settings import from_environment

COLUMNS: Final = (
    "id", "name", "kind", "country", "from", "to", "parent", "allegiance", "predecessor",
    "aliases", "loaded", "ucdp", "wikidata", "note", "source", "licence",
)  # fmt: skip
_NAME: Final = re.compile(r"[a-z0-9][a-z0-9._-]*")


@cache
def kept() -> tuple[dict[str, str], ...]:
    """Return the rows of every source that was imported, sources in name order."""
    return tuple(row for file in _files() for row in _rows(file))


def sources() -> tuple[str, ...]:
    """Return the names of the sources that were imported."""
    return tuple(file.stem for file in _files())


def keep(source: str, rows: Iterable[dict[str, str]]) -> None:
    """Keep a source's rows in place of any that it had; either all of them or none.

    Raises StopRun where the name cannot name a source.
    """
    file = _file(source)
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(".part")
    with half.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, COLUMNS, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    half.replace(file)


def remove(source: str) -> int:
    """Forget a source; return how many rows it had. Raises StopRun where there is none such."""
    file = _file(source)
    if not file.is_file():
        known = ", ".join(sources()) or "none"
        raise StopRun(f"no source of actors is called {source!r} (imported are: {known})")
    count = len(_rows(file))
    file.unlink()
    return count


def _folder() -> Path:
    return from_environment().data / "actors"


def _files() -> list[Path]:
    return sorted(_folder().glob("*.csv"))


def _file(source: str) -> Path:
    if not _NAME.fullmatch(source):
        raise StopRun(f"{source!r} cannot name a source (small letters, digits, points, hyphens)")
    return _folder() / f"{source}.csv"


def _rows(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8", newline="") as opened:
            read = csv.DictReader(opened, strict=True)
            return [{column: row.get(column) or "" for column in COLUMNS} for row in read]
    except (UnicodeDecodeError, csv.Error) as error:
        raise StopRun(
            f"{file}: {error} (import its source again, or `fogline actors remove {file.stem}`)"
        ) from None
