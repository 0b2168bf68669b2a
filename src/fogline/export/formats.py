"""How rows are written: one function a format. A new format is one function and one entry."""

from __future__ import annotations

import csv as comma_separated
import io
import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Row = dict[str, Any]

# JSON allows them raw, but many programs take them for the end of a line.
LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def jsonl(rows: Iterable[Row], fields: tuple[str, ...]) -> Iterator[str]:
    """Yield one JSON object a line, its fields in order."""
    for row in rows:
        yield _json({name: row[name] for name in fields}) + "\n"


def json_array(rows: Iterable[Row], fields: tuple[str, ...]) -> Iterator[str]:
    """Yield one JSON array, an object a line, its fields in order."""
    before = "[\n"
    for row in rows:
        yield before + _json({name: row[name] for name in fields})
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def csv(rows: Iterable[Row], fields: tuple[str, ...]) -> Iterator[str]:
    """Yield a header and one line a row (RFC 4180, but LF); lists and objects are JSON in a cell.

    None is an empty cell. A cell may hold line ends, in quotation marks.
    """
    yield _csv_line(fields)
    for row in rows:
        yield _csv_line([_cell(row[name]) for name in fields])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).translate(LINE_ENDS)


def _cell(value: Any) -> Any:
    return _json(value) if isinstance(value, (list, dict)) else value


def _csv_line(cells: Iterable[Any]) -> str:
    line = io.StringIO()
    comma_separated.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


FORMATS: dict[str, Callable[[Iterable[Row], tuple[str, ...]], Iterator[str]]] = {
    "jsonl": jsonl,
    "json": json_array,
    "csv": csv,
}
