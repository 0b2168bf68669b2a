"""What weighing derives from a ledger: all of it anew, or what arrivals change of it.

Both come to the same. Anew, all claims are compared and grouped at once; an arrival is compared
with its neighbourhood alone, and of events, origins and claims' origins those are written that
came out otherwise than before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from fogline.ledger.derived import Revision
from fogline.model import ClaimOrigin, Event, Origin, Reading
from fogline.neighbourhood import Neighbourhood, shelve_all
from fogline.weighing.clusters import joined, together
from fogline.weighing.events import by_page, event
from fogline.weighing.forecasts import entries
from fogline.weighing.leanings import Said, said
from fogline.weighing.origins import origins as origins_of
from fogline.weighing.versions import page_of
from fogline.weighing.views import View, views
from fogline.weighing.voices import SOURCE, claim_origins

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.ledger.revising import Revising
    from fogline.weighing.authorities import Authority

T = TypeVar("T", Origin, Event)

MANY = 0.5  # share of the documents that are new from which all is derived anew


def weigh(ledger: Ledger) -> None:
    """Derive origins, events and each claim's origin anew from every reading in the ledger.

    Claims about the future that the log of forecasts lacks are appended to it: those of a ledger
    that is older than the log.
    """
    held = _Held(tuple(ledger.readings()))
    ledger.record_forecasts(entry for reading in held.readings for entry in entries(reading))
    edges, clusters = joined(held.views)
    found = (event(cluster, held.voices, held.said, held.pages) for cluster in clusters)
    told = {r.document.id: held.pages.get(r.document.id, ()) for r in held.readings}
    with ledger.revising() as revising:
        revising.replace(held.origins, sorted(found, key=lambda e: e.id), held.voices)
        shelve_all(revising.shelves, told, clusters, edges)


def weigh_new(ledger: Ledger) -> None:
    """Derive what the documents that were added since the last weighing change."""
    while new := ledger.unweighed():
        held = _Held(tuple(ledger.readings()))
        if len(new) > MANY * len(held.readings) or _are_versions(new, held.readings):
            weigh(ledger)
            return
        before = _Before(ledger.origins(), ledger.claim_origins())
        with ledger.revising() as revising:
            if revising.unweighed() == new:  # else another process was first: look again
                _arrive(revising, new, held, before)
                return


def _are_versions(new: Sequence[str], readings: Sequence[Reading]) -> bool:
    """Tell whether a document that is new is another version of a page: what the others say of it
    changes with it.
    """
    held = Counter(page_of(reading.document) for reading in readings)
    arrived = {r.document.id: page_of(r.document) for r in readings}
    return any(held[arrived[document]] > 1 for document in new if document in arrived)


@dataclass(frozen=True)
class _Held:
    """What is derived from all readings at once."""

    readings: tuple[Reading, ...]

    @cached_property
    def views(self) -> list[View]:
        return views(self.readings)

    @cached_property
    def seen(self) -> Mapping[str, View]:
        return {v.claim.id: v for v in self.views}

    @cached_property
    def pages(self) -> Mapping[str, Sequence[View]]:
        return by_page(self.views)

    @cached_property
    def origins(self) -> tuple[Origin, ...]:
        return origins_of(self.readings)

    @cached_property
    def voices(self) -> Mapping[str, ClaimOrigin]:
        return claim_origins(self.readings, self.origins, self.views)

    @cached_property
    def said(self) -> Mapping[Authority, Said]:
        return said(self.readings)


@dataclass(frozen=True)
class _Before:
    """What was derived before."""

    origins: tuple[Origin, ...]
    voices: Mapping[str, ClaimOrigin]


def _arrive(revising: Revising, new: Sequence[str], held: _Held, before: _Before) -> None:
    keys: dict[str, int] = {}
    touched: set[str] = set()
    for document in new:
        page, own = revising.shelves.keys(document)
        keys |= own
        fresh = held.pages.get(document, ())
        changed = Neighbourhood(revising.shelves, page, own).arrive(fresh)
        touched |= {claim for cluster in changed.clusters for claim in cluster.claims}
    voices = {c: v for c, v in held.voices.items() if before.voices.get(c) != v}
    touched |= _beside(voices.keys(), held) | _leaning(set(new), held)
    old = {e.id: e for e in revising.events_of(touched)}
    touched |= {claim for e in old.values() for claim in e.claims}
    events = {e.id: e for e in _events(revising.shelves.clusters(touched), held)}
    stood = {o.id: o for o in before.origins}
    origins = {o.id: o for o in held.origins}
    revising.revise(
        Revision(
            gone_origins=frozenset(stood.keys() - origins.keys()),
            gone_events=frozenset(old.keys() - events.keys()),
            origins=_changed(stood, origins),
            events=_changed(old, events),
            voices=voices,
        )
    )


def _changed(before: Mapping[str, T], now: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(now[key] for key in sorted(now) if before.get(key) != now[key])


def _events(clusters: Iterable[Set[str]], held: _Held) -> Iterator[Event]:
    for claims in clusters:
        cluster = together([held.seen[claim] for claim in claims])
        yield event(cluster, held.voices, held.said, held.pages)


def _beside(claims: Iterable[str], held: _Held) -> set[str]:
    """Return all claims of the documents that hold one of the claims."""
    documents = {held.seen[claim].document.id for claim in claims}
    return {v.claim.id for document in documents for v in held.pages[document]}


def _leaning(new: Set[str], held: _Held) -> set[str]:
    """Return the claims of sources of whom the new documents are the first to say how they lean."""
    before = said(r for r in held.readings if r.document.id not in new)
    now = held.said
    named = {
        f"{SOURCE}{who.name}"
        for who in before.keys() | now.keys()
        if before.get(who) != now.get(who)
    }
    return {claim for claim, voice in held.voices.items() if voice.key in named}
