"""`fogline backup`: a copy of the ledger, while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with


def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="Where to.", show_default=False)],
    ledger: LedgerPath = None,
) -> None:
    """Copy the ledger into one file.

    Others may add meanwhile: the copy is of one moment. It is checked against its log, and
    FILE.json beside it has its SHA-256 and its head.
    """
    from fogline.ledger.copies import backup as copied

    head = copied(settings_with(ledger=ledger).ledger, to)
    typer.echo(f"Backup: {to} ({counted(head.entries, 'entry', 'entries')}, head {head.hash})")
