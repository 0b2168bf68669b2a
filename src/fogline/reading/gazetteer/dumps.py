"""Gazetteer files from outside: a GeoNames country dump, an HDX or OpenStreetMap CSV, a plain CSV.

A file is read whole before anything is done with it: each line that cannot be used is a fault with
its number, and a file with faults gives no places.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from fogline.errors import StopRun
from fogline.reading.gazetteer.site import Site
from fogline.reading.tables import rows

_GEONAMES: Final = 19
_POINT: Final = re.compile(r"POINT\s*Z?\s*\(\s*(\S+)\s+([^\s)]+)", re.IGNORECASE)
_LICENCES: Final = {"geonames": "CC BY 4.0", "osm": "ODbL 1.0", "csv": "unstated"}
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of a file, counted from 1, that cannot be used, and why."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Dump:
    """A file's places with all their names, or the faults for which there are none.

    `form` is geonames, osm or csv; `digest` the SHA-256 of the bytes.
    """

    form: str
    licence: str
    digest: str
    places: tuple[tuple[Site, tuple[str, ...]], ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What a file has given so far."""

    source: str
    places: list[tuple[Site, tuple[str, ...]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    seen: dict[str, int] = field(default_factory=dict)


def read_dump(path: Path, source: str, *, encoding: str | None = None) -> Dump:
    """Return a file's places under a source's name.

    Raises StopRun for a file that cannot be opened, or has no columns that could be places.
    """
    data = _bytes(path)
    text, faults = _decoded(data, encoding)
    reading, form = _Reading(source, faults=list(faults)), "csv"
    if not faults:
        form = _read(text, reading, path)
    if not reading.faults and not reading.places:
        reading.faults.append(Fault(1, "no places"))
    places = () if reading.faults else tuple(reading.places)
    digest = hashlib.sha256(data).hexdigest()
    return Dump(form, _LICENCES[form], digest, places, tuple(reading.faults))


def _bytes(path: Path) -> bytes:
    try:
        if not zipfile.is_zipfile(path):
            return path.read_bytes()
        with zipfile.ZipFile(path) as archive:
            tables = [
                i for i in archive.infolist() if i.filename.endswith((".txt", ".csv", ".tsv"))
            ]
            return archive.read(max(tables, key=lambda i: i.file_size)) if tables else b""
    except (OSError, zipfile.BadZipFile) as error:
        raise StopRun(f"{path}: {getattr(error, 'strerror', None) or error}") from error


def _decoded(data: bytes, encoding: str | None) -> tuple[str, tuple[Fault, ...]]:
    """Return the text, or the lines that are not in the encoding: UTF-8 unless marked or told."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding or marked), ()
    except LookupError:
        raise StopRun(f"there is no encoding called {encoding!r}") from None
    except UnicodeDecodeError:
        return "", tuple(_undecodable(data, encoding or marked))


def _undecodable(data: bytes, encoding: str) -> Iterator[Fault]:
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            line.decode(encoding)
        except UnicodeDecodeError as error:
            byte = line[error.start : error.start + 1].hex()
            yield Fault(number, f"not {encoding}: byte 0x{byte} (--encoding names another)")


def _read(text: str, reading: _Reading, path: Path) -> str:
    """Read a file's lines into places and faults; returns its form."""
    first = text.split("\n", 1)[0]
    if first.count("\t") >= _GEONAMES - 5 and first.split("\t")[0].isdigit():
        _read_geonames(text, reading)
        return "geonames"
    delimiter = max(",;\t|", key=first.count)
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return _read_table(table, reading, path)


# --- GeoNames ------------------------------------------------------------------------------------


def _read_geonames(text: str, reading: _Reading) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != _GEONAMES:
            reading.faults.append(Fault(number, f"{len(cells)} columns, not {_GEONAMES}"))
            continue
        _add(reading, number, _of_geonames(cells))


def _of_geonames(cells: Sequence[str]) -> dict[str, str]:
    return {
        "id": f"geonames:{cells[0]}" if cells[0].isdigit() else "", "name": cells[1],
        "names": "|".join((cells[2], *cells[3].split(","))), "lat": cells[4], "lon": cells[5],
        "kind": cells[7] if cells[7] in _features() else _class_of(cells[6], cells[7]),
        "country": cells[8], "admin": cells[10], "population": cells[14],
    }  # fmt: skip


def _class_of(kind: str, code: str) -> str:
    return "PPL" if code.startswith("PPL") else kind


@cache
def _features() -> frozenset[str]:
    return frozenset(r["feature"] for r in rows("place-words", "features.csv"))


@cache
def _kinds() -> dict[str, str]:
    return {r["word"].lower(): r["feature"] for r in rows("place-words", "kinds.csv")}


# --- tables with a head --------------------------------------------------------------------------


def _read_table(table: Iterator[list[str]], reading: _Reading, path: Path) -> str:
    head = next(table, [])
    columns = _columns(head)
    if "name" not in columns or not ({"lat", "lon"} <= columns.keys() or "geometry" in columns):
        given = ", ".join(head)[:200]
        raise StopRun(f"{path}: line 1 names no columns for name, lat and lon (it has: {given})")
    for number, cells in _numbered(table, reading):
        if len(cells) != len(head):
            reading.faults.append(Fault(number, f"{len(cells)} columns, not {len(head)}"))
            continue
        _add(reading, number, _of_table(cells, columns))
    return "osm" if "osm_id" in {h.strip().lower() for h in head} else "csv"


def _numbered(table: Iterator[list[str]], reading: _Reading) -> Iterator[tuple[int, list[str]]]:
    """Yield the table's rows that are not empty, each with its line."""
    number = 1
    while True:
        number = getattr(table, "line_num", number) + 1
        try:
            cells = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            reading.faults.append(Fault(number, str(error)))
            return
        if any(c.strip() for c in cells):
            yield number, cells


@cache
def _known_columns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (r["column"], tuple(r["names"].split("|"))) for r in rows("place-words", "columns.csv")
    )


def _columns(head: list[str]) -> dict[str, int]:
    """Return where each column that we know stands; of several the one listed first."""
    given = {name.strip().lower(): at for at, name in reversed(list(enumerate(head)))}
    found = {}
    for column, names in _known_columns():
        if at := [given[n] for n in names if n in given]:
            found[column] = at[0]
    return found


def _of_table(cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    row = {column: cells[at].strip() for column, at in columns.items()}
    if point := _POINT.search(row.get("geometry", "")):
        row = {"lon": point[1], "lat": point[2]} | {k: v for k, v in row.items() if v}
    return row


# --- one place -----------------------------------------------------------------------------------


def _add(reading: _Reading, number: int, row: dict[str, str]) -> None:
    """Keep a row as a place, or what is wrong with it as a fault."""
    wrong = _wrong(row) or _repeated(row, number, reading)
    if wrong:
        reading.faults.append(Fault(number, wrong))
        return
    key = row.get("id") or f"{row['name']}/{row['lat']}/{row['lon']}"
    kind = row.get("kind", "")
    site = Site(
        key if ":" in key else f"{reading.source}:{key}", row["name"].strip(), float(row["lat"]),
        float(row["lon"]), row.get("country", "").upper()[:2] or None,
        kind if kind in _features() else _kinds().get(kind.lower(), "PPL"), row.get("admin", ""),
        _whole(row.get("population")), radius=_radius(row.get("radius")),
        parent=row.get("parent", ""), source=reading.source,
    )  # fmt: skip
    names = (n.strip() for n in re.split(r"[|;]", row.get("names", "")))
    reading.places.append((site, (site.name, *(n for n in names if n))))


def _wrong(row: dict[str, str]) -> str | None:
    if not row.get("name", "").strip():
        return "no name"
    for column, most in (("lat", 90.0), ("lon", 180.0)):
        said = row.get(column, "")
        try:
            degrees = float(said)
        except ValueError:
            return f"{column} {said!r} is no number"
        if not -most <= degrees <= most:
            return f"{column} {said} is out of range"
    return None


def _repeated(row: dict[str, str], number: int, reading: _Reading) -> str | None:
    if not row.get("id"):
        return None
    first = reading.seen.setdefault(row["id"], number)
    return None if first == number else f"id {row['id']} stands in line {first} too"


def _whole(said: str | None) -> int:
    digits = (said or "").replace(",", "").partition(".")[0]
    return int(digits) if digits.isdigit() else 0


def _radius(said: str | None) -> float | None:
    try:
        return max(0.0, float(said)) if said else None
    except ValueError:
        return None
