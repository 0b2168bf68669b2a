"""`fogline board`: conflict zones, latest, in the terminal."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.options import PUBLICATION, AsOf, Clock, LedgerPath, settings_with
from fogline.cli.options import as_of as moment_of


def board(
    ledger: LedgerPath = None,
    zone: Annotated[
        str | None, typer.Option(metavar="ID", help="Show one zone only, by its id.")
    ] = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    top: Annotated[int, typer.Option(min=1, help="How many of each list to show.")] = 5,
) -> None:
    """Print the board: conflict zones, latest.

    For each zone: what is new, what is contested, what is expected or threatened and what became
    of it. The three counts stand side by side: documents, publishers, independent origins; each
    event has its Admiralty credibility with the reason.
    """
    from fogline.cli.board_table import print_board
    from fogline.desk.board import board as board_of
    from fogline.ledger import Ledger

    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        print_board(board_of(opened, at=moment_of(as_of, clock)), zone, top)
