"""What a ledger keeps beside what was read: judgements, what is followed, what failed."""

from __future__ import annotations

from dataclasses import dataclass

from fogline.model.told import Capture, Stated


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's or a rule's decision over claims, documents or a place's name: attributed, dated,
    revocable.

    `kind` is same-event, not-same-event, same-origin, not-same-origin, rejected, corrected,
    reliability-GRADE, publisher-is or title-is (a document's id and `publisher:NAME` or
    `title:TITLE`), or place-is, whose subjects are `name:NAME`, `place:ID` and where it applies:
    `country:CODE` or a document's id. Who revoked it and why is known from when it was asked.
    """

    id: str
    kind: str
    subjects: tuple[str, ...]
    by: str
    at: str
    reason: str
    revoked_at: str | None = None
    revoked_by: str | None = None
    revoked_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Revoked:
    """That a judgement holds no longer: from when on (ISO 8601, UTC), by whom and why."""

    at: str
    by: str | None = None
    reason: str | None = None


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
    `published` and `stated` were handed in with what came to no capture.
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
    published: str | None = None
    stated: Stated | None = None
