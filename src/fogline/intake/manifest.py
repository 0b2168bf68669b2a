"""A list of files with what is stated of each, in CSV or TOML -> rows, checked, then captures.

CSV: the first line names the columns, of which `file` is needed. TOML: `[[document]]` tables with
the same names. A path counts from the list's folder.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from fogline.errors import SkipItem, StopRun, Unreadable
from fogline.intake import dates, files
from fogline.intake.kinds import edges, kind_of
from fogline.intake.stated import handed_in, stated
from fogline.model import Capture, Stated
from fogline.settings import Settings

COLUMNS: Final = ("file", "date", "publisher", "title", "url")
ALIASES: Final = {"published": "date"}  # as a corpus and the demonstration's manifest have it
LARGEST: Final = 20_000_000  # bytes of a list
DELIMITERS: Final = ",;\t"
LISTED: Final = "> TEXT.txt, and list that file"
FORM: Final = "the first line names the columns: file,date,publisher,title,url"
_TABLE: Final = re.compile(r"^[ \t]*\[\[[ \t]*document[ \t]*\]\]", re.MULTILINE)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that a list names: where in the list, and what is stated of it there."""

    where: str
    path: Path
    published: str | None = None
    stated: Stated | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list names, and an error for each row that cannot be used."""

    rows: tuple[Listed, ...]
    faults: tuple[SkipItem, ...]


def read(path: Path, *, published: str | None = None, publisher: str | None = None) -> Listing:
    """Return what a list names; `published` and `publisher` hold where a row leaves them out.

    Raises StopRun where it is no list.
    """
    data = _bytes(path)
    tables = _toml if path.suffix.lower() == ".toml" else _csv
    known: dict[Path, str] = {}
    rows, faults = [], []
    for line, row in tables(data, path):
        where = f"{path}:{line}"
        try:
            given = {"date": published, "publisher": publisher} | _clean(row)
            rows.append(_listed(where, path.parent, given, known))
        except ValueError as error:
            detail, remedy = (*error.args, "")[:2]
            faults.append(Unreadable(where, "bad-row", detail, remedy=remedy))
    if not rows and not faults:
        raise StopRun(f"{path}: it lists nothing ({FORM}; then a line for each file)")
    return Listing(tuple(rows), tuple(faults))


def captures(rows: Iterable[Listed], settings: Settings) -> Iterator[Capture | SkipItem]:
    """Yield the captures of the files that a list names, as `intake.captures` does."""
    for row in rows:
        for item in files.from_path(row.path, settings, row.published):
            yield handed_in(item, row.published, row.stated)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        raise StopRun(f"{path}: {error.strerror} (check the path and its permissions)") from None
    if len(data) > LARGEST:
        raise StopRun(f"{path}: more than {LARGEST:,} bytes (split the list)")
    if kind := kind_of(data):
        raise StopRun(f"{path}: it is {kind.name}, not a list (save it as CSV)")
    return data


def _text(data: bytes, path: Path) -> str:
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        remedy = "save it as UTF-8, or convert it with iconv -f WINDOWS-1252 -t UTF-8"
        raise StopRun(f"{path}: byte {error.start} is not {error.encoding} ({remedy})") from None


def _csv(data: bytes, path: Path) -> Iterator[tuple[int, Row]]:
    """Yield each row with the line on which it begins."""
    text = _text(data, path)
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        names = _columns(next(reader, []), path)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, _row(names, cells)
            line = reader.line_num + 1
    except csv.Error as error:
        raise StopRun(f"{path}:{line}: not valid CSV: {error}") from None


def _columns(cells: list[str], path: Path) -> list[str]:
    names = [ALIASES.get(name := cell.strip().lower(), name) for cell in cells]
    if "file" not in names:
        raise StopRun(f"{path}:1: there is no column `file` ({FORM})")
    for name in names:
        if name not in COLUMNS:
            raise StopRun(f"{path}:1: column {name!r} is not known ({FORM})")
        if names.count(name) > 1:
            raise StopRun(f"{path}:1: there are two columns `{name}` (take one out)")
    return names


def _row(names: list[str], cells: list[str]) -> Row:
    """Return a row by its columns; what stands beyond them is under "", to be told."""
    row: Row = dict(zip(names, cells, strict=False))
    beyond = [cell for cell in cells[len(names) :] if cell.strip()]
    return row | {"": len(cells)} if beyond else row


def _toml(data: bytes, path: Path) -> Iterator[tuple[int, Row]]:
    """Yield each table with the line on which it begins."""
    text = _text(data, path)
    try:
        tables = tomllib.loads(text).get("document", [])
    except (ValueError, RecursionError) as error:
        raise StopRun(f"{path}: not valid TOML: {error}") from None
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise StopRun(f"{path}: `document` is no list of tables (write `[[document]]` above each)")
    lines = [text.count("\n", 0, found.start()) + 1 for found in _TABLE.finditer(text)]
    for number, table in enumerate(tables):
        row = {ALIASES.get(name, name): value for name, value in table.items()}
        yield lines[number] if len(lines) == len(tables) else number + 1, row


def _clean(row: Row) -> dict[str, str | None]:
    """Return the fields that a row has, as text; raises ValueError as below."""
    if "" in row:
        detail = f"it has {row['']} cells, more than there are columns"
        raise ValueError(detail, "put quotation marks around what holds a comma")
    found: dict[str, str | None] = {}
    for name, value in row.items():
        if name not in COLUMNS:
            raise ValueError(f"`{name}` is not known", f"known are {', '.join(COLUMNS)}")
        if isinstance(value, date):
            value = value.isoformat()
        if not isinstance(value, str):
            raise ValueError(f"`{name}` is no text", "write it in quotation marks")
        if value.strip():
            found[name] = value.strip()
    return found


def _listed(where: str, folder: Path, row: dict[str, str | None], known: dict[Path, str]) -> Listed:
    """Return a row, checked; raises ValueError with the reason and the way out."""
    name, published = row.get("file"), row.get("date")
    if name is None:
        raise ValueError("no `file` is named", "name one, or take the line out")
    if published is not None and dates.published(published, "given") is None:
        raise ValueError(f"the date {published!r} cannot be read", "write it as 2016-11-13")
    said = stated(row.get("publisher"), row.get("title"), row.get("url"))
    if said and (said.title or said.url) and files.holds_several(name):
        detail = f"{name} holds several documents, of which none has this title and url"
        raise ValueError(detail, "leave both out; its lines or pages have their own")
    path = folder / name
    _check(path, name, folder)
    first = known.setdefault(path.resolve(), where)
    if first != where:
        raise ValueError(f"{name} is listed already, at {first}", "take one of the two out")
    return Listed(where, path, published, said)


def _check(path: Path, name: str, folder: Path) -> None:
    """Raise ValueError where no file with words in it can be read."""
    if "://" in name:
        remedy = "save the page, and give its address as `url`; or: fogline add ADDRESS"
        raise ValueError(f"{name} is an address, no file", remedy)
    if "\0" in name:
        raise ValueError("the name holds what is no printable character", "rename the file")
    if path.exists() and not path.is_file():
        raise ValueError(f"{name} is a folder, or no file", "list its files, a row each")
    try:
        with path.open("rb") as stream:
            body = edges(stream)
    except FileNotFoundError:
        raise ValueError(f"there is no file {name}", f"paths count from {folder}") from None
    except OSError as error:
        detail = f"{name} cannot be read: {error.strerror}"
        raise ValueError(detail, "check the path and its permissions") from None
    if not body.strip():
        raise ValueError(f"{name} is empty", "give a file with text in it")
    kind = None if files.holds_several(name) else kind_of(body)
    if kind is not None:
        raise ValueError(f"{name} is {kind.name}, not a text", kind.way_out(str(path), LISTED))
