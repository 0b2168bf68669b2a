"""`fogline forecasts`: what was said of the future, and what became of it."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def forecasts(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List forecasts and what became of them.

    Each as it was frozen when recorded, with its window, its one origin, its repeats, its outcome
    and the reason.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("forecasts", Asked(query or (), ledger, as_of, clock, format, limit))
