"""The front page as data: what each conflict zone's latest reporting says, for desk and CLI.

"Now" in a zone is its latest publication day, so that a corpus of any year reads sensibly and
no recency is invented; `since` is the day before it unless one is handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from fogline.desk.cards import EventCard, ForecastCard, event_card, forecast_card
from fogline.desk.snapshot import (
    Counts,
    Snapshot,
    counts,
    publication_day,
    snapshot,
    zone_documents,
)
from fogline.ledger import Ledger
from fogline.weighing.moments import Moment

SAID_TO_BE_SO = frozenset({"occurred", "ongoing"})


@dataclass(frozen=True, slots=True)
class ZoneBoard:
    """A zone's events, the recent ones first, and forecasts; `undated` documents have no day."""

    id: str
    name: str
    latest: str | None
    since: str | None
    counts: Counts
    undated: int
    events: tuple[EventCard, ...]
    forecasts: tuple[ForecastCard, ...]

    @property
    def new(self) -> tuple[EventCard, ...]:
        """The events first reported on `since` or later."""
        return tuple(e for e in self.events if e.new)

    @property
    def contested(self) -> tuple[EventCard, ...]:
        """The events whose claims contradict each other."""
        return tuple(e for e in self.events if e.contested)


@dataclass(frozen=True, slots=True)
class Board:
    """All zones, that of the latest report first, and what belongs to none of them."""

    zones: tuple[ZoneBoard, ...]
    elsewhere: ZoneBoard
    counts: Counts
    claims: int


def board(
    ledger: Ledger, now: str | None = None, since: str | None = None, at: Moment | None = None
) -> Board:
    """Return the board of a ledger as it stands, or stood at a moment.

    `now` and `since` are ISO days that replace each zone's own.
    """
    return board_of(snapshot(ledger, at), now, since)


def board_of(view: Snapshot, now: str | None = None, since: str | None = None) -> Board:
    """Return the board of what was read from a ledger; zones with no document are left out."""
    zones = (zone_board(view, z.id, z.name, now, since) for z in view.zones)
    return Board(
        zones=tuple(sorted(filter(_told_of, zones), key=_latest_first, reverse=True)),
        elsewhere=zone_board(view, None, "Elsewhere", now, since),
        counts=counts(view, view.readings),
        claims=len(view.told),
    )


def zone_board(
    view: Snapshot, zone: str | None, name: str, now: str | None, since: str | None
) -> ZoneBoard:
    """Return one zone; None gathers what belongs to no zone that the desk follows."""
    documents = zone_documents(view, zone)
    latest, undated = _latest(view, documents)
    today = now or latest
    since = since or _day_before(today)
    events = [e for i, e in view.events.items() if view.zone_of.get(i) == zone]
    cards = [card for e in events if (card := event_card(view, e, since))]
    ahead = [c for e in events if (c := forecast_card(view, e, today))]
    return ZoneBoard(
        id=zone or "elsewhere",
        name=name,
        latest=latest,
        since=since,
        counts=counts(view, documents),
        undated=undated,
        events=tuple(sorted(cards, key=_event_rank(since), reverse=True)),
        forecasts=tuple(sorted(ahead, key=_forecast_order, reverse=True)),
    )


def _latest(view: Snapshot, documents: Iterable[str]) -> tuple[str | None, int]:
    days = [publication_day(view.readings[i].document.published) for i in documents]
    known = [d for d in days if d]
    return max(known, default=None), len(days) - len(known)


def _day_before(day: str | None) -> str | None:
    return str(date.fromisoformat(day[:10]) - timedelta(days=1)) if day else None


def _told_of(zone: ZoneBoard) -> bool:
    return zone.counts.documents > 0


def _latest_first(zone: ZoneBoard) -> tuple[str, int, str]:
    """Of one day the zone of which more is told; zones without a dated report come last."""
    return (zone.latest or "", zone.counts.documents, zone.id)


def _event_rank(since: str | None) -> Callable[[EventCard], tuple[Any, ...]]:
    """Recent before older, what is said to be so before what is supposed, then the best borne out.

    Readers' comments come last; of equals the fuller line comes first.
    """

    def rank(card: EventCard) -> tuple[Any, ...]:
        reported = card.last_reported or ""
        return (
            not card.only_comments,
            bool(since) and reported >= (since or ""),
            card.status in SAID_TO_BE_SO,
            card.counts.origins,
            card.counts.documents,
            bool(card.summary.places) + bool(card.summary.actors or card.summary.recipients),
            reported,
            card.id,
        )

    return rank


def _forecast_order(card: ForecastCard) -> tuple[bool, bool, str, int, str]:
    return (
        card.window_state == "open",
        card.due,
        card.last_reported or "",
        card.counts.documents,
        card.event,
    )
