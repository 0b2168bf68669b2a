"""`fogline search`: full text over the ledger's documents."""

from __future__ import annotations

from typing import Annotated

import typer

from fogline.cli.counted import counted
from fogline.cli.options import LedgerPath, settings_with
from fogline.errors import StopRun


def search(
    words: Annotated[list[str], typer.Argument(help="All of these must occur.")],
    ledger: LedgerPath = None,
) -> None:
    """Find words in the ledger's documents.

    Prints the documents that hold all of them, or a "quoted phrase", the best first.
    """
    from rich.console import Console
    from rich.text import Text

    from fogline.cli.shown import shown
    from fogline.ledger import Ledger

    console = Console(highlight=False)
    path = settings_with(ledger=ledger).ledger
    with Ledger.open(path, read_only=True) as opened:
        hits = opened.search(" ".join(words))
        for hit in hits:
            console.print(Text(shown(hit.title or hit.document), style="bold"))
            console.print(Text(shown(hit.excerpt)))
            console.print(Text(f"{_claims(len(hit.claims))} · {hit.document}\n", style="dim"))
    if not hits:
        raise StopRun(f"no document in {path} holds {' '.join(words)!r}")


def _claims(n: int) -> str:
    """The claims of the sentences that hold the words, of which the document may have more."""
    return f"{counted(n, 'claim')} in sentences with these words"
