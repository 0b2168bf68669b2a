"""`fogline add`: documents into the ledger, once each, and weighed against what is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import (
    AllowPrivate,
    Day,
    LedgerPath,
    Publisher,
    SomeInputs,
    Title,
    settings_with,
    stated_with,
)

if TYPE_CHECKING:
    from fogline.errors import SkipItem
    from fogline.intake.manifest import Listed
    from fogline.model import Capture
    from fogline.settings import Settings


@dataclass(frozen=True, slots=True)
class Given:
    """What a command adds: each with what is stated of it; how many, and where each was listed."""

    items: Iterable[Capture | SkipItem]
    total: int | None = None
    listed: tuple[Listed, ...] = ()

    def placed(self, item: str) -> str:
        """Return an item's name with where it was listed."""
        places = {str(row.path): row.where for row in self.listed}
        where = places.get(item) or places.get(item.rpartition(":")[0])
        return f"{where}: {item}" if where else item


def add(
    inputs: SomeInputs = None,
    ledger: LedgerPath = None,
    date: Day = None,
    publisher: Publisher = None,
    title: Title = None,
    manifest: Annotated[
        Path | None,
        typer.Option(
            "--manifest",
            metavar="LIST",
            help="CSV or TOML list of files: file, date, publisher, title, url.",
        ),
    ] = None,
    allow_private: AllowPrivate = False,
    on_topic: Annotated[
        bool,
        typer.Option(
            "--on-topic", help="Drop pages that at a first look tell of no conflict (archives)."
        ),
    ] = False,
) -> None:
    """Read documents into the ledger, and weigh them.

    The same bytes twice add nothing. What cannot be read is one line on standard error and is
    counted by its reason; the exit status is 1 at the end, and everything else is kept.

    What you state of an input (--date, --publisher, --title, or a row of --manifest) is kept with
    its bytes as stated. What the document says of itself counts before it, and both are told. A
    list with a fault in any row adds nothing; each such row is named. Run again, the same command
    goes on where it was cut off.
    """
    from fogline.cli.filling import fill
    from fogline.ledger import Ledger

    settings = settings_with(ledger=ledger, allow_private=allow_private, on_topic=on_topic)
    if manifest is None:
        given = _given(inputs or [], settings, date, (publisher, title))
    elif inputs or title:
        raise typer.BadParameter("--manifest goes without INPUT and --title: its rows say both")
    else:
        given = _listed(manifest, settings, date, publisher)
    with Ledger.open(settings.ledger) as opened:
        summary = fill(opened, given.items, settings, total=given.total, placed=given.placed)
    typer.echo(f"Ledger: {settings.ledger}")
    if summary.dropped.keys() - {"off-topic"}:
        raise typer.Exit(1)


def _given(
    inputs: list[str], settings: Settings, date: str | None, said: tuple[str | None, str | None]
) -> Given:
    from fogline.intake import captures

    if not inputs:
        raise typer.BadParameter("give an INPUT, or a list of files with --manifest")
    stated = stated_with(inputs, *said)
    return Given(captures(inputs, settings, published=date, stated=stated))


def _listed(path: Path, settings: Settings, date: str | None, publisher: str | None) -> Given:
    from fogline.cli.counted import counted
    from fogline.cli.faults import tell
    from fogline.errors import StopRun
    from fogline.intake import files, manifest

    stated_with([], publisher, None)
    listing = manifest.read(path, published=date, publisher=publisher)
    for fault in listing.faults:
        tell(fault)
    if listing.faults:
        faulty = counted(len(listing.faults), "row")
        remedy = "mend them, or take them out, and run the same command again"
        raise StopRun(f"{path}: {faulty} cannot be used, and nothing was added ({remedy})")
    several = any(files.holds_several(str(row.path)) for row in listing.rows)
    total = None if several else len(listing.rows)
    return Given(manifest.captures(listing.rows, settings), total, listing.rows)
