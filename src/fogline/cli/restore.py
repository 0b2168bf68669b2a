"""`fogline restore`: a ledger from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with


def restore(
    backup: Annotated[
        Path,
        typer.Argument(
            metavar="FILE", help="A file that `fogline backup` wrote.", show_default=False
        ),
    ],
    replace: Annotated[
        bool, typer.Option("--replace", help="Also where there is a ledger; that one is kept.")
    ] = False,
    ledger: LedgerPath = None,
) -> None:
    """Make the ledger from a backup.

    Its bytes and its log are checked first. Nothing may be using the ledger meanwhile. With
    --replace the one that is there is kept beside the new one, as NAME.replaced-1.
    """
    from fogline.ledger.copies import restore as restored

    path = settings_with(ledger=ledger).ledger
    head = restored(backup, path, replace=replace)
    typer.echo(f"Ledger: {path} ({counted(head.entries, 'entry', 'entries')}, head {head.hash})")
