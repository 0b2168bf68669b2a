"""What the ledger gives out: kinds of rows (`KINDS`) in formats (`FORMATS`)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from fogline.errors import StopRun
from fogline.export.formats import FORMATS
from fogline.export.rows import KINDS, Held

__all__ = ["FORMATS", "KINDS", "Held", "lines"]

Row = dict[str, Any]


def lines(
    held: Held, kind: str, format: str, keep: Callable[[Row], bool] | None = None
) -> Iterator[str]:
    """Yield the text of an export, in pieces that end with a line; to be written as UTF-8.

    The same contents give the same text; `keep` says which rows are wanted. Raises StopRun for a
    kind or format not in the tables.
    """
    for value, table in ((kind, KINDS), (format, FORMATS)):
        if value not in table:
            raise StopRun(f"export: there is no {value!r} (there are {', '.join(table)})")
    rows = KINDS[kind].rows(held)
    return FORMATS[format](filter(keep, rows) if keep else rows, KINDS[kind].fields)
