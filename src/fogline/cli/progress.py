"""A progress bar for work that counts its own steps, and the index of places built under one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress_of(description: str) -> Iterator[Callable[[int, int], None]]:
    """Show a bar on a terminal's standard error; yields what is to be told `(done, total)`."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    shown = console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=not shown) as bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def index_ready() -> None:
    """Build the index of places where there is none of the present data."""
    from fogline.reading.gazetteer import index_path, prepared

    if not index_path().exists():
        with progress_of("Indexing places") as progress:
            prepared(progress=progress)
