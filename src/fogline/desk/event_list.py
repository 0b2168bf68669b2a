"""The list of events: found by category, place, words and contest, ordered, a page at a time.

What rows are found and ordered by is worked out once a snapshot; the rows themselves only for the
page that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query

from fogline.desk.cards import event_card, reported
from fogline.desk.finding import (
    FIRST,
    Choice,
    Limit,
    Offset,
    Words,
    choices,
    folded,
    holds,
    sought,
)
from fogline.desk.snapshot import Counts, Snapshot
from fogline.desk.wording import phrases, summary
from fogline.model import Credibility, Event, When

Order = Literal["newest", "origins"]
PLACES = 60  # names of places that are offered, of those that are known


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the list; an empty text asks for nothing."""

    order: Order = "newest"
    category: Annotated[str, Query(max_length=40)] = ""
    place: Annotated[str, Query(max_length=200, description="words of a place's name")] = ""
    q: Words = ""
    contested: bool = False
    offset: Offset = 0
    limit: Limit = FIRST


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as one row; `contested` are the types of its open contradictions, `denying` those of
    its independent origins that only deny it.
    """

    id: str
    event: str
    mode: str | None
    line: str
    status: str
    polarity: str
    certainty: str
    when: When
    first_reported: str | None
    last_reported: str | None
    places: tuple[tuple[str | None, str], ...]
    counts: Counts
    contested: tuple[str, ...]
    credibility: Credibility
    only_comments: bool
    denying: int


@dataclass(frozen=True, slots=True)
class Events:
    """A page of events: `found` of `total` are what was asked for."""

    total: int
    found: int
    offset: int
    rows: tuple[EventRow, ...]
    categories: tuple[Choice, ...]
    places: tuple[Choice, ...]
    contested: int
    latest: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """What an event is found and ordered by; texts are folded."""

    event: Event
    day: str
    places: frozenset[str]
    where: str
    text: str
    contested: bool


def event_page(view: Snapshot, asked: Asked) -> Events:
    """Return the page of events that is asked for; choices count what the other words leave."""
    entries = view.once(ORDERS[asked.order])
    words, where = sought(asked.q), sought(asked.place)
    told = [e for e in entries if e.contested] if asked.contested else entries
    told = [e for e in told if holds(e.text, words)] if words else told
    there = [e for e in told if holds(e.where, where)] if where else told
    found = [e for e in there if e.event.event == asked.category] if asked.category else there
    page = found[asked.offset : asked.offset + asked.limit]
    return Events(
        total=len(entries),
        found=len(found),
        offset=asked.offset,
        rows=tuple(row for e in page if (row := event_row(view, e.event))),
        categories=choices((e.event.event for e in there), _categories()),
        places=choices((name for e in told for name in e.places), most=PLACES),
        contested=sum(e.contested for e in found),
        latest=max((e.day for e in entries), default="") or None,
    )


def _newest(view: Snapshot) -> Sequence[_Entry]:
    def order(entry: _Entry) -> tuple[str, str, int, str]:
        return entry.day, entry.event.when.start or "", entry.event.origins, entry.event.id

    return sorted(view.once(_entries), key=order, reverse=True)


def _most_origins(view: Snapshot) -> Sequence[_Entry]:
    def order(entry: _Entry) -> tuple[int, int, str, str]:
        return entry.event.origins, entry.event.documents, entry.day, entry.event.id

    return sorted(view.once(_entries), key=order, reverse=True)


ORDERS: dict[Order, Callable[[Snapshot], Sequence[_Entry]]] = {
    "newest": _newest,
    "origins": _most_origins,
}


def _entries(view: Snapshot) -> tuple[_Entry, ...]:
    return tuple(e for event in view.events.values() if (e := _entry(view, event)))


def _entry(view: Snapshot, event: Event) -> _Entry | None:
    told = [view.told[c] for c in event.claims if c in view.told]
    if not told:
        return None
    names = tuple(dict.fromkeys(p.name or p.text for p in event.places))
    said = (f"{summary(t.claim).line} {t.claim.sentence.text} {t.document.publisher}" for t in told)
    return _Entry(
        event=event,
        day=reported(told)[1] or "",
        places=frozenset(p.name or p.text for p in event.places if p.id),
        where=folded(" ".join((*names, *(p.text for p in event.places)))),
        text=folded(" ".join((*said, *event.actors, *event.recipients, *names))),
        contested=any(c.state == "open" for c in event.contradictions),
    )


def event_row(view: Snapshot, event: Event) -> EventRow | None:
    """Return an event as a row of the list, None when no claim of it is left."""
    card = event_card(view, event, None)
    if card is None:
        return None
    return EventRow(
        id=card.id,
        event=card.event,
        mode=card.mode,
        line=card.summary.line,
        status=card.status,
        polarity=card.polarity,
        certainty=card.certainty,
        when=card.when,
        first_reported=card.first_reported,
        last_reported=card.last_reported,
        places=tuple(dict.fromkeys((p.id, p.name or p.text) for p in event.places)),
        counts=card.counts,
        contested=tuple(dict.fromkeys(c.type for c in card.contradictions if c.state == "open")),
        credibility=card.credibility,
        only_comments=card.only_comments,
        denying=card.denying,
    )


def _categories() -> dict[str, str]:
    return {category: found.phrase for (category, mode), found in phrases().items() if not mode}
