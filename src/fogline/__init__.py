"""Fogline: reporting on armed conflict as a ledger of attributed claims.

    import fogline
    found = fogline.read("page.html")
    for claim in found.claims:
        print(claim.event, claim.trigger.text, claim.certainty)

Importing this is light: the language model and the database are loaded when first used.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fogline.errors import FoglineError, SkipItem, StopRun
from fogline.model import Capture, Claim, Document, Event, Reading, capture_id, to_dict

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.reading.reader import Reader
    from fogline.settings import Settings

__all__ = [
    "Claim",
    "Document",
    "Event",
    "FoglineError",
    "Ledger",
    "Reading",
    "Settings",
    "SkipItem",
    "StopRun",
    "read",
    "to_dict",
]

_LATER = {"Ledger": "fogline.ledger", "Settings": "fogline.settings"}


def read(
    source: str | os.PathLike[str],
    *,
    date: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Reading:
    """Return the claims of one document: a path, an http(s) address, or the text itself.

    A string with white space that names no file is taken for the text. `date` (YYYY-MM-DD) is the
    publication day where the document gives none, `publisher` and `title` likewise. Raises SkipItem
    with the reason when it cannot be read, and StopRun when it holds more than one document.
    """
    from fogline.intake.stated import stated
    from fogline.settings import from_environment

    settings = settings or from_environment()
    handed_in = {"published": date, "stated": stated(publisher, title)}
    if isinstance(source, str) and _is_text(source):
        return _read_text(source, handed_in, settings)
    return _read_one(os.fspath(source), handed_in, settings)


def _is_text(source: str) -> bool:
    if source.startswith(("http://", "https://")) and len(source.split()) == 1:
        return False
    if not any(c.isspace() for c in source.strip()):
        return False
    return len(source) > 4096 or "\n" in source or not Path(source).exists()


def _read_text(text: str, handed_in: dict[str, Any], settings: Settings) -> Reading:
    from fogline import intake

    body = text.encode("utf-8", "surrogatepass")
    capture = Capture(capture_id(body), body, "text/plain", "text", **handed_in)
    return _reader(settings).read(intake.document(capture, settings))


def _read_one(source: str, handed_in: dict[str, Any], settings: Settings) -> Reading:
    from fogline import pipeline

    found = pipeline.read([source], _reader(settings), settings, **handed_in)
    first = next(found)
    if isinstance(first, SkipItem):
        raise first
    if next(found, None) is not None:
        raise StopRun(
            f"{source}: holds more than one document (give them one by one, or use "
            "`fogline read --format jsonl`)"
        )
    return first


@cache
def _reader(settings: Settings) -> Reader:
    from fogline import reading

    return reading.load(settings)


def __getattr__(name: str) -> Any:
    """Load what is heavy when it is first asked for."""
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
