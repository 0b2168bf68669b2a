"""`fogline events`: what happened, as claimed: claims of one occurrence together."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query

Contested = Annotated[bool, typer.Option("--contested", help="Only those with an open conflict.")]
Origins = Annotated[
    int,
    typer.Option(
        "--origins", metavar="N", help="Only those with N independent origins or more.", min=0
    ),
]
Newest = Annotated[
    bool, typer.Option("--newest", help="The latest first, not those of the most origins.")
]


def events(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    contested: Contested = False,
    origins: Origins = 0,
    newest: Newest = False,
    ledger: LedgerPath = None,
) -> None:
    """List events: claims of one occurrence, put together.

    Each with its three counts (documents, publishers, independent origins), what contradicts it
    and its Admiralty credibility with the reason.
    """
    from fogline.cli.listing import Asked, list_rows

    def only(row: dict[str, Any]) -> bool:
        is_open = any(conflict["state"] == "open" for conflict in row["contradictions"])
        return row["origins"] >= origins and (is_open or not contested)

    order = _latest if newest else None
    list_rows("events", Asked(query or (), ledger, as_of, clock, format, limit, only, order))


def _latest(row: dict[str, Any]) -> tuple[bool, list[int], str]:
    """Return what puts the latest day first, and what has none last."""
    day = row["when"]["end"] or row["when"]["start"] or ""
    return not day, [-ord(c) for c in day], row["id"]
