"""The list of contradictions, each with its sides face to face, newest first, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from fogline.desk.cards import event_card, reported
from fogline.desk.conflicts import REJECT, TAKE_BACK, sides
from fogline.desk.finding import FIRST, Choice, Limit, Offset, Words, choices, folded, holds, sought
from fogline.desk.profiles import Line, line_of
from fogline.desk.snapshot import Counts, Snapshot, Told, told_counts
from fogline.desk.wording import chain, inside, names
from fogline.export.weighed import conflict_id
from fogline.model import HARMS, Contradiction, Event, Range

UNNAMED = "unnamed publisher"
KINDS = {
    "polarity": "whether it is so",
    "toll": "how many",
    "place": "where",
    "time": "when",
    "blame": "who did it",
    "control": "who holds it",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What an address asks of the list; an empty text asks for nothing."""

    type: Annotated[str, Query(max_length=40)] = ""
    state: Annotated[str, Query(max_length=40)] = ""
    event: Annotated[str, Query(max_length=80, description="id of an event")] = ""
    q: Words = ""
    offset: Offset = 0
    limit: Limit = FIRST


@dataclass(frozen=True, slots=True)
class Side:
    """What one side says and who, the counts behind it, its number where a toll is told."""

    says: str
    voices: tuple[str, ...]
    counts: Counts
    toll: Range | None
    claims: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What one claim says in turn: how a contradiction evolved."""

    day: str | None
    claim: str
    document: str | None
    publisher: str | None
    says: str


@dataclass(frozen=True, slots=True)
class EventName:
    """An event by its id and its line."""

    id: str
    line: str


@dataclass(frozen=True, slots=True)
class ContradictionRow:
    """A contradiction with its sides; of one between two events both are named.

    `first` and `last` are days of publication; `counted` says what a toll counts.
    """

    id: str
    type: str
    about: str
    state: str
    reason: str
    events: tuple[EventName, ...]
    places: tuple[str, ...]
    first: str | None
    last: str | None
    counted: str | None
    sides: tuple[Side, ...]
    turns: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Contradictions:
    """A page of contradictions: `found` of `total` are what was asked for."""

    total: int
    found: int
    offset: int
    rows: tuple[ContradictionRow, ...]
    types: tuple[Choice, ...]
    states: tuple[Choice, ...]
    open: int
    latest: str | None


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a contradiction is found and ordered by; `text` is folded."""

    conflict: Contradiction
    events: tuple[Event, ...]
    told: tuple[Told, ...]
    first: str | None
    last: str | None
    text: str

    @property
    def order(self) -> tuple[str, str, str]:
        return self.last or "", self.first or "", self.events[0].id


def contradiction_page(view: Snapshot, asked: Sought) -> Contradictions:
    """Return the page that is asked for; choices count what the other words leave."""
    entries = view.once(_entries)
    words = sought(asked.q)
    told = [e for e in entries if holds(e.text, words) and asked.event in ("", *_ids(e))]
    of_type = [e for e in told if asked.type in ("", e.conflict.type)]
    of_state = [e for e in told if asked.state in ("", e.conflict.state)]
    found = [e for e in of_type if asked.state in ("", e.conflict.state)]
    page = found[asked.offset : asked.offset + asked.limit]
    return Contradictions(
        total=len(entries),
        found=len(found),
        offset=asked.offset,
        rows=tuple(_row(view, e) for e in page),
        types=choices((e.conflict.type for e in of_state), KINDS),
        states=choices(e.conflict.state for e in of_type),
        open=sum(e.conflict.state == "open" for e in found),
        latest=max((e.last for e in entries if e.last), default=None),
    )


def _ids(entry: _Entry) -> tuple[str, ...]:
    return tuple(event.id for event in entry.events)


def _entries(view: Snapshot) -> tuple[_Entry, ...]:
    """Return every contradiction, that of the latest word first."""
    made = (_entry(view, conflict, events) for conflict, events in _every(view))
    return tuple(sorted(made, key=lambda e: e.order, reverse=True))


