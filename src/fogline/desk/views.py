"""From the snapshot to the API's shapes: pure functions, one a noun."""

from __future__ import annotations

from collections.abc import Iterable

from fogline.desk import wording
from fogline.desk.cards import event_card
from fogline.desk.conflicts import sides
from fogline.desk.receipts import receipts
from fogline.desk.schemas import (
    BehindView,
    ClaimView,
    ConflictView,
    DocumentRow,
    DocumentView,
    EventView,
    MemberView,
    OriginView,
    SideView,
    ZoneName,
)
from fogline.desk.snapshot import Snapshot, Told, counts, event_counts, publication_day
from fogline.model import Contradiction, Document, Event, Origin, OriginMember
from fogline.weighing.parties.publishing import is_own_account


def document_row(view: Snapshot, document: Document) -> DocumentRow:
    """Return a document as one line of a list."""
    origin = view.origins.get(view.origin_of.get(document.id, ""))
    member = (
        next((m for m in origin.members if m.document == document.id), None) if origin else None
    )
    return DocumentRow(
        id=document.id,
        title=title(document),
        publisher=document.publisher,
        author=document.author,
        url=document.url,
        published=document.published,
        zone=view.zone_of.get(document.id),
        claims=len(view.readings[document.id].claims),
        comments=sum(p.role == "comment" for p in document.parts),
        origin=origin.id if origin else None,
        relation=member.relation if member else None,
    )


def document_view(view: Snapshot, document: Document) -> DocumentView:
    """Return a document with its parts, claims and origin."""
    reading = view.readings[document.id]
    row = document_row(view, document)
    origin = view.origins.get(row.origin or "")
    return DocumentView(
        **dict(row),
        text=document.text,
        language=document.language,
        parts=document.parts,
        republished_from=document.republished_from,
        warnings=document.warnings,
        stated=document.stated,
        reader=reading.reader,
        claim_views=tuple(claim_view(view, view.told[c.id]) for c in reading.claims),
        origin_view=origin_view(view, origin) if origin else None,
    )


def claim_view(view: Snapshot, told: Told) -> ClaimView:
    """Return a claim with its receipts and what stands behind its event."""
    claim, event = told.claim, view.events.get(told.event or "")
    words = wording.summary(claim)
    return ClaimView(
        **{f: getattr(claim, f) for f in _CLAIM_FIELDS},
        document=told.document.id,
        publisher=told.document.publisher,
        published=told.document.published,
        part=told.part,
        summary=words.line,
        what=words.what,
        named_source=wording.has_named_source(claim),
        own_word=is_own_account(claim),
        receipts=receipts(claim),
        event_id=told.event,
        origin_id=told.origin,
        voice=view.voices.get(claim.id),
        corroboration=event_counts(event) if event else None,
        rejected=claim.id in view.rejected,
        decided=view.decided.get(claim.id, ()),
    )


def event_view(view: Snapshot, event: Event) -> EventView | None:
    """Return an event with its claims side by side, None when no claim of it is left."""
    card = event_card(view, event, None)
    if card is None:
        return None
    tellings = view.tellings(event)
    origins = dict.fromkeys(t.origin for t in tellings if t.origin)
    zone = next((z for z in view.zones if z.id == view.zone_of.get(event.id)), None)
    return EventView(
        card=card,
        zone=ZoneName(id=zone.id, name=zone.name, box=zone.box) if zone else None,
        reason=event.reason,
        claims=tuple(claim_view(view, t) for t in tellings),
        contradictions=tuple(_conflict(view, event, c) for c in event.contradictions),
        credibility=event.credibility,
        origins=tuple(origin_view(view, view.origins[i]) for i in origins if i in view.origins),
        independent=tuple(
            BehindView(origin=origin, claims=claims)
            for origin, claims in view.still.standing.behind(event).items()
        ),
    )


def origin_view(view: Snapshot, origin: Origin) -> OriginView:
    """Return an origin with its members, the root first."""
    known = [m.document for m in origin.members if m.document in view.readings]
    members = sorted(origin.members, key=lambda m: (m.document != origin.root, m.document))
    return OriginView(
        id=origin.id,
        root=origin.root,
        counts=counts(view, known),
        members=tuple(_member(view, m) for m in members),
        passages=origin.passages,
    )


def rows(view: Snapshot, documents: Iterable[Document]) -> tuple[DocumentRow, ...]:
    """Return documents as list lines, the latest published first, undated ones last."""
    found = (document_row(view, d) for d in documents)
    return tuple(
        sorted(found, key=lambda r: (publication_day(r.published) or "", r.id), reverse=True)
    )


def title(document: Document) -> str:
    """Return the document's title, else the start of its text."""
    if document.title:
        return document.title
    first = next((line.strip() for line in document.text.splitlines() if line.strip()), "")
    return first if len(first) <= 90 else f"{first[:89]}…"


_CLAIM_FIELDS = (
    "id",
    "sentence",
    "trigger",
    "event",
    "mode",
    "actors",
    "recipients",
    "places",
    "when",
    "attribution",
    "status",
    "polarity",
    "certainty",
    "probability",
    "hedges",
    "casualties",
    "loaded",
    "acled",
    "plover",
)


def _conflict(view: Snapshot, event: Event, conflict: Contradiction) -> ConflictView:
    found = (
        SideView(says=says, claims=tuple(claim_view(view, t) for t in told))
        for says, told in sides(view, event, conflict)
    )
    return ConflictView(
        type=conflict.type,
        claims=conflict.claims,
        state=conflict.state,
        reason=conflict.reason,
        history=conflict.history,
        sides=tuple(found),
    )


def _member(view: Snapshot, member: OriginMember) -> MemberView:
    reading = view.readings.get(member.document)
    return MemberView(
        document=member.document,
        title=title(reading.document) if reading else member.document,
        publisher=reading.document.publisher if reading else None,
        published=reading.document.published if reading else None,
        relation=member.relation,
        evidence=member.evidence,
        confidence=member.confidence,
        of=member.of,
        known=reading is not None,
    )
