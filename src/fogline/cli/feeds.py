"""`fogline feeds`: how each thing that is followed fares."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from fogline.cli.options import LedgerPath, settings_with

if TYPE_CHECKING:
    from fogline.model import Followed


NOTHING = (
    "Nothing is followed (`fogline feeds --example` prints a list, `fogline watch LIST` follows it)"
)


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
    elif wanted:
        _print_table(wanted, now)
    else:
        typer.echo("Every feed is good" if found else NOTHING)


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
    for title in ("state", "last good", "last new", "due", "pages"):
        table.add_column(title, no_wrap=True, justify="right" if title == "pages" else "left")
    table.add_column("feed", overflow="fold")
    for feed in found:
        times = (_ago(feed.last_good, now), _ago(feed.last_new, now), _due(feed, now))
        table.add_row(health(feed, now), *times, str(feed.entries), shown(_named(feed)))
    Console(highlight=False, markup=False).print(table)


def _named(feed: Followed) -> str:
    """Return a feed's title, address, and why it fails, a line each."""
    often = f" ({feed.failures} times in a row)" if feed.failures > 1 else ""
    why = f"{feed.reason}: {feed.detail}{often}" if feed.reason else None
    return "\n".join(words for words in (feed.title, feed.url, why) if words)


def _due(feed: Followed, now: datetime) -> str:
    if not feed.wanted:
        return "never"
    left = 0.0
    if feed.next_due:
        left = (datetime.fromisoformat(feed.next_due) - now).total_seconds() / 60
    return f"in {_long(left)}" if left >= 1 else "now"


def _ago(instant: str | None, now: datetime) -> str:
    if instant is None:
        return "never"
    return f"{_long((now - datetime.fromisoformat(instant)).total_seconds() / 60)} ago"


def _long(minutes: float) -> str:
    for size, name in ((1440, "d"), (60, "h")):
        if minutes >= size:
            return f"{minutes / size:.0f} {name}"
    return f"{max(minutes, 0):.0f} min"
