"""The list of events: found by category, place, words and contest, ordered, a page at a time.

What rows are found and ordered by is worked out once a snapshot; the rows themselves only for the
page that is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from fastapi import Query

from fogline.desk.cards import AHEAD, event_card, reported
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
from fogline.desk.snapshot import Counts, Snapshot, Told
from fogline.desk.wording import phrases, summary
from fogline.model import Credibility, Event, When

Order = Literal["newest", "origins"]
Kind = Literal["reported", "ahead", "denied"]  # said to be so, expected or threatened, denied
Row = dict[str, Any]
ELSEWHERE = "elsewhere"
FLAT = (
    "id", "line", "category", "mode", "status", "polarity", "certainty", "start", "end",
    "first_reported", "last_reported", "places", "documents", "publishers", "independent_origins",
    "origins_denying", "contested", "grade", "grade_reason", "only_comments",
)  # fmt: skip
PLACES = 60  # names of places that are offered, of those that are known


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks of the list; an empty text asks for nothing."""

    order: Order = "newest"
    category: Annotated[str, Query(max_length=40)] = ""
    place: Annotated[str, Query(max_length=200, description="words of a place's name")] = ""
    q: Words = ""
    contested: bool = False
    zone: Annotated[str, Query(max_length=40, description="a zone's id, or elsewhere")] = ""
    kind: Kind | Literal[""] = ""
    start: Annotated[date | None, Query(description="may have been on this day or later")] = None
    end: Annotated[date | None, Query(description="may have been on this day or before")] = None
    since: Annotated[date | None, Query(description="first reported on this day or later")] = None
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
    first: str
    zone: str
    kinds: frozenset[Kind]
    days: tuple[str, str] | None


def event_page(view: Snapshot, asked: Asked) -> Events:
    """Return the page of events that is asked for; choices count what the other words leave."""
    entries = view.once(ORDERS[asked.order])
    told, there, found = _found(entries, asked)
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


def found_events(view: Snapshot, asked: Asked) -> Iterator[Event]:
    """Yield every event that is asked for, in order, whatever the page."""
    return (entry.event for entry in _found(view.once(ORDERS[asked.order]), asked)[-1])


def found_rows(view: Snapshot, asked: Asked) -> Iterator[Row]:
    """Yield them as the flat rows of a table, in the order of `FLAT`."""
    for event in found_events(view, asked):
        row = event_row(view, event)
        if row:
            yield _flat(row)


def _flat(row: EventRow) -> Row:
    return {
        "id": row.id,
        "line": row.line,
        "category": row.event,
        "mode": row.mode,
        "status": row.status,
        "polarity": row.polarity,
        "certainty": row.certainty,
        "start": row.when.start,
        "end": row.when.end,
        "first_reported": row.first_reported,
        "last_reported": row.last_reported,
        "places": "; ".join(name for _, name in row.places),
        "documents": row.counts.documents,
        "publishers": row.counts.publishers,
        "independent_origins": row.counts.origins,
        "origins_denying": row.denying,
        "contested": "; ".join(row.contested),
        "grade": row.credibility.grade,
        "grade_reason": row.credibility.reason,
        "only_comments": row.only_comments,
    }


def _found(
    entries: Sequence[_Entry], asked: Asked
) -> tuple[Sequence[_Entry], Sequence[_Entry], Sequence[_Entry]]:
    """Return what the words leave, of it what is at the place, of that what is of the category."""
    words, where = sought(asked.q), sought(asked.place)
    told = [e for e in entries if _is_asked(e, asked)]
    told = [e for e in told if holds(e.text, words)] if words else told
    there = [e for e in told if holds(e.where, where)] if where else told
    found = [e for e in there if e.event.event == asked.category] if asked.category else there
    return told, there, found


def _is_asked(entry: _Entry, asked: Asked) -> bool:
    return (
        (entry.contested or not asked.contested)
        and asked.zone in ("", entry.zone)
        and (not asked.kind or asked.kind in entry.kinds)
        and (asked.since is None or entry.first >= asked.since.isoformat())
        and _within(entry.days, asked.start, asked.end)
    )


def _within(days: tuple[str, str] | None, start: date | None, end: date | None) -> bool:
    """Whether an event may have been on one of the days; one without a day is on none."""
    if start is None and end is None:
        return True
    if days is None:
        return False
    return (start is None or days[1] >= str(start)) and (end is None or days[0] <= str(end))


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
    first, last = reported(told)
    said = (f"{summary(t.claim).line} {t.claim.sentence.text} {t.document.publisher}" for t in told)
    return _Entry(
        event=event,
        day=last or "",
        places=frozenset(p.name or p.text for p in event.places if p.id),
        where=folded(" ".join((*names, *(p.text for p in event.places)))),
        text=folded(" ".join((*said, *event.actors, *event.recipients, *names))),
        contested=any(c.state == "open" for c in event.contradictions),
        first=first or "",
        zone=view.zone_of.get(event.id) or ELSEWHERE,
        kinds=frozenset(_kind(t) for t in told if not t.is_comment),
        days=_days(event.when),
    )


def _kind(told: Told) -> Kind:
    """What is expected not to come is ahead, and no denial."""
    if told.claim.status in AHEAD:
        return "ahead"
    return "denied" if told.claim.polarity == "negative" else "reported"


def _days(when: When) -> tuple[str, str] | None:
    """Return the first and the last day on which an event may have been, ends that are open far."""
    if when.start is None and when.end is None:
        return None
    return when.start or "", when.end or "9999"


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
