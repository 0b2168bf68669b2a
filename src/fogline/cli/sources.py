"""`fogline sources`: the record of every outlet, author and authority."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def sources(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List sources with their records.

    Forecasts by outcome, Brier score with its interval and count, firm claims corroborated,
    contradicted and corrected, and Admiralty reliability with the reason.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("sources", Asked(query or (), ledger, as_of, clock, format, limit))
