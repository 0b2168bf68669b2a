"""`fogline export`: what the ledger holds, for other programs."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from fogline.cli.options import PUBLICATION, AsOf, Clock, LedgerPath, known_format, settings_with
from fogline.cli.options import as_of as moment_of


def export(
    kind: Annotated[
        str,
        typer.Argument(
            help="What to export: documents, claims, origins, events, forecasts, contradictions, "
            "control, sources, judgements or takedowns."
        ),
    ],
    format: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="jsonl, json or csv.")
    ] = "jsonl",
    ledger: LedgerPath = None,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
) -> None:
    """Print the ledger's rows of one kind.

    They are sorted by id; the same ledger gives the same bytes.
    """
    from fogline import conclusions
    from fogline.export import FORMATS
    from fogline.ledger import Ledger

    known_format(format, *FORMATS)

    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        for piece in conclusions.export(opened, kind, format, moment_of(as_of, clock)):
            sys.stdout.buffer.write(piece.encode())
        sys.stdout.buffer.flush()
