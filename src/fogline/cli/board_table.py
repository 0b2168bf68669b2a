"""The desk's board as a person sees it in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fogline.cli.counted import counted
from fogline.cli.shown import shown
from fogline.cli.standing import standing
from fogline.desk.board import Board, ZoneBoard
from fogline.desk.cards import EventCard, ForecastCard
from fogline.desk.snapshot import Counts
from fogline.errors import StopRun
from fogline.model import Contradiction


def print_board(board: Board, zone: str | None, top: int, console: Console | None = None) -> None:
    """Print the zones of a board, or the one named, each list cut at `top`."""
    zones = [*board.zones, *([board.elsewhere] if board.elsewhere.counts.documents else [])]
    chosen = [z for z in zones if zone in (None, z.id)]
    if zone and not chosen:
        known = ", ".join(z.id for z in zones) or "none"
        raise StopRun(f"no zone {zone!r} on the board (there are: {known})")
    out = console or Console(highlight=False)
    out.print(Text("Conflict zones, latest", style="bold"))
    out.print(f"{counted(board.claims, 'claim')} in {_counted(board.counts)}")
    if not zones:
        out.print("Nothing is in the ledger yet: `fogline add INPUT...` reads documents into it.")
    for item in chosen:
        out.print(_zone(item, top))


def _zone(zone: ZoneBoard, top: int) -> RenderableType:
    head = f"{_counted(zone.counts)}"
    if zone.undated:
        head += f"; {zone.undated} without a date"
    return Group(
        Text(),
        Rule(
            Text(f"{shown(zone.name)}: latest {zone.latest or 'undated'}", style="bold"),
            align="left",
        ),
        Text(head, style="dim"),
        *_events(f"New since {zone.since}" if zone.since else "New", zone.new, top),
        *_events("Contested", zone.contested, top),
        *_forecasts(zone.forecasts, top),
    )


def _events(title: str, events: Sequence[EventCard], top: int) -> list[RenderableType]:
    """Return a titled table of events, or nothing where there are none."""
    if not events:
        return []
    table = _table(title, len(events), top)
    for event in events[:top]:
        table.add_row(
            event.last_reported or "undated",
            standing(event.status, event.polarity, event.certainty),
            _told(event.summary.line, event.lead.words, event.lead.chain, event.contradictions),
            _three(event.counts),
        )
    return [table]


def _forecasts(forecasts: Sequence[ForecastCard], top: int) -> list[RenderableType]:
    if not forecasts:
        return []
    table = _table("Expected or threatened", len(forecasts), top)
    for forecast in forecasts[:top]:
        table.add_row(
            forecast.last_reported or "undated",
            standing(forecast.status, forecast.polarity, forecast.certainty),
            _told(forecast.summary.line, forecast.lead.words, forecast.lead.chain, ()),
            _three(forecast.counts),
        )
    return [table]


def _table(title: str, found: int, top: int) -> Table:
    more = f" ({top} of {found})" if found > top else ""
    table = Table(
        box=SIMPLE_HEAD,
        expand=True,
        title=f"{title}{more}",
        title_justify="left",
        title_style="bold underline",
    )
    table.add_column("reported", width=10)
    table.add_column("standing", width=12)
    table.add_column("what, in whose words", ratio=1)
    table.add_column("docs/publ/orig", width=14, justify="right")
    return table


def _told(line: str, words: str, chain: str, contradictions: Sequence[Contradiction]) -> Text:
    """Return the neutral line, the words it rests on, who says so, and what speaks against it."""
    text = Text().append(shown(line), style="bold")
    text.append(f"\n“{shown(words)}”")
    text.append(f"\n{shown(chain)}", style="dim")
    for conflict in contradictions:
        text.append(f"\ncontested ({conflict.type}): ", style="red")
        text.append(shown(conflict.reason))
    return text


def _three(counts: Counts) -> str:
    return f"{counts.documents} / {counts.publishers} / {counts.origins}"


def _counted(counts: Counts) -> str:
    """Return the three counts in words."""
    return ", ".join(
        (
            counted(counts.documents, "document"),
            counted(counts.publishers, "publisher"),
            counted(counts.origins, "independent origin"),
        )
    )
