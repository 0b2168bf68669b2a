"""`fogline board`: conflict zones, latest, in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with


def board(
    ledger: LedgerPath = None,
    zone: Annotated[
        str | None, typer.Option(metavar="ID", help="Show one zone only, by its id.")
    ] = None,
    top: Annotated[int, typer.Option(min=1, help="How many of each list to show.")] = 5,
) -> None:
    """Print the board: conflict zones, latest.

    For each zone: what is new, what is contested, what is expected or threatened. The three
    counts stand side by side: documents, publishers, independent origins.
    """
    from fogline.cli.board_table import print_board
    from fogline.desk.board import board as board_of
    from fogline.ledger import Ledger

    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        print_board(board_of(opened), zone, top)
