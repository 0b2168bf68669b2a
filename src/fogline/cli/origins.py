"""`fogline origins`: where reports enter, and who copies them."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def origins(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List origins: where reports enter.

    Each with the documents that copy, excerpt or cite its root, and the evidence for it.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("origins", Asked(query or (), ledger, as_of, clock, format, limit))
