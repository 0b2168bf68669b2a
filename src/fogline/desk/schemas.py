"""The shapes of the JSON API, where pydantic meets the model's dataclasses."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel

from fogline.desk.board import ZoneBoard
from fogline.desk.cards import EventCard
from fogline.desk.front import ZoneFront
from fogline.desk.places import Tray
from fogline.desk.profiles import Line
from fogline.desk.receipts import Receipt
from fogline.desk.snapshot import Counts
from fogline.intake.waits import Health
from fogline.model import (
    Casualties,
    ClaimOrigin,
    Credibility,
    Loaded,
    Mention,
    Part,
    Passage,
    Place,
    Published,
    Republished,
    Source,
    Span,
    Turn,
    When,
)


class ZoneName(BaseModel):
    """A zone in lists; `box` is south, west, north, east in degrees."""

    id: str
    name: str
    box: tuple[float, float, float, float] | None


class DocumentRow(BaseModel):
    """A document in lists; `relation` is its tie to its origin."""

    id: str
    title: str
    publisher: str | None
    author: str | None
    url: str | None
    published: Published
    zone: str | None
    claims: int
    comments: int
    origin: str | None
    relation: str | None


class ClaimView(BaseModel):
    """A claim with all its slots, its receipts, and where it was told."""

    id: str
    document: str
    publisher: str | None
    published: Published
    part: Part
    sentence: Span
    trigger: Span
    event: str
    mode: str | None
    summary: str
    what: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Place, ...]
    when: When
    attribution: tuple[Source, ...]
    named_source: bool
    own_word: bool
    status: str
    polarity: str
    certainty: str
    probability: tuple[float, float] | None
    hedges: tuple[Span, ...]
    casualties: Casualties
    loaded: tuple[Loaded, ...]
    acled: str | None
    plover: dict[str, Any] | None
    receipts: tuple[Receipt, ...]
    event_id: str | None
    origin_id: str | None
    voice: ClaimOrigin | None
    corroboration: Counts | None
    rejected: bool
    decided: tuple[str, ...]


class MemberView(BaseModel):
    """A document's tie to its origin, in words."""

    document: str
    title: str
    publisher: str | None
    published: Published | None
    relation: str
    evidence: str
    confidence: float
    of: str | None
    known: bool


class OriginView(BaseModel):
    """An origin: its root and those who copy, excerpt or cite it."""

    id: str
    root: str | None
    counts: Counts
    members: tuple[MemberView, ...]
    passages: tuple[Passage, ...]


class DocumentView(DocumentRow):
    """A document's text, parts and claims; offsets are code points into `text`."""

    text: str
    language: str | None
    parts: tuple[Part, ...]
    republished_from: Republished | None
    warnings: tuple[str, ...]
    stated: tuple[str, ...]
    reader: str
    claim_views: tuple[ClaimView, ...]
    origin_view: OriginView | None


class EventLine(BaseModel):
    """An event by its id and its line."""

    id: str
    line: str


class SideView(BaseModel):
    """One side of a conflict: what it says, and its claims, some of which may stand elsewhere."""

    says: str
    claims: tuple[ClaimView, ...]


class ConflictView(BaseModel):
    """A contradiction of one event, its sides apart: "say so" and "deny it", or other readings."""

    type: str
    claims: tuple[str, ...]
    state: str
    reason: str
    history: tuple[Turn, ...]
    sides: tuple[SideView, ...]


class BehindView(BaseModel):
    """An independent origin behind an event, with the claims for which it counts."""

    origin: str
    claims: tuple[str, ...]


class EventView(BaseModel):
    """An event with its claims side by side; `independent` are the origins that are counted."""

    card: EventCard
    zone: ZoneName | None
    reason: str
    claims: tuple[ClaimView, ...]
    contradictions: tuple[ConflictView, ...]
    credibility: Credibility
    origins: tuple[OriginView, ...]
    independent: tuple[BehindView, ...]


class BetweenView(BaseModel):
    """A conflict of an event with others that tell otherwise of one occurrence, or of one place."""

    type: str
    state: str
    reason: str
    place: str | None
    events: tuple[EventLine, ...]


class ZoneView(BaseModel):
    """A zone's board and its documents."""

    board: ZoneBoard
    documents: tuple[DocumentRow, ...]


class ZoneFrontView(BaseModel):
    """A zone in short, and its documents."""

    board: ZoneFront
    documents: tuple[DocumentRow, ...]


class FeatureCollection(BaseModel):
    """GeoJSON (RFC 7946); a whole country's feature has no geometry of its own."""

    type: Literal["FeatureCollection"] = "FeatureCollection"
    features: tuple[dict[str, Any], ...]
    tray: tuple[Tray, ...]


class SourcePage(BaseModel):
    """A source's documents, the latest first, and the claims that rest on its own word, with the
    ids of those corrected and of those contested.
    """

    id: str
    documents: tuple[DocumentRow, ...]
    claims: tuple[Line, ...]
    corrected: tuple[str, ...]
    contested: tuple[str, ...]


class FoundDocument(DocumentRow):
    """A document that holds the words searched for, with the stretch around them."""

    excerpt: str


class Found(BaseModel):
    """What a search gave: documents whose words match, and the claims among their sentences.

    `held` documents were looked in, published from one day to another as far as that is known.
    """

    words: str
    held: int
    start: str | None
    end: str | None
    documents: tuple[FoundDocument, ...]
    claims: tuple[ClaimView, ...]


class FeedRow(BaseModel):
    """Something followed and how it fares; instants are ISO 8601, UTC.

    `state` is failing, stale, new, good or left; `reason` and `detail` say why it fails.
    """

    url: str
    kind: str
    title: str | None
    state: Health
    minutes: float
    last_tried: str | None
    last_good: str | None
    last_new: str | None
    next_due: str | None
    failures: int
    reason: str | None
    detail: str | None
    entries: int


class Feeds(BaseModel):
    """What is followed, as of an instant."""

    at: str
    feeds: tuple[FeedRow, ...]


class LeftOut(BaseModel):
    """How many claims of control give no place a holder, for one reason."""

    reason: str
    claims: int


class ExportLink(BaseModel):
    """One download."""

    kind: str
    format: str
    href: str


class Overview(BaseModel):
    """What the ledger holds, and where its exports are."""

    counts: Counts
    claims: int
    events: int
    zones: tuple[ZoneName, ...]
    exports: tuple[ExportLink, ...]
