"""The nouns of Fogline as frozen dataclasses; the JSON contract is these fields, named alike.

Offsets are Unicode code points into `Document.text`, end exclusive. Days are ISO 8601 calendar
days in UTC, both ends inclusive. Unknown is None; tuples are never None.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import types
import typing
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import Any, TypeVar, cast

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as fetched or handed in, with what came along; never changed.

    `media_type` is text/html, text/plain, application/json (one line of a JSONL corpus),
    message/rfc822 (a letter) or multipart/related (a page that a browser saved as one file);
    `published` is a day handed in with --date; `captured_at` an ISO 8601 instant, UTC.
    """

    id: str
    body: bytes
    media_type: str
    name: str
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    captured_at: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the document's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document with one of the codebook's roles; a comment knows its parent."""

    id: str
    role: str
    start: int
    end: int
    author: str | None = None
    parent: str | None = None
    posted: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """The days between which the document appeared, and how that is known."""

    earliest: str | None = None
    latest: str | None = None
    basis: str = "unknown"


@dataclass(frozen=True, slots=True)
class Republished:
    """Where a repost says that its body comes from."""

    author: str | None = None
    publisher: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: days, or days counted from publication; `basis` says how known."""

    text: str | None = None
    start: str | None = None
    end: str | None = None
    offset_days: tuple[float, float] | None = None
    basis: str = "none"


@dataclass(frozen=True, slots=True)
class Entity:
    """Every mention found in the text, whether or not a claim uses it."""

    start: int
    end: int
    text: str
    kind: str
    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    feature: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A capture read into text, metadata and parts; the working copy.

    `links` are the addresses that the page's own text cites, in order.
    """

    id: str
    text: str
    parts: tuple[Part, ...]
    published: Published = Published()
    url: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    language: str | None = None
    republished_from: Republished | None = None
    input_id: str | None = None
    entities: tuple[Entity, ...] = ()
    links: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody, linked to an entity where one is known."""

    text: str
    start: int | None = None
    end: int | None = None
    name: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A mention of a place; coordinates in degrees WGS 84, country ISO 3166-1 alpha-2."""

    text: str
    start: int | None = None
    end: int | None = None
    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    feature: str | None = None
    precision: str | None = None
    role: str = "location"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of an attribution chain, outermost first in a claim."""

    text: str
    kind: str
    name: str | None = None
    id: str | None = None
    cue: Span | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Range:
    """A count between min and max; None is open."""

    min: int | None = None
    max: int | None = None


