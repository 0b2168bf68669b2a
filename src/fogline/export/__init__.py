"""What the ledger gives out: kinds of rows (`KINDS`) in formats (`FORMATS`)."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.errors import StopRun
from fogline.export.formats import FORMATS
from fogline.export.rows import KINDS, Held

__all__ = ["FORMATS", "KINDS", "Held", "lines"]


def lines(held: Held, kind: str, format: str) -> Iterator[str]:
    """Yield the text of an export, in pieces that end with a line; to be written as UTF-8.

    The same contents give the same text. Raises StopRun for a kind or format not in the tables.
    """
    for value, table in ((kind, KINDS), (format, FORMATS)):
        if value not in table:
            raise StopRun(f"export: there is no {value!r} (there are {', '.join(table)})")
    return FORMATS[format](KINDS[kind].rows(held), KINDS[kind].fields)
