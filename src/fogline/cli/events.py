"""`fogline events`: what happened, as claimed: claims of one occurrence together."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, AsOf, Clock, Layout, LedgerPath, Query


def events(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    ledger: LedgerPath = None,
) -> None:
    """List events: claims of one occurrence, put together.

    Each with its three counts (documents, publishers, independent origins), what contradicts it
    and its Admiralty credibility with the reason.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("events", Asked(query or (), ledger, as_of, clock, format))
