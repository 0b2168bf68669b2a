"""The lexicon's CSV files as rows: the only place that knows where they lie."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files


def rows(*path: str) -> Iterator[dict[str, str]]:
    """Yield a lexicon file's rows by column name, values stripped; `path` is below `lexicon/`."""
    file = files(__package__).joinpath("lexicon", *path)
    for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines()):
        yield {key: (value or "").strip() for key, value in row.items() if key}


def folder(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of every CSV file in a lexicon folder, files in name order."""
    entries = files(__package__).joinpath("lexicon", name).iterdir()
    for entry in sorted(e.name for e in entries if e.name.endswith(".csv")):
        yield from rows(name, entry)


@cache
def words(name: str, column: str) -> Mapping[str, frozenset[str]]:
    """Return a lexicon file's words by kind; rows of one kind add up. It is parsed once."""
    found: dict[str, set[str]] = {}
    for row in rows(name):
        found.setdefault(row["kind"], set()).update(row[column].split("|"))
    return {kind: frozenset(of_kind) for kind, of_kind in found.items()}


def either(name: str, kind: str, column: str = "word") -> str:
    """Return a pattern of any of a lexicon file's words of a kind, the longest first."""
    longest = sorted(words(name, column)[kind], key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest))})"
