"""`fogline read`: documents in, their claims out, nothing kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from fogline.cli.faults import tell
from fogline.cli.foreign import tell_of_language
from fogline.cli.options import (
    AllowPrivate,
    Day,
    Explain,
    Inputs,
    Publisher,
    Title,
    settings_with,
    stated_with,
)
from fogline.cli.progress import index_ready
from fogline.cli.statements import Statements
from fogline.errors import SkipItem

if TYPE_CHECKING:
    from fogline.model import Claim, Reading
    from fogline.reading.explaining import Why
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

SCHEMA = "fogline/claims/1"
EXPLAINED = "fogline/why/1"


class Format(StrEnum):
    """How `read` prints what it found."""

    table = "table"
    json = "json"
    jsonl = "jsonl"
    html = "html"


def read(
    inputs: Inputs,
    format: Annotated[Format, typer.Option(help="How to print the claims.")] = Format.table,
    date: Day = None,
    publisher: Publisher = None,
    title: Title = None,
    allow_private: AllowPrivate = False,
    explain: Explain = None,
) -> None:
    """Print the claims of documents; keep nothing.

    Claims say who says that what happened, where and when, and how surely. A document that
    cannot be read is one line on standard error; the others are still read, and the exit
    status is 1 at the end. `--format json` prints one object for a single document and one a
    line for several; `jsonl` always lines, in input order. Offsets count code points. `html` is
    one page for all, with every claim marked in its text, that needs nothing beside itself.

    `--explain` takes a claim's number in the table, its id, or how that begins, and prints for
    each slot the rule or model that filled it, the words, and what was ruled out.
    """
    if explain is not None and format is Format.html:
        raise typer.BadParameter("--explain is printed as a table, json or jsonl")
    stated = stated_with(inputs, publisher, title)
    settings = settings_with(allow_private=allow_private)
    if not any(map(_may_be_there, inputs)):
        _refuse(inputs, settings)
    from rich.console import Console

    from fogline import pipeline, reading

    skipped: list[SkipItem] = []
    index_ready()
    with Console(stderr=True).status("Reading ...") as waiting:
        reader = reading.load(settings)
        found = pipeline.read(inputs, reader, settings, published=date, stated=stated)
        readings = _told(found, skipped, waiting.stop)
        if explain is None:
            _PRINT[format](readings)
        else:
            _explain(explain, readings, reader, format)
    if skipped:
        raise typer.Exit(1)


def _may_be_there(given: str) -> bool:
    return given == "-" or "://" in given or Path(given).exists()


def _refuse(inputs: list[str], settings: Settings) -> NoReturn:
    """Say of inputs of which none is there why, without the seconds that a model takes to load."""
    from fogline.intake import captures

    for item in captures(inputs, settings):
        if isinstance(item, SkipItem):
            tell(item)
    raise typer.Exit(1)


def _told(
    found: Iterator[Reading | SkipItem], skipped: list[SkipItem], arrived: Callable[[], None]
) -> Iterator[Reading]:
    """Pass readings on; tell of each skipped item when it comes, and remember it."""
    said = Statements()
    for item in found:
        arrived()
        if isinstance(item, SkipItem):
            skipped.append(item)
            tell(item)
        else:
            tell_of_language(item)
            said.of(item)
            yield item


def contract(reading: Reading) -> dict[str, object]:
    """Return a reading as the public contract's object, docs/claims.schema.json."""
    from fogline.model import to_dict

    return {
        "schema": SCHEMA,
        "document": to_dict(reading.document),
        "claims": to_dict(reading.claims),
    }


def _table(readings: Iterator[Reading]) -> None:
    from fogline.cli.reading_table import print_reading

    for reading in readings:
        print_reading(reading)


def _json(readings: Iterator[Reading]) -> None:
    """Print a single object over several lines; from the second document on, one a line."""
    first = next(readings, None)
    second = next(readings, None)
    if first is None:
        return
    if second is None:
        _write(json.dumps(contract(first), ensure_ascii=False, indent=2))
        return
    _jsonl(chain((first, second), readings))


def _jsonl(readings: Iterator[Reading]) -> None:
    for reading in readings:
        _write(json.dumps(contract(reading), ensure_ascii=False))


def _write(line: str) -> None:
    """Write one line as UTF-8 at once; half a surrogate pair stays the escape that it was."""
    safe = line.encode("utf-8", "backslashreplace").decode()
    sys.stdout.buffer.write(safe.encode() + b"\n")
    sys.stdout.buffer.flush()


def _html(readings: Iterator[Reading]) -> None:
    from fogline.desk.wording import rests_on_nobody, summary
    from fogline.export.page import page

    for piece in page(readings, lambda claim: summary(claim).line, rests_on_nobody):
        _write(piece)


def _explain(wanted: str, readings: Iterator[Reading], reader: Reader, format: Format) -> None:
    from fogline.cli.why_table import print_whys
    from fogline.reading.explaining import explain, find

    reading, claim = find(readings, wanted)
    whys = explain(claim, reading, reader)
    if format is Format.table:
        print_whys(claim, whys)
        return
    _write(json.dumps(_explained(reading, claim, whys), ensure_ascii=False, indent=_INDENT[format]))


def _explained(reading: Reading, claim: Claim, whys: tuple[Why, ...]) -> dict[str, object]:
    from fogline.model import to_dict

    return {
        "schema": EXPLAINED,
        "document": reading.document.id,
        "reader": reading.reader,
        "claim": to_dict(claim),
        "why": to_dict(whys),
    }


_INDENT = {Format.json: 2, Format.jsonl: None}
_PRINT = {Format.table: _table, Format.json: _json, Format.jsonl: _jsonl, Format.html: _html}
