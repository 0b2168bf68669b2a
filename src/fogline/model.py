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
from dataclasses import dataclass, field
from functools import cache, partial
from operator import attrgetter
from typing import Any, Final, TypeVar, cast

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
class Candidate:
    """One of those whom a name may mean where they cannot be told apart."""

    id: str
    name: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Every mention found in the text, whether or not a claim uses it.

    `candidates` are those that it may name, where it has no `id` because they could not be told
    apart.
    """

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
    candidates: tuple[Candidate, ...] = ()


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
    """A mention of a place; coordinates in degrees WGS 84, country ISO 3166-1 alpha-2.

    It lies within `radius` kilometres of the point, None where it has none. `derivation` says in
    words how point and radius follow from the places named; None where it is named itself.
    """

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
    radius: float | None = None
    derivation: str | None = None


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
    """One attributed proposition; never edited. `id` is `claim_id` of its content.

    `confidence` is how well founded the text says its judgement is (low, moderate, medium, high:
    ICD 203), apart from how likely it is; None where it does not say.
    """

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
    confidence: str | None = None


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
class Turn:
    """What one claim says in a conflict, in words, and the day on which it was published."""

    day: str | None
    claim: str
    says: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A typed conflict between claims of one event, with its reason in words.

    `type` is polarity, toll, place, time, blame or control; `state` open, corrected, superseded or
    withdrawn. `history` are its claims by day of publication, those without one last.
    """

    type: str
    claims: tuple[str, ...]
    state: str
    reason: str
    history: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class Credibility:
    """Admiralty information credibility 1-6; 6 means that it cannot be judged."""

    grade: int
    reason: str


@dataclass(frozen=True, slots=True)
class Leaning:
    """How an independent origin stands to an event's sides.

    `side` is the party that it is or leans to, `to` says whether that one is gaining or losing by
    what is told, `interest` whether the origin tells what serves it (own) or not (against); None
    where that is not known.
    """

    origin: str
    side: str | None
    to: str | None
    interest: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of claims about one occurrence, with the three counts kept side by side.

    `agreement` says in words that origins of opposite leaning tell the same, where they do.
    """

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
    leanings: tuple[Leaning, ...] = ()
    agreement: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's or a rule's decision over claims, documents or a place's name: attributed, dated,
    revocable.

    `kind` is same-event, not-same-event, same-origin, not-same-origin, rejected, corrected or
    place-is, whose subjects are `name:NAME`, `place:ID` and where it applies: `country:CODE` or a
    document's id.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    by: str
    at: str
    reason: str
    revoked_at: str | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days in which a forecast is to come true; `basis` is stated, open-ended or undated.

    open-ended: its words give no time. undated: they count from a publication day not known.
    """

    start: str | None = None
    end: str | None = None
    basis: str = "open-ended"


@dataclass(frozen=True, slots=True)
class Rule:
    """What would bear a forecast out: what event, by whom, to whom, where, within what radius.

    `radius_km` is None where no place with coordinates is named; `polarity` is negative where it
    was said that it will not happen.
    """

    event: str
    mode: str | None
    polarity: str
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    places: tuple[Place, ...]
    radius_km: float | None


@dataclass(frozen=True, slots=True)
class ForecastEntry:
    """One line of the forecast log: what was forecast, frozen when it was recorded.

    `said` is when the document appeared; `confidence` how well founded the text says that the
    estimate is. `seq` and `recorded_at` (ISO 8601, UTC) are given by the ledger. A correction is
    an entry of its own that names the one that it `corrects`, by whom (`by`) and why (`note`).
    """

    id: str
    claim: str
    document: str
    said: Published
    comment: bool
    status: str
    source: tuple[Source, ...]
    words: str
    hedges: tuple[str, ...]
    certainty: str
    probability: tuple[float, float] | None
    confidence: str | None
    window: Window
    rule: Rule
    corrects: str | None = None
    by: str | None = None
    note: str | None = None
    seq: int | None = None
    recorded_at: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a forecast, the claims that it rests on and the slots in which they differ.

    `kind` is open, borne-out, borne-out-late, borne-out-in-part, not-borne-out or cannot-tell.
    """

    kind: str
    claims: tuple[str, ...]
    differs_in: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """One forecast by one origin: its first entry, the claims that repeat it, and its outcome.

    `origin` is the key of its one origin, None for a reader's comment.
    """

    entry: ForecastEntry
    repeats: tuple[str, ...]
    origin: str | None
    origins: int
    outcome: Outcome
    likelihood: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """That somebody held a place over some days, as claimed; `end` is None where none is told.

    `contested` where another origin names another holder of the same days, `against` says whom.
    """

    holder: str
    start: str | None
    end: str | None
    origins: int
    claims: tuple[str, ...]
    contested: bool
    against: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Who held a place, as claimed, by first day; never one truth where origins disagree."""

    id: str
    place: Place
    tenures: tuple[Tenure, ...]


@dataclass(frozen=True, slots=True)
class Brier:
    """The mean squared error of stated probabilities, 0 (best) to 1, with its 95 % interval."""

    score: float
    n: int
    interval: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """Of `n` resolved forecasts of one certainty, the mean stated and the observed share."""

    certainty: str
    n: int
    stated: float
    observed: float


@dataclass(frozen=True, slots=True)
class Firm:
    """What became of a source's firm claims, counted in events."""

    claimed: int = 0
    corroborated: int = 0
    contradicted: int = 0
    corrected: int = 0


@dataclass(frozen=True, slots=True)
class Reliability:
    """Admiralty reliability A-F; F means that it cannot be judged. `basis`: record or person."""

    grade: str
    basis: str
    reason: str


@dataclass(frozen=True, slots=True)
class Record:
    """A source's forecasts and firm claims set against what came of them.

    `forecasts` counts by outcome what it said itself, `carried` what it passed on of others.
    """

    id: str
    name: str
    kind: str
    documents: int
    as_origin: int
    as_copy: int
    forecasts: tuple[tuple[str, int], ...]
    carried: tuple[tuple[str, int], ...]
    calibration: tuple[Calibration, ...]
    brier: Brier | None
    firm: Firm
    reliability: Reliability


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
    """Return the content hash of a claim in a document; the claim's own id plays no part.

    Nor does a confidence or a derivation that is not told, so that claims keep the ids they had
    before there was one, nor a place's radius, which follows from the rest.
    """
    content = _HASHED.encode([document, _hashed(claim) | {"id": ""}])
    return f"claim:{hashlib.sha256(content.encode()).hexdigest()[:24]}"


def _hashed(item: Any) -> dict[str, Any]:
    told = _fields(item)
    for late in _LATE.get(type(item), ()):
        if told[late] is None or late == "radius":
            del told[late]
    return told


_LATE: dict[type, tuple[str, ...]] = {Claim: ("confidence",), Place: ("radius", "derivation")}


def _fields(item: Any) -> dict[str, Any]:
    kind: Any = type(item)
    names, values = _columns(kind)
    return dict(zip(names, values(item), strict=True))


@cache
def _columns(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    names = _names(kind) or ()
    return names, attrgetter(*names)  # each class here has several


_HASHED: Final = json.JSONEncoder(default=_hashed, sort_keys=True)


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
