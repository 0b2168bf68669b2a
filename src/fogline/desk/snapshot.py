"""The ledger as the desk sees it at one moment: every claim beside its document, origin, event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from fogline import conclusions
from fogline.conclusions import Still
from fogline.desk.deciding import decided
from fogline.ledger import Ledger
from fogline.model import (
    Claim,
    ClaimOrigin,
    Document,
    Event,
    Forecast,
    Origin,
    Part,
    Published,
    Reading,
    Zone,
)
from fogline.weighing import zones as followed
from fogline.weighing.measures.wording import fold
from fogline.weighing.moments import Moment
from fogline.weighing.origin.independence import independent
from fogline.weighing.views.versions import page_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Told:
    """A claim where it was told; `event` and `origin` are ids, None before weighing."""

    claim: Claim
    document: Document
    part: Part
    event: str | None
    origin: str | None

    @property
    def is_comment(self) -> bool:
        """Whether a reader wrote it below the report."""
        return self.part.role == "comment"


@dataclass(frozen=True)
class Snapshot:
    """Everything by id; `zone_of` maps a document's or an event's id to a zone's.

    `voices` gives the origin behind each claim, which may be an authority that its document cites
    rather than the document's own.
    """

    readings: dict[str, Reading]
    told: dict[str, Told]
    origins: dict[str, Origin]
    origin_of: dict[str, str]
    events: dict[str, Event]
    voices: Mapping[str, ClaimOrigin]
    zones: tuple[Zone, ...]
    zone_of: dict[str, str]
    still: Still
    made: dict[Callable[[Snapshot], Any], Any] = field(default_factory=dict, repr=False)

    def once(self, make: Callable[[Snapshot], T]) -> T:
        """Return what a function makes of the snapshot, made when it is first asked for."""
        if make not in self.made:
            self.made[make] = make(self)
        found: T = self.made[make]
        return found

    def forecast(self, claim: str) -> Forecast | None:
        """Return the forecast that a claim makes or repeats."""
        return self.forecast_of.get(claim)

    @cached_property
    def forecast_of(self) -> dict[str, Forecast]:
        """The forecasts by each claim that makes or repeats one."""
        found = self.still.forecasts()
        return {claim: f for f in found for claim in (f.entry.claim, *f.repeats)}

    @cached_property
    def decided(self) -> dict[str, tuple[str, ...]]:
        """What people decided over claims, in words, by claim."""
        return decided(self.still.judgements(), self.still.carried())

    @property
    def rejected(self) -> Collection[str]:
        """The claims from which nothing is concluded."""
        return self.still.standing.decided.rejected

    def tellings(self, event: Event) -> tuple[Told, ...]:
        """Return the event's claims as told, by publication day, undated ones last."""
        found = (self.told[c] for c in event.claims if c in self.told)
        return tuple(sorted(found, key=_by_day))


@dataclass(frozen=True, slots=True)
class Counts:
    """The three counts that always stand side by side."""

    documents: int
    publishers: int
    origins: int


def snapshot(ledger: Ledger, at: Moment | None = None) -> Snapshot:
    """Return everything that the desk shows, of the ledger as it stands or stood at a moment."""
    held = conclusions.still(ledger, at)
    readings = {r.document.id: r for r in held.readings()}
    origins = {o.id: o for o in held.origins()}
    events = {e.id: e for e in held.events()}
    origin_of = {m.document: o.id for o in origins.values() for m in o.members}
    told = _told(readings, events, origin_of)
    return Snapshot(
        readings=readings,
        told=told,
        origins=origins,
        origin_of=origin_of,
        events=events,
        voices=held.claim_origins(),
        zones=followed.zones(),
        zone_of=_zones_of(readings, events, told),
        still=held,
    )


def zone_documents(view: Snapshot, zone: str | None) -> tuple[str, ...]:
    """Return the documents that tell a zone's events, and those of the zone that tell of none.

    So a zone's counts and latest day are those of the events that stand below them, also of one
    that a report on another zone tells in passing.
    """
    told: dict[str, set[str | None]] = {document: set() for document in view.readings}
    for t in view.told.values():
        if t.event:
            told[t.document.id].add(view.zone_of.get(t.event))
    own = view.zone_of.get
    return tuple(i for i, of in told.items() if zone in (of or {own(i)}))


def publication_day(published: Published) -> str | None:
    """Return the day of publication where it is one known day; a bound alone is no date."""
    return published.latest if published.earliest == published.latest else None


def counts(view: Snapshot, documents: Iterable[str]) -> Counts:
    """Return the three counts over some documents; one without a publisher stands for its own."""
    ids = set(documents)
    origins = {view.origin_of.get(i, i) for i in ids}
    held = [view.readings[i].document for i in ids]
    return Counts(len(set(map(page_of, held))), len(set(map(_publisher, held))), len(origins))


def event_counts(event: Event) -> Counts:
    """Return the three counts behind an event, as weighing counted them."""
    return Counts(event.documents, event.publishers, event.origins)


def told_counts(view: Snapshot, tellings: Sequence[Told]) -> Counts:
    """Return the three counts behind some claims, whatever events they are of: also what nobody
    places or dates counts here for each origin that tells it.
    """
    reports = [t.document for t in tellings if not t.is_comment]
    return Counts(
        documents=len({page_of(t.document) for t in tellings}),
        publishers=len({_publisher(d) for d in reports}),
        origins=len(independent([t.claim.id for t in tellings], view.voices)),
    )


def _publisher(document: Document) -> str:
    return fold(document.publisher or page_of(document))


def _told(
    readings: dict[str, Reading], events: dict[str, Event], origin_of: dict[str, str]
) -> dict[str, Told]:
    event_of = {claim: e.id for e in events.values() for claim in e.claims}
    told = {}
    for document_id, reading in readings.items():
        parts = {p.id: p for p in reading.document.parts}
        for claim in reading.claims:
            told[claim.id] = Told(
                claim,
                reading.document,
                parts[claim.part],
                event_of.get(claim.id),
                origin_of.get(document_id),
            )
    return told


def _zones_of(
    readings: dict[str, Reading], events: dict[str, Event], told: dict[str, Told]
) -> dict[str, str]:
    """An event belongs where its places lie, else where most of the documents that tell it do.

    A zone that has no document of its own is not opened for a place named in passing.
    """
    of = {i: z for i, r in readings.items() if (z := followed.document_zone(r))}
    opened = set(of.values())
    for event in events.values():
        tellers = Counter(of.get(told[c].document.id) for c in event.claims if c in told)
        usual = tellers.most_common(1)[0][0] if tellers else None
        placed = followed.zone_of(event.places)
        zone = placed if placed in opened else usual
        if zone:
            of[event.id] = zone
    return of


def _by_day(told: Told) -> tuple[bool, str, str]:
    day = publication_day(told.document.published)
    return (day is None, day or "", told.claim.id)
