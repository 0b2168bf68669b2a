"""`fogline versions`: how a page changed from one fetch to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.intake.versions import Edit


def versions(
    url: Annotated[str, typer.Argument(help="The page's address.", show_default=False)],
    ledger: LedgerPath = None,
) -> None:
    """Show each version of a page and what was changed in it.

    A change that the page's own new words do not mention is called unannounced.
    """
    from fogline.errors import StopRun
    from fogline.intake.versions import edit
    from fogline.ledger import Ledger

    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        found = opened.versions(url)
    if not found:
        raise StopRun(f"{url}: no version of it in the ledger (add or watch it)")
    before = None
    for at, document in found:
        typer.echo(f"{at}  {document.id}")
        if before is not None:
            _print(edit(before, document))
        before = document


def _print(found: Edit) -> None:
    from fogline.cli.counted import counted
    from fogline.cli.shown import shown

    if not found.changes:
        typer.echo("  only what stands around the article changed")
        return
    how = "announced" if found.admitted else "unannounced"
    typer.echo(f"  {counted(len(found.changes), 'change')}, {how}")
    for change in found.changes:
        for sign, words in (("-", change.before), ("+", change.after)):
            if words:
                typer.echo(shown(f"  {sign} {words}"))
