"""`fogline verify`: whether all that the ledger holds is what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.chain import Fault, Head
    from fogline.export.seal import Seal

SHOWN = 20  # faults that are told; the first one matters


def verify(
    ledger: LedgerPath = None,
    head: Annotated[
        list[Path] | None,
        typer.Option(
            "--head", metavar="FILE", help="A head that `fogline seal` wrote; may be repeated."
        ),
    ] = None,
    file: Annotated[
        bool,
        typer.Option("--file", help="The ledger's file must be the one sealed, byte for byte."),
    ] = False,
) -> None:
    """Check the ledger against its log.

    Names the first bad entry, whatever byte was changed or row taken out. That the log was cut off
    at its end, or written anew as a whole, shows only against a head that was kept elsewhere. The
    exit status is 1 where anything is wrong.
    """
    from fogline.cli.shown import shown
    from fogline.export.seal import seal_of
    from fogline.ledger.verification import verify as verified

    sealed = [seal_of(path.read_bytes(), str(path)) for path in head or ()]
    path = settings_with(ledger=ledger).ledger
    found = verified(path, [seal.head for seal in sealed])
    faults = [*found.faults, *(_of_file(path, found.head, sealed) if file else ())]
    if not faults:
        held = f", and {counted(len(sealed), 'sealed head')} found in it" if sealed else ""
        entries = counted(found.head.entries, "entry", "entries")
        typer.echo(f"{entries}: all as recorded{held}")
        if file:
            typer.echo("The file is, byte for byte, the one that was sealed")
        typer.echo(f"Head: {found.head.hash}")
        return
    for number, fault in enumerate(faults[:SHOWN]):
        typer.echo(shown(("First bad: " if number == 0 else "Also: ") + _words(fault)))
    if len(faults) > SHOWN:
        typer.echo(f"... and {len(faults) - SHOWN} more")
    raise typer.Exit(1)


def _of_file(path: Path, head: Head, sealed: list[Seal]) -> list[Fault]:
    """Compare the file with the one that was sealed last."""
    from fogline.ledger.image import compared

    last = max(sealed, key=lambda seal: seal.head.entries, default=None)
    if last is None or last.image is None:
        raise StopRun("--file: no head that holds the file's hash (give --head FILE of a new seal)")
    if last.head != head:
        raise StopRun("--file: entries were added since, the file is another one (seal it anew)")
    fault = compared(path, last.image)
    return [fault] if fault else []


def _words(fault: Fault) -> str:
    """Return `entry 7, document sha256:...: what is wrong`."""
    what = " ".join(word for word in (fault.kind, fault.subject) if word and word != "entry")
    place = [f"entry {fault.seq}"] if fault.seq else []
    return f"{', '.join([*place, *([what] if what else [])])}: {fault.reason}"
