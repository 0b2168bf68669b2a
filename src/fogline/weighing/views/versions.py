"""Versions of one page: what was captured from one address more than once is one document.

A version is later than another where it was captured later; what was captured in one second is in
no order. A page without an address, or at a site's front door, which tells other things every day,
is its own only version. What the last version no longer says, its publisher says no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from fogline.model import Claim, Document, OriginMember
from fogline.weighing.measures.days import ordinal
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import content, fold, tokens
from fogline.weighing.sources.citations import address
from fogline.weighing.views.retractions import takes_back

TAKEN_BACK = ("withdrawn", "corrected")  # what becomes of a word whose speaker drops it
SAME = 0.8  # share of a sentence's words from which another is the same, lightly edited


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a page: the page's key, the day on which a later one was seen (an ordinal)
    and the last version's document, None where it is the last.

    `since` is None for a first version: that one appeared when the page says that it did.
    """

    page: str
    since: int | None = None
    last: Document | None = None


@dataclass(frozen=True, slots=True)
class Gone:
    """That a page says a thing no more, since a day (an ordinal), and the state that it gives.

    `state` is withdrawn or corrected where the page says so itself, else None.
    """

    day: int | None
    state: str | None


def page_of(document: Document) -> str:
    """Return what all versions of a document's page have in common."""
    found = address(document.url) if document.url else ""
    return f"page:{found}" if "/" in found or "?" in found else document.id


def versions(documents: Iterable[Document]) -> Mapping[str, Version]:
    """Return the version that each document is, by its id; the order of input plays no part."""
    pages: defaultdict[str, list[Document]] = defaultdict(list)
    for document in documents:
        pages[page_of(document)].append(document)
    return {d: v for page, held in pages.items() for d, v in _of_page(page, held)}


def _of_page(page: str, held: Sequence[Document]) -> Iterator[tuple[str, Version]]:
    ordered = sorted(held, key=lambda d: (d.captured_at or "", d.id))
    first, last = ordered[0].captured_at, ordered[-1]
    known = all(document.captured_at for document in ordered)
    for document in ordered:
        later = known and document.captured_at != first
        old = known and document.captured_at != last.captured_at
        since = ordinal(document.captured_at) if later else None
        yield document.id, Version(page, since, last if old else None)


def gone(claim: Claim, told: Version, kept: Iterable[Claim], text: str) -> Gone | None:
    """Return that a claim no longer stands on its page; None where it does, or is in the last one.

    `kept` are the claims of the last version, `text` is that of the claim's own.
    """
    last = told.last
    if last is None or fold(claim.sentence.text) in fold(last.text):
        return None
    if any(_same(claim, other) for other in kept):
        return None
    return Gone(ordinal(last.captured_at), cue(last.text, unless=text))


def _same(claim: Claim, other: Claim) -> bool:
    """Say whether a claim says what another does, in words that were edited at most."""
    kinds = {(c.event, c.mode, c.status, c.polarity) for c in (claim, other)}
    if len(kinds) > 1 or claim.casualties != other.casualties:
        return False
    one, two = content(claim.sentence.text), content(other.sentence.text)
    return bool(one) and len(one & two) >= SAME * len(one)


@lru_cache(maxsize=1 << 10)
def cue(text: str, unless: str = "") -> str | None:
    """Return whether words set right or take back what was said; not those of an earlier text."""
    if takes_back(text) > takes_back(unless):
        return TAKEN_BACK[0]
    said, before = (f" {' '.join(tokens(t))} " for t in (text, unless))
    return next(
        (
            state
            for state in TAKEN_BACK
            if any(said.count(f" {p} ") > before.count(f" {p} ") for p in _phrases()[state])
        ),
        None,
    )


def roots(members: Iterable[OriginMember], pages: Mapping[str, str]) -> frozenset[str]:
    """Return the pages of which some version is an origin's root."""
    held = ((member, pages.get(member.document)) for member in members)
    return frozenset(page for member, page in held if page and member.relation == "root")


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    rows = table(__package__, "evolution.toml")
    return {state: tuple(rows[state]["phrases"]) for state in TAKEN_BACK}
