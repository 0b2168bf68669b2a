"""`fogline takedown`: a capture goes, and who, when and why stays in its place."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.held import held
from fogline.cli.options import LedgerPath, not_blank, settings_with
from fogline.errors import StopRun


def takedown(
    capture: Annotated[
        str,
        typer.Argument(metavar="CAPTURE", help="The capture's id, sha256:...", show_default=False),
    ],
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", callback=not_blank, help="Who takes it down.")
    ],
    reason: Annotated[
        str, typer.Option("--reason", metavar="WORDS", callback=not_blank, help="Why.")
    ],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    ledger: LedgerPath = None,
) -> None:
    """Take a capture out of the ledger, for good.

    Its bytes, its text and all claims read from it go, out of the file too; a tombstone with who,
    when and why stays, and the log still holds. The same bytes do not come in again. Backups and
    evidence that were made before are not touched.
    """
    from fogline import pipeline

    path = settings_with(ledger=ledger).ledger
    with held(path) as opened:
        found = opened.reading(capture)
        claims = counted(len(found.claims) if found else 0, "claim")
        if not yes:
            _ask(f"Take down {capture}, with {claims}, for good?")
        if not opened.take_down(capture, by, reason):
            raise StopRun(f"{capture}: was taken down before (see `fogline export takedowns`)")
        pipeline.weigh(opened)
    typer.echo(f"Taken down: {capture}, with {claims}")


def _ask(question: str) -> None:
    if not sys.stdin.isatty():
        raise StopRun("takedown: there is nobody here to ask (give --yes)")
    if not typer.confirm(question):
        raise typer.Exit(1)
