"""`fogline demo`: the bundled corpus into a ledger of its own, its board, and the desk over it."""

from __future__ import annotations

import tomllib
from typing import Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with
from fogline.cli.serve import HOST, PORT, Host, Port, serve_desk


def demo(
    no_serve: Annotated[
        bool, typer.Option("--no-serve", help="End after the board is printed.")
    ] = False,
    ledger: LedgerPath = None,
    host: Host = HOST,
    port: Port = PORT,
) -> None:
    """Try Fogline on the bundled corpus.

    Fills a ledger with it, prints the board and serves the desk. The documents are written for
    demonstration, under invented outlets' names. Their ledger is demo.sqlite beside the usual
    one unless --ledger names another. What an earlier version of the reader read in it is read
    again.
    """
    from fogline.cli.board_table import print_board
    from fogline.cli.filling import fill, read_again
    from fogline.demo import corpus
    from fogline.desk.board import board
    from fogline.intake import captures
    from fogline.ledger import Ledger
    from fogline.reading.version import version

    usual = settings_with().ledger
    settings = settings_with(ledger=ledger or usual.with_name("demo.sqlite"))
    with Ledger.open(settings.ledger) as opened:
        if opened.read_otherwise(version()):
            typer.echo("Read by another version of the reader: reading it again")
            read_again(opened, settings)
        fill(opened, captures([str(corpus())], settings), settings, total=_documents())
        print_board(board(opened), None, 3)
    typer.echo(f"Ledger: {settings.ledger}")
    if not no_serve:
        serve_desk(settings, host, port)


def _documents() -> int:
    """Return how many documents the bundled corpus lists."""
    from fogline.demo import manifest

    return len(tomllib.loads(manifest().read_text(encoding="utf-8"))["document"])
