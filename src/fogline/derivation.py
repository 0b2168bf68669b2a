"""What weighing derives from a ledger: all of it anew, or what arrivals change of it.

Both come to the same. Anew, all claims are compared and grouped at once; an arrival is compared
with its neighbourhood alone, and of events, origins and claims' origins those are written that
came out otherwise than before. What people decide is weighed like arrivals: the documents that hold
the claims that it is about go, and arrive once more.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from fogline.arrivals.leanings import leaning, turned
from fogline.arrivals.library import Library
from fogline.arrivals.origins import Arrived, arrived, heard_anew
from fogline.arrivals.origins import origins as changed_origins
from fogline.arrivals.voices import silence
from fogline.arrivals.voices import voices as changed_voices
from fogline.arrivals.whole import post_all
from fogline.ledger.derived import Revision
from fogline.model import ClaimOrigin, Event, Judgement, Origin, Revoked
from fogline.neighbourhood import Neighbourhood, shelve_all
from fogline.weighing.decisions import (
    HEEDED,
    NONE,
    Decisions,
    decisions,
    differing,
    heard,
    in_force,
)
from fogline.weighing.events import event, reason
from fogline.weighing.forecast.forecasts import entries
from fogline.weighing.lately import forget
from fogline.weighing.occurrence.clusters import joined
from fogline.weighing.occurrence.growing import Regrouped
from fogline.weighing.origin.leanings import said
from fogline.weighing.origin.origins import ground
from fogline.weighing.origin.origins import origins as origins_of
from fogline.weighing.origin.voices import claim_origins
from fogline.weighing.views.views import by_page, views

if TYPE_CHECKING:
    from fogline.ledger import Ledger
    from fogline.ledger.revising import Revising

T = TypeVar("T", Origin, Event)

MANY = 0.5  # share of the documents that are new from which all is derived anew


def weigh(ledger: Ledger) -> None:
    """Derive origins, events and each claim's origin anew from every reading in the ledger.

    Claims about the future that the log of forecasts lacks are appended to it: those of a ledger
    that is older than the log.
    """
    _weigh(ledger, list, lambda _: None)


def judge(ledger: Ledger, made: Sequence[Judgement]) -> None:
    """Record judgements and derive what comes of them: both, or neither."""

    def record(revising: Revising) -> None:
        for judgement in made:
            revising.judge(judgement)

    if not any(judgement.kind in HEEDED for judgement in made):
        with ledger.revising() as revising:
            record(revising)
        return
    _decide(ledger, lambda held: [*held, *made], record)


def revoke(
    ledger: Ledger, judgement: Judgement, at: str, by: str | None = None, reason: str | None = None
) -> None:
    """Note that a judgement holds no longer, from an ISO 8601 instant on, UTC, by whom and why, and
    derive what comes of that: both, or neither.
    """
    if judgement.kind not in HEEDED:
        ledger.revoke(judgement.id, at, by, reason)
        return
    revoked = Revoked(at, by, reason)

    def left(held: Sequence[Judgement]) -> list[Judgement]:
        return [j for j in held if j.id != judgement.id]

    _decide(ledger, left, lambda revising: revising.revoke(judgement.id, revoked))


Change = Callable[[Sequence[Judgement]], Sequence[Judgement]]
Record = Callable[["Revising"], None]


class _TooFar(Exception):
    """What a decision changes reaches further than what lies around the documents it is about."""


def _decide(ledger: Ledger, change: Change, record: Record) -> None:
    """Derive what a change of the judgements changes, and record it: both, or neither."""
    weigh_new(ledger)
    try:
        with _uncollected(), ledger.revising() as revising:
            _weigh_again(revising, change, record)
    except _TooFar:
        _weigh(ledger, change, record)
        weigh_new(ledger)


def _weigh_again(revising: Revising, change: Change, record: Record) -> None:
    """Let go what judgements are about and take it in by what they come to after a change.

    Raises _TooFar where that does not do: a crowd may be one no more, or there are documents that
    were never weighed.
    """
    if revising.unweighed():
        raise _TooFar
    held, carried = revising.judgements(), revising.carried()
    was, now = (decisions(in_force(found), carried) for found in (held, change(held)))
    record(revising)
    library = Library(revising, decided=now)
    turned = library.telling(was.rejected.keys() ^ now.rejected.keys())
    moved = turned | library.telling(differing(was.events, now.events))
    before = Library(revising, decided=was)
    hoods = [_neighbourhood(revising, document, before) for document in sorted(moved)]
    changed = [hood.leave() for hood in hoods]
    changed += [_take_in(revising, document, library) for document in sorted(moved)]
    if not all(hood.are_crowds() for hood in hoods):
        raise _TooFar
    came = heard_anew(library, before, turned)
    silent = silence(library, now.rejected.keys() - was.rejected.keys())
    decided = frozenset(revising.postings.pages(differing(was.origins, now.origins)))
    _revise(library, came, changed, silent=silent, decided=decided)


def _weigh(ledger: Ledger, change: Change, first: Record) -> None:
    """Derive all anew by what the judgements come to after a change of them.

    What else is to be written goes `first`, with it. Where another process decides something
    meanwhile it is begun again, so that neither decision is weighed without the other.
    """
    held = ledger.judgements()
    while not _weighed(ledger, held, change(held), first):
        held = ledger.judgements()


def _weighed(
    ledger: Ledger, held: Sequence[Judgement], judgements: Sequence[Judgement], first: Record
) -> bool:
    """Derive all anew, and say so; where judgements are not those held any more change nothing."""
    every, decided = tuple(ledger.readings()), _decided(ledger, judgements)
    ledger.record_forecasts(entry for reading in every for entry in entries(reading))
    readings = heard(every, decided.rejected)
    seen = views(readings)
    pages, origins = by_page(seen), origins_of(readings, ground(readings, decided.origins))
    voices, known = claim_origins(readings, origins, seen), said(readings)
    edges, clusters = joined(seen, decided.events)
    found = (event(c.views, reason(c, decided.events), voices, known, pages) for c in clusters)
    told = {r.document.id: pages.get(r.document.id, ()) for r in readings}
    with ledger.revising() as revising:
        if revising.judgements() != list(held):
            return False
        first(revising)
        revising.replace(origins, sorted(found, key=lambda e: e.id), voices)
        shelve_all(revising.shelves, told, clusters, edges)
        post_all(revising.postings, readings, told, origins, voices)
    return True


def _decided(ledger: Ledger, judgements: Iterable[Judgement]) -> Decisions:
    """Return what those in force decide, over what their claims are read as today."""
    held = in_force(judgements)
    return decisions(held, ledger.carried()) if held else NONE


def weigh_new(ledger: Ledger) -> None:
    """Derive what the documents that were added since the last weighing change."""
    if not ledger.unweighed():
        return
    with _uncollected(), ledger.revising() as revising:
        decided = _decided(ledger, revising.judgements())
        new = revising.unweighed()
        anew = len(new) > MANY * revising.number()
        if new and not anew:
            _arrive(revising, new, Library(revising, new, decided))
    if new and anew:
        weigh(ledger)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Put off looking for cycles of objects: an arrival makes many objects and hardly a cycle, and
    looking through all that the process holds took an eighth of its time. What was asked lately of
    those objects goes first, so that they do.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        forget()
        if was:
            gc.enable()


def _arrive(revising: Revising, new: Sequence[str], library: Library) -> None:
    changed = [_take_in(revising, document, library) for document in new]
    _revise(library, arrived(library, new), changed)


def _revise(
    library: Library,
    came: Arrived,
    regrouped: Iterable[Regrouped],
    *,
    silent: frozenset[str] = frozenset(),
    decided: frozenset[str] = frozenset(),
) -> None:
    """Write what has changed with documents that came, or are heard anew.

    `silent` are claims that are heard no more, `decided` documents of which people decided
    otherwise than before whose origin is theirs.
    """
    revising, bound = library.revising, library.decided.events
    grouped = {c.claims: reason(c, bound) for found in regrouped for c in found.clusters}
    touched = {claim for claims in grouped for claim in claims}
    origins = changed_origins(library, came, decided)
    voices = changed_voices(library, came, origins)
    touched |= _beside({*voices, *silent}, library) | silent
    touched |= turned(library, came) | _of(came.versions, library)
    old = {e.id: e for e in revising.events_of(touched)}
    touched |= {claim for e in old.values() for claim in e.claims}
    why = {frozenset(e.claims): e.reason for e in old.values()} | grouped
    events = {e.id: e for e in _events(library, _clusters(library, touched, why), voices, came)}
    revising.revise(
        Revision(
            gone_origins=frozenset(origins.before.keys() - origins.after.keys()),
            gone_events=frozenset(old.keys() - events.keys()),
            gone_voices=silent,
            origins=_changed(origins.before, origins.after),
            events=_changed(old, events),
            voices=voices,
        )
    )


def _take_in(revising: Revising, document: str, library: Library) -> Regrouped:
    """Take in the claims of a document and return what they change."""
    fresh = library.views([document], telling=True)
    return _neighbourhood(revising, document, library).arrive(fresh)


def _neighbourhood(revising: Revising, document: str, library: Library) -> Neighbourhood:
    page, own = library.keys([document])[document], library.claims(document)
    return Neighbourhood(revising.shelves, page, own, library.decided.events)


def _changed(before: Mapping[str, T], now: Mapping[str, T]) -> tuple[T, ...]:
    return tuple(now[key] for key in sorted(now) if before.get(key) != now[key])


def _clusters(
    library: Library, claims: Set[str], why: Mapping[frozenset[str], str]
) -> dict[frozenset[str], str]:
    """Return the clusters that hold one of the claims, with the reasons that they have."""
    return {claims: why[claims] for claims in library.revising.shelves.clusters(claims)}


def _events(
    library: Library,
    clusters: Mapping[frozenset[str], str],
    voices: Mapping[str, ClaimOrigin],
    came: Arrived,
) -> Iterator[Event]:
    seen = library.views(library.telling({claim for claims in clusters for claim in claims}))
    pages, at = by_page(seen), {v.claim.id: v for v in seen}
    every = {**library.revising.claim_origins_of(at.keys() - voices.keys()), **voices}
    known = leaning(library, came, [every[c] for claims in clusters for c in claims if c in every])
    for claims, why in clusters.items():
        told = sorted((at[claim] for claim in claims), key=lambda v: v.order)
        yield event(told, why, every, known, pages)


def _beside(claims: Iterable[str], library: Library) -> set[str]:
    """Return all claims of the documents that hold one of the claims."""
    return _of(library.telling(claims), library)


def _of(documents: Iterable[str], library: Library) -> set[str]:
    """Return all claims of documents."""
    return {claim.id for reading in library.readings(documents) for claim in reading.claims}
