"""`fogline compare`: why two claims are one event, or two."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.options import PUBLICATION, AsOf, Clock, LedgerPath, settings_with
from fogline.cli.options import as_of as moment_of
from fogline.errors import StopRun

Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help="The id of a claim or an event; its beginning does.",
        show_default=False,
    ),
]


def compare(
    one: Id,
    other: Id,
    as_of: AsOf = None,
    clock: Clock = PUBLICATION,
    ledger: LedgerPath = None,
) -> None:
    """Show why two claims are one event, or two.

    It gives all that speaks for it and against it. Of an event that claim is taken that is least
    like the other, for it keeps the two apart.
    """
    from fogline import conclusions
    from fogline.cli.show import meant
    from fogline.cli.show_table import print_comparison, print_groups
    from fogline.ledger import Ledger

    path = settings_with(ledger=ledger).ledger
    with Ledger.open(path, read_only=True) as opened, opened.snapshot() as held:
        still = conclusions.still(held, moment_of(as_of, clock))
        (event, ones), (beside, others) = (meant(i, still, str(path)) for i in (one, other))
        if ones == others and len(ones) == 1:
            raise StopRun(f"{one} and {other} are one claim: name two")
        found = still.standing.compared(ones, others)
        print_comparison(found, still, one_event=event.id == beside.id)
        if found.alike and event.id != beside.id:
            print_groups(found, still.standing.grouped(event.claims, beside.claims), still)
