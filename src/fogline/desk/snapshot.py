"""The ledger as the desk sees it at one moment: every claim beside its document, origin, event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from fogline.ledger import Ledger
from fogline.model import Claim, Document, Event, Origin, Part, Reading, Zone
from fogline.weighing import zones as followed


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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Readings, origins and events by id; `zone_of` maps a document's or an event's id to a zone."""

    readings: dict[str, Reading]
    told: dict[str, Told]
    origins: dict[str, Origin]
    origin_of: dict[str, str]
    events: dict[str, Event]
    zones: tuple[Zone, ...]
    zone_of: dict[str, str]

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


def snapshot(ledger: Ledger) -> Snapshot:
    """Return everything that the desk shows, read from the ledger in one pass."""
    readings = {r.document.id: r for r in ledger.readings()}
    origins = {o.id: o for o in ledger.origins()}
    events = {e.id: e for e in ledger.events()}
    origin_of = {m.document: o.id for o in origins.values() for m in o.members}
    told = _told(readings, events, origin_of)
    zones = tuple(followed.zones())
    zone_of = _zones_of(readings, events, told, zones)
    return Snapshot(readings, told, origins, origin_of, events, zones, zone_of)


def counts(snapshot: Snapshot, documents: Iterable[str]) -> Counts:
    """Return the three counts over some documents; one with no named publisher adds none."""
    ids = set(documents)
    publishers = {p for i in ids if (p := snapshot.readings[i].document.publisher)}
    origins = {snapshot.origin_of.get(i, i) for i in ids}
    return Counts(len(ids), len(publishers), len(origins))


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
    readings: dict[str, Reading],
    events: dict[str, Event],
    told: dict[str, Told],
    zones: tuple[Zone, ...],
) -> dict[str, str]:
    """A placeless event belongs where most of the documents that tell it belong."""
    of = {i: z for i, r in readings.items() if (z := _document_zone(r, zones))}
    for event in events.values():
        tellers = Counter(of.get(told[c].document.id) for c in event.claims if c in told)
        usual = tellers.most_common(1)[0][0] if tellers else None
        zone = followed.zone_of(event.places, "", zones) or usual
        if zone:
            of[event.id] = zone
    return of


def _document_zone(reading: Reading, zones: tuple[Zone, ...]) -> str | None:
    places = [p for claim in reading.claims for p in claim.places]
    words = f"{reading.document.title or ''}\n{reading.document.text}"
    return followed.zone_of(places, words, zones)


def _by_day(told: Told) -> tuple[bool, str, str]:
    day = told.document.published.earliest or told.document.published.latest
    return (day is None, day or "", told.claim.id)