def _every(view: Snapshot) -> Iterator[tuple[Contradiction, tuple[Event, ...]]]:
    for event in view.events.values():
        yield from ((conflict, (event,)) for conflict in event.contradictions)
    for between in view.still.displaced():
        yield between.contradiction, tuple(view.events[i] for i in between.events)


def _entry(view: Snapshot, conflict: Contradiction, events: tuple[Event, ...]) -> _Entry:
    told = tuple(view.told[c] for c in conflict.claims if c in view.told)
    first, last = reported(told)
    turned = [turn.day for turn in conflict.history if turn.day]
    said = (f"{t.claim.sentence.text} {t.document.publisher or ''}" for t in told)
    lines = (_line(view, e) for e in events)
    words = (conflict.type, conflict.state, conflict.reason, *lines, *_places(events), *said)
    return _Entry(
        conflict=conflict,
        events=events,
        told=told,
        first=min(filter(None, (first, *turned)), default=None),
        last=max(filter(None, (last, *turned)), default=None),
        text=folded(" ".join(words)),
    )


def _row(view: Snapshot, entry: _Entry) -> ContradictionRow:
    conflict, events = entry.conflict, entry.events
    counted = _counted(entry.told) if conflict.type == "toll" else None
    facing = [_side(view, says, told, counted) for says, told in sides(view, events[0], conflict)]
    return ContradictionRow(
        id=conflict_id(conflict, events),
        type=conflict.type,
        about=KINDS.get(conflict.type, conflict.type),
        state=conflict.state,
        reason=conflict.reason,
        events=tuple(EventName(e.id, _line(view, e)) for e in events),
        places=_places(events),
        first=entry.first,
        last=entry.last,
        counted=counted,
        sides=tuple(sorted(facing, key=_least) if counted else facing),
        turns=_steps(view, conflict),
    )


def _side(view: Snapshot, says: str, told: Sequence[Told], counted: str | None) -> Side:
    tolls = [t.claim.casualties for t in told] if counted and says != TAKE_BACK else []
    toll = next((found for c in tolls if (found := getattr(c, counted or "", None))), None)
    voices = tuple(dict.fromkeys(map(_voice, told)))
    return Side(says, voices, told_counts(view, told), toll, tuple(map(line_of, told)))


def _least(side: Side) -> tuple[int, int]:
    """Order the numbers of a toll from the least upwards."""
    least = side.toll.min if side.toll else None
    most = side.toll.max if side.toll else None
    return least or 0, most or least or 0


def _voice(told: Told) -> str:
    """Return whose word a claim is: who denies, the last whom it cites, else who publishes it."""
    claim, publisher = told.claim, told.document.publisher or UNNAMED
    if claim.event == REJECT and claim.actors:
        return names(claim.actors[:1], claim.loaded, claim.sentence)[0]
    return inside(chain(claim).rpartition(" ← ")[2]) if len(claim.attribution) > 1 else publisher


def _counted(told: Sequence[Told]) -> str | None:
    """Return what the claims of a toll count differently: the killed, the injured ..."""
    for slot in HARMS:
        found = {getattr(t.claim.casualties, slot) for t in told} - {None}
        if len(found) > 1:
            return slot
    return None


def _steps(view: Snapshot, conflict: Contradiction) -> tuple[Step, ...]:
    tellers = {turn.claim: view.told.get(turn.claim) for turn in conflict.history}
    return tuple(
        Step(
            day=turn.day,
            claim=turn.claim,
            document=told.document.id if (told := tellers[turn.claim]) else None,
            publisher=told.document.publisher if told else None,
            says=turn.says,
        )
        for turn in conflict.history
    )


def _places(events: Sequence[Event]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.name or p.text for e in events for p in e.places))


def _line(view: Snapshot, event: Event) -> str:
    card = event_card(view, event, None)
    return card.summary.line if card else event.event
