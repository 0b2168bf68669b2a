"""`fogline contradictions`: claims of one event that conflict, and how each conflict went on."""

from __future__ import annotations

from fogline.cli.options import PUBLICATION, SHOWN, AsOf, Clock, Layout, LedgerPath, Limit, Query


def contradictions(
    query: Query = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    limit: Limit = SHOWN,
    ledger: LedgerPath = None,
) -> None:
    """List contradictions between claims of one event.

    By type (polarity, toll, place, time, blame, control) and state: open, corrected, superseded or
    withdrawn.
    """
    from fogline.cli.listing import Asked, list_rows

    list_rows("contradictions", Asked(query or (), ledger, as_of, clock, format, limit))
