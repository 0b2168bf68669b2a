"""`fogline control`: who held which place when, as claimed."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def control(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List who held each place when, as claimed.

    Where origins disagree every holder stands, marked as contested; none is chosen.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("control", Asked(query or (), ledger, as_of, clock, format, limit))
