"""Filling a ledger with a progress bar, weighing it, and saying what came of the inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from fogline import pipeline, reading
from fogline.cli.counted import counted
from fogline.cli.faults import tell
from fogline.cli.foreign import tell_of_language
from fogline.cli.progress import index_ready
from fogline.cli.statements import Statements
from fogline.errors import SkipItem
from fogline.model import Capture, Reading
from fogline.reading.version import version

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.pipeline import Outcome, Summary
    from fogline.settings import Settings


Placed = Callable[[str], str]


def fill(
    ledger: Ledger,
    items: Iterable[Capture | SkipItem],
    settings: Settings,
    *,
    total: int | None = None,
    placed: Placed = str,
) -> Summary:
    """Add captures, weigh the ledger and print the summary; `total` documents, where known.

    `placed` says of an item's name where it was listed.
    """
    index_ready()
    with bar() as shown:
        task = shown.add_task("Getting ready", total=None, count="")
        reader = reading.load(settings)
        shown.update(task, description="Reading", total=total)
        summary = pipeline.take(
            items, ledger, reader, settings, progress=moving(shown, task, placed)
        )
        shown.update(task, description="Weighing", total=None, count="")
        pipeline.weigh_new(ledger)
    typer.echo(summary_in_words(summary))
    tell_of_old_readings(ledger)
    return summary


def read_again(ledger: Ledger, settings: Settings) -> Summary:
    """Read every capture again with today's reader, and weigh what came of it."""
    with bar() as shown:
        task = shown.add_task("Getting ready", total=None, count="")
        reader = reading.load(settings)
        shown.update(task, description="Reading again")
        summary = pipeline.rebuild(ledger, reader, settings, progress=moving(shown, task))
        shown.update(task, description="Weighing", total=None, count="")
        pipeline.weigh(ledger)
    return summary


def tell_of_old_readings(ledger: Ledger) -> None:
    """Say on standard error how many documents an earlier reader has read, if any."""
    if old := ledger.read_otherwise(version()):
        words = f"{counted(old, 'document')} read by another version of the reader"
        typer.echo(f"{words}: `fogline rebuild` reads them anew", err=True)


def bar() -> Progress:
    """Return a progress bar on standard error, which is none where that is no terminal."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[count]}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def moving(bar: Progress, task: TaskID, placed: Placed = str) -> pipeline.Progress:
    """Return what the pipeline calls after each input: it moves the bar, and tells of a skip."""
    statements = Statements(placed)

    def move(outcome: Outcome, so_far: Summary) -> None:
        bar.update(
            task,
            completed=so_far.came_in,
            count=f"{so_far.came_in} documents, {so_far.claims} claims",
        )
        if isinstance(outcome, SkipItem) and outcome.reason != "off-topic":
            tell(_listed(outcome, placed))
        statements.of(outcome)
        if isinstance(outcome, Reading):
            tell_of_language(outcome)

    return move


def _listed(skipped: SkipItem, placed: Placed) -> SkipItem:
    """Return a skip that names where its item was listed, too."""
    item = placed(skipped.item)
    return type(skipped)(item, skipped.reason, skipped.detail, remedy=skipped.remedy)


def summary_in_words(summary: Summary) -> str:
    """Return the counts in words; every drop under its reason."""
    dropped = sum(summary.dropped.values())
    words = (
        f"{counted(summary.came_in, 'document')} in: {summary.new} new, "
        f"{summary.already_there} already there, {dropped} dropped; "
        f"{counted(summary.claims, 'claim')} out"
    )
    if summary.not_taken:
        words += f"\nAdded before with another publisher, title or date: {summary.not_taken}"
    return f"{words}\nDropped: {reasons(summary)}" if dropped else words


def reasons(summary: Summary) -> str:
    """Return how many were dropped for each reason."""
    return ", ".join(f"{count} {reason}" for reason, count in sorted(summary.dropped.items()))
