"""Conflicts that lie between two events, of which one is asked for.

Two events may tell one occurrence of two places or days, or two holders of one place on the same
days: neither event has that conflict within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from fogline.desk.cards import event_card
from fogline.desk.schemas import BetweenView, EventLine
from fogline.desk.snapshot import Snapshot
from fogline.model import Event, Tenure, Timeline

CONTROL, OPEN = "control", "open"


def between(view: Snapshot, event: Event) -> tuple[BetweenView, ...]:
    """Return the conflicts of an event with others: those of holders, then of places and days."""
    return *_of_holders(view, event), *_of_displaced(view, event)


def _of_displaced(view: Snapshot, event: Event) -> Iterator[BetweenView]:
    for found in view.still.displaced():
        if event.id in found.events:
            others = [view.events[i] for i in found.events if i != event.id]
            conflict = found.contradiction
            yield _row(view, (conflict.type, conflict.state, conflict.reason), None, others)


def _of_holders(view: Snapshot, event: Event) -> Iterator[BetweenView]:
    own = set(event.claims)
    for line in view.still.control():
        for tenure in line.tenures:
            others = _rivals(view, line, tenure, event) if own & {*tenure.claims} else []
            if others:
                place = line.place.name or line.place.text
                why = f"{tenure.holder}: {tenure.reason}"
                yield _row(view, (CONTROL, OPEN, why), place, others)


def _rivals(view: Snapshot, line: Timeline, tenure: Tenure, event: Event) -> list[Event]:
    """Return the other events that name those against whom somebody is said to hold a place."""
    claims = {
        claim
        for other in line.tenures
        if tenure.contested and other.contested and _against(tenure, other)
        for claim in other.claims
    }
    return [e for e in _events(view, claims) if e.id != event.id]


def _against(one: Tenure, other: Tenure) -> bool:
    return other.holder in one.against and one.holder in other.against


def _events(view: Snapshot, claims: Set[str]) -> list[Event]:
    ids = {told.event for claim in claims if (told := view.told.get(claim)) and told.event}
    return [view.events[i] for i in sorted(ids)]


def _row(
    view: Snapshot, said: tuple[str, str, str], place: str | None, others: list[Event]
) -> BetweenView:
    kind, state, reason = said
    lines = tuple(EventLine(id=e.id, line=_line(view, e)) for e in others)
    return BetweenView(type=kind, state=state, reason=reason, place=place, events=lines)


def _line(view: Snapshot, event: Event) -> str:
    card = event_card(view, event, None)
    return card.summary.line if card else event.event
