"""`fogline feeds`: how each thing that is followed fares."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.model import Followed


def feeds(
    ledger: LedgerPath = None,
    failing: Annotated[
        bool, typer.Option("--failing", help="Show only those that fail or are stale.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a line.")] = False,
    example: Annotated[
        bool, typer.Option("--example", help="Print a list of public feeds to begin with (TOML).")
    ] = False,
) -> None:
    """Show the health of what is followed.

    For each: when it was last good, when it last had something new, and why it fails.
    """
    if example:
        from fogline.intake import watchlist

        typer.echo(watchlist.example(), nl=False)
        return
    from fogline.intake.waits import health
    from fogline.ledger import Ledger

    with Ledger.open(settings_with(ledger=ledger).ledger, read_only=True) as opened:
        found = opened.following().every()
    now = datetime.now(UTC)
    wanted = [f for f in found if not failing or health(f, now) not in ("good", "new", "left")]
    if json_:
        _print_json(wanted, now)
    else:
        _print_table(wanted, now)


def _print_json(found: list[Followed], now: datetime) -> None:
    import json

    from fogline.intake.waits import health
    from fogline.model import to_dict

    for feed in found:
        typer.echo(json.dumps(to_dict(feed) | {"state": health(feed, now)}))


def _print_table(found: list[Followed], now: datetime) -> None:
    from rich.console import Console
    from rich.table import Table

    from fogline.cli.shown import shown
    from fogline.intake.waits import health

    table = Table(box=None, pad_edge=False)
    for title in ("feed", "kind", "state", "last good", "last new", "pages", "why not"):
        table.add_column(title, overflow="fold", justify="right" if title == "pages" else "left")
    for feed in found:
        why = f"{feed.reason}, {feed.failures} in a row: {feed.detail}" if feed.reason else ""
        table.add_row(
            shown(feed.title or feed.url),
            feed.kind,
            health(feed, now),
            _ago(feed.last_good, now),
            _ago(feed.last_new, now),
            str(feed.entries),
            shown(why),
        )
    Console(highlight=False, markup=False).print(table)


def _ago(instant: str | None, now: datetime) -> str:
    if instant is None:
        return "never"
    minutes = (now - datetime.fromisoformat(instant)).total_seconds() / 60
    for size, name in ((1440, "d"), (60, "h")):
        if minutes >= size:
            return f"{minutes / size:.0f} {name} ago"
    return f"{max(minutes, 0):.0f} min ago"
