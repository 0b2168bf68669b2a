"""`fogline verify`: whether all that the ledger holds is what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.chain import Fault

SHOWN = 20  # faults that are told; the first one matters


def verify(
    ledger: LedgerPath = None,
    head: Annotated[
        list[Path] | None,
        typer.Option(
            "--head", metavar="FILE", help="A head that `fogline seal` wrote; may be repeated."
        ),
    ] = None,
) -> None:
    """Check the ledger against its log.

    Names the first bad entry, whatever byte was changed or row taken out. That the log was cut off
    at its end, or written anew as a whole, shows only against a head that was kept elsewhere. The
    exit status is 1 where anything is wrong.
    """
    from fogline.cli.shown import shown
    from fogline.export.seal import head_of
    from fogline.ledger.verification import verify as verified

    sealed = [head_of(path.read_bytes(), str(path)) for path in head or ()]
    found = verified(settings_with(ledger=ledger).ledger, sealed)
    if not found.faults:
        held = f", and {counted(len(sealed), 'sealed head')} found in it" if sealed else ""
        entries = counted(found.head.entries, "entry", "entries")
        typer.echo(f"{entries}: all as recorded{held}")
        typer.echo(f"Head: {found.head.hash}")
        return
    for number, fault in enumerate(found.faults[:SHOWN]):
        typer.echo(shown(("First bad: " if number == 0 else "Also: ") + _words(fault)))
    if len(found.faults) > SHOWN:
        typer.echo(f"... and {len(found.faults) - SHOWN} more")
    raise typer.Exit(1)


def _words(fault: Fault) -> str:
    """Return `entry 7, document sha256:...: what is wrong`."""
    what = " ".join(word for word in (fault.kind, fault.subject) if word and word != "entry")
    place = [f"entry {fault.seq}"] if fault.seq else []
    return f"{', '.join([*place, *([what] if what else [])])}: {fault.reason}"
