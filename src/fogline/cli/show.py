"""`fogline show`: one event or claim whole, with the independent origins behind it by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from fogline.cli.options import PUBLICATION, AsOf, Clock, LedgerPath, known_format, settings_with
from fogline.cli.options import as_of as moment_of
from fogline.errors import StopRun

if TYPE_CHECKING:
    from fogline.conclusions import Still
    from fogline.model import Event

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The id of an event, or of one of its claims; its beginning does.",
        show_default=False,
    ),
]
Layout = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table or json.")]


def show(
    id: Id,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    format: Layout = "table",
    ledger: LedgerPath = None,
) -> None:
    """Show one event whole, and who stands behind it.

    Each claim stands under the independent origin that it counts for. What adds no
    origin of its own (a headline, a comment, one who may be another) stands below.
    """
    from fogline import conclusions
    from fogline.cli.show_table import print_event
    from fogline.ledger import Ledger

    known_format(format, "table", "json")
    path = settings_with(ledger=ledger).ledger
    with Ledger.open(path, read_only=True) as opened, opened.snapshot() as held:
        still = conclusions.still(held, moment_of(as_of, clock))
        event, _ = meant(id, still, str(path))
        if format == "json":
            typer.echo(json.dumps(_row(event, still), ensure_ascii=False, indent=2))
        else:
            print_event(event, still)


def meant(wanted: str, still: Still, where: str) -> tuple[Event, tuple[str, ...]]:
    """Return the one event that an id or its beginning means, and the claims: its own, or the one
    that was meant.
    """
    found = [(e, e.claims) for e in still.events() if e.id.startswith(wanted)]
    found += [(e, (c,)) for e in still.events() for c in e.claims if c.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    many = f"{len(found)} ids begin so" if found else "no such event or claim"
    raise StopRun(f"{wanted}: {many} in {where} (`fogline events` lists them)")


def _row(event: Event, still: Still) -> dict[str, Any]:
    from fogline.export import KINDS

    rows = {row["id"]: row for row in KINDS["claims"].rows(still)}
    behind = still.standing.behind(event)
    counted = {claim for claims in behind.values() for claim in claims}
    row = next(row for row in KINDS["events"].rows(still) if row["id"] == event.id)
    return row | {
        "independent": [{"origin": key, "claims": list(claims)} for key, claims in behind.items()],
        "beside": [claim for claim in event.claims if claim not in counted],
        "told": [rows[claim] for claim in event.claims if claim in rows],
    }
