"""The desk's board as a person sees it in a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console, Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from fogline.cli.counted import counted
from fogline.cli.quoting import told
from fogline.cli.shown import shown
from fogline.cli.standing import standing
from fogline.desk.board import Board, ZoneBoard
from fogline.desk.cards import EventCard, ForecastCard, Lead
from fogline.desk.snapshot import Counts
from fogline.desk.wording import published
from fogline.errors import StopRun

OWN, UNSOURCED = "on its own word", "rests on no named source"


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
        Text(f"{head}\n", style="dim"),
        *_events(f"New since {zone.since}" if zone.since else "New", zone.new, top),
        *_events("Contested", zone.contested, top),
        *_forecasts(zone.forecasts, top),
    )


def _events(title: str, events: Sequence[EventCard], top: int) -> list[RenderableType]:
    """Return a titled list of events, or nothing where there are none."""
    if not events:
        return []
    table = _table(title, len(events), top)
    for event in events[:top]:
        told = _told(event.summary.line, event.lead)
        for conflict in event.contradictions:
            state = "contested" if conflict.state == "open" else conflict.state
            told.append(f"\n{state} ({conflict.type}): ", style="red")
            told.append(shown(conflict.reason))
        grade = event.credibility
        told.append(f"\ncredibility {grade.grade}: {shown(grade.reason)}", style="dim")
        table.add_row(_reported(event), _counts(told, event.counts, event.denying))
    return [table]


def _forecasts(forecasts: Sequence[ForecastCard], top: int) -> list[RenderableType]:
    if not forecasts:
        return []
    table = _table("Expected or threatened", len(forecasts), top)
    for forecast in forecasts[:top]:
        told = _told(forecast.summary.line, forecast.lead)
        told.append(f"\n{_window(forecast)}", style="dim")
        if outcome := forecast.outcome:
            mark = "due: " if forecast.due else ""
            style = "yellow" if forecast.due else ""
            told.append(f"\n{mark}{outcome.kind}: {shown(outcome.reason)}", style=style)
        for voices in forecast.since:
            so = "not so" if voices.polarity == "negative" else voices.status
            told.append(f"\nsaid since: {counted(voices.claims, 'claim')}, {so}")
        table.add_row(_reported(forecast), _counts(told, forecast.counts))
    return [table]


def _table(title: str, found: int, top: int) -> Table:
    more = f" ({top} of {found})" if found > top else ""
    table = Table(
        box=None,
        expand=True,
        padding=(0, 2, 1, 0),
        show_header=False,
        title=f"{title}{more}",
        title_justify="left",
        title_style="bold underline",
    )
    table.add_column(width=12)
    table.add_column(ratio=1)
    return table


def _reported(card: EventCard | ForecastCard) -> Text:
    """Return the last day of report, then what is said of it and how surely."""
    day = Text(card.last_reported or "undated", style="" if card.last_reported else "yellow")
    return day.append("\n").append_text(standing(card.status, card.polarity, card.certainty))


def _told(line: str, lead: Lead) -> Text:
    """Return the neutral line, the words that it rests on with neutral terms, and who says so."""
    text = Text().append(shown(line), style="bold")
    text.append("\n").append_text(told(lead.words, lead.trigger, len(lead.words)))
    for word, term in dict(lead.loaded).items():
        text.append(f"\nloaded “{shown(word)}”, here: {shown(term)}", style="dim")
    text.append(f"\n{shown(published(lead.chain, lead.publisher))}", style="dim")
    if not lead.named_source:
        style = "dim" if lead.own_word else "yellow"
        text.append(f" · {OWN if lead.own_word else UNSOURCED}", style=style)
    return text


def _window(forecast: ForecastCard) -> str:
    """Return the days in which it was to happen, as far as the text gives any."""
    if forecast.window_state == "none":
        return "no window in the text"
    first, last = forecast.when.start, forecast.when.end
    days = str(last) if first == last else f"{first or '…'} to {last}"
    return f"window {forecast.window_state}: {days}"


def _counts(told: Text, counts: Counts, denying: int = 0) -> Text:
    against = f", {denying} denying it" if denying else ""
    return told.append(f"\n{_counted(counts)}{against}", style="cyan")


def _counted(counts: Counts) -> str:
    """Return the three counts in words."""
    return ", ".join(
        (
            counted(counts.documents, "document"),
            counted(counts.publishers, "publisher"),
            counted(counts.origins, "independent origin"),
        )
    )
