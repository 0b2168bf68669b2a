"""The front page and a zone's page in short: the cards that stand there, and how many there are.

`board.py` holds every card of every event; what pages show of a large ledger is chosen here, so
that nobody waits for thousands of cards to see twenty.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from fogline.desk.board import Board, ZoneBoard, board_of, zone_board
from fogline.desk.cards import AHEAD, EventCard, ForecastCard
from fogline.desk.snapshot import Counts, Snapshot

Cards = Sequence[EventCard]
First = Annotated[int, Query(ge=1, le=200, description="cards of a group")]
LATEST, BORNE_OUT, CONTESTED, EXPECTED = 4, 2, 3, 3  # cards of a zone on the front page


@dataclass(frozen=True, slots=True)
class Group:
    """Some cards of `total`: `kind` is latest, told-by-several, contested, reported or comments."""

    kind: str
    total: int
    events: tuple[EventCard, ...]


@dataclass(frozen=True, slots=True)
class ZoneFront:
    """A zone in short; `new`, `contested` and `ahead` count its events, comments' left out."""

    id: str
    name: str
    latest: str | None
    since: str | None
    counts: Counts
    undated: int
    events: int
    new: int
    contested: int
    ahead: int
    groups: tuple[Group, ...]
    forecasts: tuple[ForecastCard, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """All zones in short, that of the latest report first, and the counts of what has none."""

    zones: tuple[ZoneFront, ...]
    elsewhere: Counts
    counts: Counts
    claims: int


def front(view: Snapshot, since: str | None = None) -> Front:
    """Return the front page; `since` is the ISO day that replaces each zone's own."""
    board = whole(view, since)
    return Front(
        zones=tuple(_zone(zone, _front_groups(zone), EXPECTED) for zone in board.zones),
        elsewhere=board.elsewhere.counts,
        counts=board.counts,
        claims=board.claims,
    )


def zone_front(view: Snapshot, zone: str | None, name: str, first: int) -> ZoneFront:
    """Return a zone with the `first` cards of each kind; None is what belongs to no zone."""
    board = whole(view, None)
    made = (z for z in (*board.zones, board.elsewhere) if z.id == (zone or board.elsewhere.id))
    found = next(made, None) or zone_board(view, zone, name, None, None)
    return _zone(found, _kinds(found, first), first)


def whole(view: Snapshot, since: str | None) -> Board:
    """Return the board with every card, made once where no day is asked for."""
    return board_of(view, since=since) if since else view.once(board_of)


def _zone(zone: ZoneBoard, groups: Iterable[Group], ahead: int) -> ZoneFront:
    told = _reported(zone)
    return ZoneFront(
        id=zone.id,
        name=zone.name,
        latest=zone.latest,
        since=zone.since,
        counts=zone.counts,
        undated=zone.undated,
        events=len(zone.events),
        new=sum(card.new for card in told),
        contested=sum(card.contested for card in zone.events),
        ahead=len(zone.forecasts),
        groups=tuple(group for group in groups if group.total),
        forecasts=zone.forecasts[:ahead],
    )


def _front_groups(zone: ZoneBoard) -> tuple[Group, ...]:
    told, contested = _settled(zone), _contested(zone)
    latest = _once_told(told)[:LATEST]
    shown = {card.id for card in latest}
    several = [card for card in told if _saying(card) > 1 and card.id not in shown]
    return (
        Group("latest", len(told), latest),
        Group("told-by-several", len(several), tuple(sorted(several, key=_origins)[:BORNE_OUT])),
        _first("contested", contested, CONTESTED),
    )


def _kinds(zone: ZoneBoard, first: int) -> tuple[Group, ...]:
    readers = [card for card in zone.events if card.only_comments]
    return (
        _first("contested", _contested(zone), first),
        _first("reported", _settled(zone), first),
        _first("comments", readers, first),
    )


def _first(kind: str, cards: Cards, first: int) -> Group:
    return Group(kind, len(cards), tuple(cards[:first]))


def _reported(zone: ZoneBoard) -> Cards:
    return [card for card in zone.events if not card.only_comments]


def _contested(zone: ZoneBoard) -> Cards:
    return [card for card in _reported(zone) if card.contested]


def _settled(zone: ZoneBoard) -> Cards:
    """Return what is reported, neither contested nor still ahead."""
    return [c for c in _reported(zone) if not c.contested and c.status not in AHEAD]


def _once_told(cards: Cards) -> tuple[EventCard, ...]:
    """One sentence can tell of several events: a column shows it once."""
    once: dict[str, EventCard] = {}
    for card in cards:
        once.setdefault(card.lead.words, card)
    return tuple(once.values())


def _saying(card: EventCard) -> int:
    """Who denies a thing is no more on its side for being an origin of his own."""
    return card.counts.origins - card.denying


def _origins(card: EventCard) -> tuple[int, int]:
    return -_saying(card), -card.counts.documents
