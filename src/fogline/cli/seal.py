"""`fogline seal`: the head of the log, to be kept where the ledger is not."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from fogline.cli.options import AllowPrivate, LedgerPath, settings_with
from fogline.errors import StopRun


def seal(
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to; else standard output.")
    ] = None,
    timestamp: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="Have this RFC 3161 server timestamp it, into FILE.tsr beside it."
        ),
    ] = None,
    ledger: LedgerPath = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Write the head of the ledger's log.

    It is one hash over all that was ever recorded, and the SHA-256 of the ledger's file. Kept
    elsewhere, it shows any later change of the past (`fogline verify --head FILE`). With
    --timestamp a server that you name, and no other, learns the hash of that file, and states when
    it saw it.
    """
    from fogline.export.seal import sealed
    from fogline.ledger import Ledger
    from fogline.ledger.image import image, settle
    from fogline.ledger.log import now

    if timestamp and out is None:
        raise StopRun("seal: a timestamp needs a file to be of (give --out FILE)")
    if out is not None and out.exists():
        raise StopRun(f"{out}: is there already (a head is kept: name another file)")
    settings = settings_with(ledger=ledger, allow_private=allow_private)
    with Ledger.open(settings.ledger, read_only=True) as opened:
        settle(settings.ledger)
        content = sealed(opened.head(), now(), image(settings.ledger))
    if out is None:
        typer.echo(content.decode(), nl=False)
        return
    if timestamp:
        from fogline.intake.timestamp import timestamp as stamped

        answer = stamped(content, timestamp, settings)
        out.with_name(f"{out.name}.tsr").write_bytes(answer.response)
        typer.echo(f"Timestamp: {answer.at}, in {out}.tsr")
    out.write_bytes(content)
    typer.echo(f"Head: {out}")
