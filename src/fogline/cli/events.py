"""`fogline events`: what happened, as claimed: claims of one occurrence together."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def events(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List events: claims of one occurrence, put together.

    Each with its three counts (documents, publishers, independent origins), what contradicts it
    and its Admiralty credibility with the reason.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("events", Asked(query or (), ledger, as_of, clock, format, limit))
