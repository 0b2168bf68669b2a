"""`fogline add`: documents into the ledger, once each, and weighed against what is there."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.options import (
    AllowPrivate,
    Day,
    Inputs,
    LedgerPath,
    Publisher,
    Title,
    settings_with,
    stated_with,
)


def add(
    inputs: Inputs,
    ledger: LedgerPath = None,
    date: Day = None,
    publisher: Publisher = None,
    title: Title = None,
    allow_private: AllowPrivate = False,
    on_topic: Annotated[
        bool,
        typer.Option(
            "--on-topic", help="Drop pages that at a first look tell of no conflict (archives)."
        ),
    ] = False,
) -> None:
    """Read documents into the ledger, and weigh them.

    The same bytes twice add nothing. What cannot be read is one line on standard error and is
    counted by its reason; the exit status is 1 at the end, and everything else is kept.
    """
    from fogline.cli.filling import fill
    from fogline.intake import captures
    from fogline.ledger import Ledger

    stated = stated_with(inputs, publisher, title)
    settings = settings_with(ledger=ledger, allow_private=allow_private, on_topic=on_topic)
    with Ledger.open(settings.ledger) as opened:
        items = captures(inputs, settings, published=date, stated=stated)
        summary = fill(opened, items, settings)
    typer.echo(f"Ledger: {settings.ledger}")
    if summary.dropped.keys() - {"off-topic"}:
        raise typer.Exit(1)
