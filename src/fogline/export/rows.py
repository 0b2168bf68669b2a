"""What is given out of each kind, row by row: the fields of docs/data-model.md from model types.

Rows come in the order of their ids, and a row's fields in the order of `fields` in `KINDS`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Protocol

from fogline.chain import Takedown
from fogline.export import weighed
from fogline.model import (
    Capture,
    ClaimOrigin,
    Displaced,
    Document,
    Event,
    Forecast,
    Judgement,
    Origin,
    Passage,
    Reading,
    Record,
    Timeline,
    to_dict,
)

Row = dict[str, Any]


class Held(Protocol):
    """What an export is drawn from; a ledger is one."""

    def captures(self) -> Iterable[Capture]: ...
    def readings(self) -> Iterable[Reading]: ...
    def origins(self) -> Iterable[Origin]: ...
    def events(self) -> Iterable[Event]: ...
    def displaced(self) -> Iterable[Displaced]: ...
    def claim_origins(self) -> Mapping[str, ClaimOrigin]: ...
    def judgements(self) -> Iterable[Judgement]: ...
    def carried(self) -> Mapping[str, str | None]: ...
    def takedowns(self) -> Iterable[Takedown]: ...
    def forecasts(self) -> Iterable[Forecast]: ...
    def control(self) -> Iterable[Timeline]: ...
    def records(self) -> Iterable[Record]: ...


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing that can be exported: its fields, in order, and its rows, by id."""

    fields: tuple[str, ...]
    rows: Callable[[Held], Iterator[Row]]


def documents(held: Held) -> Iterator[Row]:
    """Yield the documents; `version` counts the captures of one address, by capture time."""
    captured_at = {capture.id: capture.captured_at for capture in held.captures()}
    readings = sorted(held.readings(), key=_document_id)
    versions = _versions((r.document for r in readings), captured_at)
    for reading in readings:
        row = to_dict(reading.document)
        del row["text"], row["entities"]
        row |= {"captured_at": captured_at[row["id"]], "version": versions[row["id"]]}
        yield row | {"reader": reading.reader, "claims": len(reading.claims)}


def claims(held: Held) -> Iterator[Row]:
    """Yield the claims, each with its document, origin, event and the judgements in force.

    `origin` is on whose word the claim stands, with `origin_reason`: a document's origin or, as
    "source:NAME" or "outlet:NAME", the authority cited; None for a comment and before weighing.
    A judgement over a claim that is read otherwise now stands at the one that says what that said,
    with `carried_from`.
    """
    event_of = {claim: event.id for event in held.events() for claim in event.claims}
    voices = held.claim_origins()
    judged = _judged(held.judgements(), held.carried())
    told = ((claim, reading) for reading in held.readings() for claim in reading.claims)
    for claim, reading in sorted(told, key=_claim_id):
        voice = voices.get(claim.id)
        yield to_dict(claim) | {
            "document": reading.document.id,
            "event_id": event_of.get(claim.id),
            "origin": voice.key if voice else None,
            "origin_reason": voice.reason if voice else None,
            "reader": reading.reader,
            "judgements": judged[claim.id],
        }


def origins(held: Held) -> Iterator[Row]:
    """Yield the origins with the documents that go back to each."""
    for origin in sorted(held.origins(), key=attrgetter("id")):
        members = sorted(origin.members, key=attrgetter("document", "relation"))
        yield {
            "id": origin.id,
            "root": origin.root,
            "documents": [_member(to_dict(member)) for member in members],
            "passages": [_passage(passage) for passage in origin.passages],
        }


def events(held: Held) -> Iterator[Row]:
    """Yield the events with their three counts, contradictions and grade."""
    return (to_dict(event) for event in sorted(held.events(), key=attrgetter("id")))


def judgements(held: Held) -> Iterator[Row]:
    """Yield the judgements, the revoked ones too."""
    return (to_dict(item) for item in sorted(held.judgements(), key=attrgetter("id")))


def takedowns(held: Held) -> Iterator[Row]:
    """Yield what stands in the place of captures that had to go."""
    for stone in sorted(held.takedowns(), key=attrgetter("capture")):
        yield {"id": stone.capture, "by": stone.by, "at": stone.at, "reason": stone.reason}


def _document_id(reading: Reading) -> str:
    return reading.document.id


def _claim_id(told: tuple[Any, Reading]) -> str:
    return str(told[0].id)


def _versions(found: Iterable[Document], captured_at: dict[str, str | None]) -> dict[str, int]:
    """Number the documents of each address by capture time; one without address is the first."""
    seen: defaultdict[str, int] = defaultdict(int)
    versions = {}
    for document in sorted(found, key=lambda d: (captured_at[d.id] or "", d.id)):
        seen[document.url or document.id] += 1
        versions[document.id] = seen[document.url or document.id]
    return versions


def _judged(
    found: Iterable[Judgement], carried: Mapping[str, str | None]
) -> defaultdict[str, list[Row]]:
    """Return the judgements in force by the id of what they are about."""
    by_subject: defaultdict[str, list[Row]] = defaultdict(list)
    for judgement in sorted(found, key=attrgetter("id")):
        for subject in judgement.subjects if judgement.revoked_at is None else ():
            successor = carried.get(subject)
            was = {"carried_from": subject} if successor else {}
            by_subject[successor or subject].append(to_dict(judgement) | was)
    return by_subject


def _member(row: Row) -> Row:
    return {"id": row.pop("document")} | row


def _passage(passage: Passage) -> Row:
    of = {"document": passage.of_document, "start": passage.of_start, "end": passage.of_end}
    return {
        "document": passage.document,
        "start": passage.start,
        "end": passage.end,
        "of": of,
    }


KINDS = {
    "documents": Kind(
        (
            "id", "input_id", "url", "title", "author", "publisher", "published", "captured_at",
            "parts", "version", "language", "republished_from", "links", "warnings", "reader",
            "claims", "stated", "corrected",
        ),
        documents,
    ),
    "claims": Kind(
        (
            "id", "document", "part", "event", "mode", "status", "polarity", "certainty",
            "probability", "actors", "recipients", "places", "when", "attribution", "trigger",
            "sentence", "hedges", "casualties", "loaded", "acled", "plover", "event_id", "origin",
            "origin_reason", "reader", "judgements", "confidence",
        ),
        claims,
    ),
    "origins": Kind(("id", "root", "documents", "passages"), origins),
    "events": Kind(
        (
            "id", "event", "mode", "claims", "documents", "publishers", "origins", "actors",
            "recipients", "places", "when", "contradictions", "credibility", "reason",
            "leanings", "agreement",
        ),
        events,
    ),
    "forecasts": Kind(weighed.FORECASTS, weighed.forecasts),
    "contradictions": Kind(weighed.CONTRADICTIONS, weighed.contradictions),
    "control": Kind(weighed.CONTROL, weighed.control),
    "sources": Kind(weighed.SOURCES, weighed.sources),
    "judgements": Kind(
        (
            "id", "kind", "subjects", "by", "at", "reason", "revoked_at", "revoked_by",
            "revoked_reason",
        ),
        judgements,
    ),
    "takedowns": Kind(("id", "by", "at", "reason"), takedowns),
}  # fmt: skip
