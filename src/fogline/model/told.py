"""What is captured, read and told: captures, documents, mentions, claims."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from fogline.model.quick import quick


@dataclass(frozen=True, slots=True)
class Stated:
    """What the person who adds some bytes states of them: it was not read from them."""

    publisher: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes as fetched or handed in, with what came along; never changed.

    `media_type` is text/html, text/plain, application/json (one line of a JSONL corpus),
    message/rfc822 (a letter) or multipart/related (a page that a browser saved as one file);
    `published` is a day handed in with --date; `captured_at` an ISO 8601 instant, UTC; `stated` is
    what else was handed in with them.
    """

    id: str
    body: bytes
    media_type: str
    name: str
    url: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    captured_at: str | None = None
    published: str | None = None
    stated: Stated | None = None


@quick
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


@quick
@dataclass(frozen=True, slots=True)
class When:
    """The time of an event: days, or days counted from publication; `basis` says how known.

    `spoken` is true where the day is only that on which it was told of: it happened then, or some
    days before; else None.
    """

    text: str | None = None
    start: str | None = None
    end: str | None = None
    offset_days: tuple[float, float] | None = None
    basis: str = "none"
    spoken: bool | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of those whom a name may mean where they cannot be told apart."""

    id: str
    name: str
    country: str | None = None


@quick
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

    `links` are the addresses that the page's own text cites, in order; `captured_at` is when its
    bytes were captured, an ISO 8601 instant, UTC; `stated` names the fields (publisher, title, url)
    that are as whoever added it stated them, for it gives none itself, and `corrected` those that
    somebody set right: a warning says who and why.
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
    captured_at: str | None = None
    stated: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names somebody, linked to an entity where one is known."""

    text: str
    start: int | None = None
    end: int | None = None
    name: str | None = None
    id: str | None = None


@quick
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


@quick
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


@quick
@dataclass(frozen=True, slots=True)
class Range:
    """A count between min and max; None is open."""

    min: int | None = None
    max: int | None = None

    def below(self, other: Range) -> bool:
        """Say whether the most that it may be is less than the least that another may be."""
        return self.max is not None and other.min is not None and self.max < other.min

    def told(self) -> str:
        """Return it in words: "3", "at least 3", "up to 3", "2 to 3"."""
        if self.min == self.max:
            return str(self.min)
        if self.max is None:
            return f"at least {self.min}"
        return f"up to {self.max}" if self.min is None else f"{self.min} to {self.max}"


@quick
@dataclass(frozen=True, slots=True)
class Casualties:
    """People harmed, as the claim counts them."""

    killed: Range | None = None
    injured: Range | None = None
    missing: Range | None = None
    displaced: Range | None = None


HARMS = tuple(harm.name for harm in fields(Casualties))
"""The kinds of harm that people are counted by."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A word that takes a side, with the neutral term that the coding used."""

    text: str
    neutral: str


@quick
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
