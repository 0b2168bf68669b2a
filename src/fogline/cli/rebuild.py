"""`fogline rebuild`: every capture read again with today's reader, the decisions kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from fogline.cli.counted import counted
from fogline.cli.held import held
from fogline.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.pipeline import Summary


def rebuild(ledger: LedgerPath = None) -> None:
    """Read every capture again with today's reader.

    Former readings are kept beside the new ones (`fogline diff`), and what people decided stays:
    a judgement finds the words that it was about. What cannot be read any more keeps the reading
    that it had. Events and origins are gone until all is read and weighed; a run that was cut off
    is taken up by the next.
    """
    from fogline.cli.filling import read_again

    settings = settings_with(ledger=ledger)
    with held(settings.ledger) as opened:
        summary = read_again(opened, settings)
        typer.echo(_words(summary))
        typer.echo(_judgements(opened))
    if summary.dropped:
        raise typer.Exit(1)


def _words(summary: Summary) -> str:
    from fogline.cli.filling import reasons

    dropped = sum(summary.dropped.values())
    words = (
        f"{counted(summary.came_in, 'capture')} read again: {summary.new} read otherwise, "
        f"{summary.already_there} the same, {dropped} could not be read"
    )
    return f"{words}\nKept as they were: {reasons(summary)}" if dropped else words


def _judgements(ledger: Ledger) -> str:
    """Return what became of the judgements' claims."""
    carried = ledger.carried()
    found = sum(new is not None for new in carried.values())
    words = f"{counted(ledger.counts()['judgements'], 'judgement')} kept"
    if not carried:
        return words
    return (
        f"{words}; of their claims {found} read otherwise and found again, "
        f"{len(carried) - found} read no more"
    )
