"""`fogline verify`: whether all that the ledger holds is what was recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with

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
    faults, notes = _of_file(path, found.head, sealed)
    faults = [*found.faults, *faults]
    if not faults:
        held = f", and {counted(len(sealed), 'sealed head')} found in it" if sealed else ""
        entries = counted(found.head.entries, "entry", "entries")
        typer.echo(f"{entries}: all as recorded{held}")
        typer.echo(f"Head: {found.head.hash}")
        for note in notes:
            typer.echo(f"Note: {note}")
        return
    for number, fault in enumerate(faults[:SHOWN]):
        typer.echo(shown(("First bad: " if number == 0 else "Also: ") + _words(fault)))
    if len(faults) > SHOWN:
        typer.echo(f"... and {len(faults) - SHOWN} more")
    raise typer.Exit(1)


def _of_file(path: Path, head: Head, sealed: list[Seal]) -> tuple[list[Fault], list[str]]:
    """Compare the file with those that were sealed where the log ends now."""
    from fogline.chain import Fault
    from fogline.ledger.image import compared

    images = {seal.image for seal in sealed if seal.image and seal.head == head}
    found = [compared(path, image) for image in images]
    if images and None in found:
        return [], ["the file is, byte for byte, the one that was sealed"]
    faults = [told for told in found if isinstance(told, Fault)]
    return faults, [told for told in found if isinstance(told, str)]


def _words(fault: Fault) -> str:
    """Return `entry 7, document sha256:...: what is wrong`."""
    what = " ".join(word for word in (fault.kind, fault.subject) if word and word != "entry")
    place = [f"entry {fault.seq}"] if fault.seq else []
    return f"{', '.join([*place, *([what] if what else [])])}: {fault.reason}"