@dataclass(frozen=True, slots=True)
class Casualties:
    """People harmed, as the claim counts them."""

    killed: Range | None = None
    injured: Range | None = None
    missing: Range | None = None
    displaced: Range | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word that takes a side, with the neutral term that the coding used."""

    text: str
    neutral: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One attributed proposition; never edited. `id` is `claim_id` of its content."""

    id: str
    part: str
    sentence: Span
    trigger: Span
    event: str
    mode: str | None
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Place, ...]
    when: When
    attribution: tuple[Source, ...]
    status: str
    polarity: str
    certainty: str
    hedges: tuple[Span, ...] = ()
    casualties: Casualties = Casualties()
    loaded: tuple[Loaded, ...] = ()
    probability: tuple[float, float] | None = None
    acled: str | None = None
    plover: dict[str, Any] | None = field(default=None, hash=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with its entities filled in, the claims read from it, and the reader's version."""

    document: Document
    claims: tuple[Claim, ...]
    reader: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch that stands in two documents."""

    document: str
    start: int
    end: int
    of_document: str
    of_start: int
    of_end: int


@dataclass(frozen=True, slots=True)
class OriginMember:
    """A document's tie to its origin: relation, evidence in words, confidence 0-1."""

    document: str
    relation: str
    evidence: str
    confidence: float
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where information enters: the documents that copy, excerpt or cite one root."""

    id: str
    root: str | None
    members: tuple[OriginMember, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimOrigin:
    """On whose word one claim stands; `key` is equal where that is shared, None for a comment.

    `own` where it is told in the document's own voice, `heading` where in its headline; `home` is
    the document's origin and `outlet` the publisher of its root, under which several reports of
    one outlet count once.
    """

    key: str | None
    own: bool
    document: str
    heading: bool
    home: str
    outlet: str
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A typed conflict between claims of one event, with its reason in words."""

    type: str
    claims: tuple[str, ...]
    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Credibility:
    """Admiralty information credibility 1-6; 6 means that it cannot be judged."""

    grade: int
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of claims about one occurrence, with the three counts kept side by side."""

    id: str
    event: str
    mode: str | None
    claims: tuple[str, ...]
    documents: int
    publishers: int
    origins: int
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    places: tuple[Place, ...]
    when: When
    contradictions: tuple[Contradiction, ...]
    credibility: Credibility
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's or a rule's decision over claims or documents: attributed, dated, revocable.

    `kind` is same-event, not-same-event, same-origin, not-same-origin, rejected or corrected.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    by: str
    at: str
    reason: str
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Zone:
    """A conflict area that the desk follows; `box` is south, west, north, east in degrees."""

    id: str
    name: str
    countries: tuple[str, ...]
    box: tuple[float, float, float, float] | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A document that holds the words searched for, and its claims whose sentence holds them."""

    document: str
    title: str | None
    excerpt: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed, sitemap or page that is followed, and how it fared; instants are ISO 8601, UTC.

    `kind` is auto (told by what the address answers), feed, sitemap, index or page; `minutes` lie
    between two looks. `last_good` is when it last answered as it should, `last_new` when it last
    had something new; `failures` counts in a row, `reason` and `detail` say why. `wanted` is False
    for what the last list does not name any more.
    """

    url: str
    kind: str = "auto"
    title: str | None = None
    minutes: float = 30.0
    etag: str | None = None
    last_modified: str | None = None
    last_tried: str | None = None
    last_good: str | None = None
    last_new: str | None = None
    next_due: str | None = None
    failures: int = 0
    reason: str | None = None
    detail: str | None = None
    entries: int = 0
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a followed feed named; `number` is the ledger's own order of arrival.

    `checks` counts the visits; at `next_check` it is visited (again), None: not any more.
    """

    feed: str
    id: str
    url: str
    title: str | None = None
    published: str | None = None
    number: int = 0
    etag: str | None = None
    last_modified: str | None = None
    capture: str | None = None
    checks: int = 0
    failures: int = 0
    next_check: str | None = None


@dataclass(frozen=True, slots=True)
class Quarantined:
    """An item that failed, with its reason and, where there were bytes, its capture.

    At `next_try` it is tried again, None: not by itself. `version` is Fogline's at the last try.
    """

    item: str
    reason: str
    detail: str
    remedy: str
    first_at: str
    last_at: str
    tries: int
    version: str
    next_try: str | None = None
    capture: Capture | None = None


def capture_id(body: bytes) -> str:
    """Return `sha256:<hex>` of the captured bytes."""
    return f"sha256:{hashlib.sha256(body).hexdigest()}"


def claim_id(document: str, claim: Claim) -> str:
    """Return the content hash of a claim in a document; the claim's own id plays no part."""
    content = json.dumps([document, to_dict(replace(claim, id=""))], sort_keys=True)
    return f"claim:{hashlib.sha256(content.encode()).hexdigest()[:24]}"


def to_dict(item: Any) -> Any:
    """Return a dataclass (or a tuple of them) as the JSON contract's plain values."""
    kind: Any = type(item)
    names = _names(kind)
    if names is not None:
        return {name: to_dict(getattr(item, name)) for name in names}
    if isinstance(item, (tuple, list)):
        return [to_dict(i) for i in item]
    return item


def from_dict(kind: type[T], data: dict[str, Any]) -> T:
    """Return a dataclass of `kind` from what `to_dict` gave; fields not known are ignored."""
    wanted: Any = kind
    return cast(T, _build(wanted, _decoders(wanted), data))


# What follows works a type out once: a ledger of some thousand claims makes millions of values.
Decoder = Callable[[Any], Any]


@cache
def _names(kind: type) -> tuple[str, ...] | None:
    if not dataclasses.is_dataclass(kind):
        return None
    return tuple(f.name for f in dataclasses.fields(kind))


@cache
def _decoders(kind: Any) -> tuple[tuple[str, Decoder | None], ...]:
    return tuple((name, _decoder(hint)) for name, hint in typing.get_type_hints(kind).items())


@cache
def _decoder(hint: Any) -> Decoder | None:
    """Return what turns a plain value into one of `hint`; None where it is that already."""
    if isinstance(hint, types.UnionType):
        return _decoder(next(o for o in typing.get_args(hint) if o is not types.NoneType))
    if typing.get_origin(hint) is tuple:
        inner = _decoder(typing.get_args(hint)[0])
        return partial(_tuple, inner) if inner else tuple
    if not dataclasses.is_dataclass(hint):
        return None
    kind: Any = hint
    return partial(_build, kind, _decoders(kind))


def _tuple(inner: Decoder, values: list[Any]) -> tuple[Any, ...]:
    return tuple([inner(value) for value in values])


def _build(
    kind: Any, decoders: tuple[tuple[str, Decoder | None], ...], data: dict[str, Any]
) -> Any:
    fields = {}
    for name, decode in decoders:
        if name in data:
            value = data[name]
            fields[name] = value if value is None or decode is None else decode(value)
    return kind(**fields)
