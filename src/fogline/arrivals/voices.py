"""What arrivals change of the origins behind claims: worked out for those that they may concern."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TYPE_CHECKING

import numpy as np

from fogline.arrivals import around
from fogline.model import ClaimOrigin, Origin
from fogline.weighing.occurrence import notes
from fogline.weighing.origin.traces import Asked, Traces, borrowers_in, lenders_in, number
from fogline.weighing.origin.voices import (
    FEWEST,
    LIKE_WORDS,
    Around,
    Hearing,
    claim_origins,
    hearing,
)

if TYPE_CHECKING:
    from fogline.arrivals.library import Library
    from fogline.arrivals.origins import Arrived, Changed
    from fogline.weighing.views.views import View


def voices(library: Library, came: Arrived, changed: Changed) -> Mapping[str, ClaimOrigin]:
    """Return the origins behind claims that arrivals change, and keep under what they stand."""
    concerned = _concerned(library, came, changed)
    library.readings(concerned)  # all at once
    heard = {d: _hearing(library, d, came) for d in concerned}
    lending = _meeting(library, [p for one in heard.values() for p in lenders_in(one)])
    beside = set(library.ids(lending)) - concerned
    every = concerned | beside
    origins = _origins(library, every, changed)
    quoted = {p.of_document for o in origins for p in o.passages if p.document in concerned}
    speaking = [*heard.values(), *(_hearing(library, d, came) for d in quoted - concerned)]
    known = Around(
        came.known.outlets,
        came.known.register,
        {one.speaker for one in speaking if one.speaker and _is_cited(library, one)},
        library.revising.postings.publishers(around.members(origins)),
        heard,
    )
    found = claim_origins(library.readings(every), origins, library.views(every), known)
    own = {claim.id for reading in library.readings(concerned) for claim in reading.claims}
    before = library.revising.claim_origins_of(own)
    new = {c: found[c] for c in sorted(own) if before.get(c) != found[c]}
    _keep(library, before, new)
    return new


def silence(library: Library, claims: Iterable[str]) -> frozenset[str]:
    """Let claims that are heard no more stand under no source; return those that had an origin."""
    before = library.revising.claim_origins_of(claims)
    postings = library.revising.postings
    postings.untrace((), voiced(before, postings.claim_keys(before)))
    return frozenset(before)


def _concerned(library: Library, came: Arrived, changed: Changed) -> set[str]:
    """Return the documents of whose claims some may have another origin than before."""
    found = {one.id for one in came.fresh} | _of_changed(library, changed)
    left = [*(one.left for one in came.fresh), *came.left.values()]
    borrowing = _meeting(library, [p for one in left for p in borrowers_in(one.hearing)])
    found |= set(library.ids(borrowing)) | _speaking(library, came, left)
    return found | _quoting(library, found, changed)


def _quoting(library: Library, documents: Set[str], changed: Changed) -> set[str]:
    """Return who holds a passage of some documents, which is on the word of who speaks there."""
    origins = (*around.whole(library, documents).values(), *changed.after.values())
    held = (p for origin in origins for p in origin.passages)
    return {p.document for p in held if p.of_document in documents}


def _of_changed(library: Library, changed: Changed) -> set[str]:
    """Return the documents of origins that are others now, with whoever shares a passage with one
    whose origin is another.
    """
    found: set[str] = set()
    homes = {m.document: o.id for o in changed.before.values() for m in o.members}
    for origin in changed.after.values():
        if changed.before.get(origin.id) != origin:
            found |= around.members([origin])
        for member in origin.members:
            if homes.get(member.document) != origin.id:
                found |= set(library.ids(changed.sharing[member.document]))
    return found


def _speaking(library: Library, came: Arrived, left: Iterable[Traces]) -> set[str]:
    """Return the documents of publishers that came to be cited as authorities, or ceased to be."""
    postings = library.revising.postings
    names = {named.name for one in left for named in one.hearing.cited}
    fresh = {one.page for one in came.fresh}
    turned = [n for n in names if not postings.others_under(number("cited", n), fresh)]
    found = postings.under(number("speaks", name) for name in turned)
    return set(library.ids(page for _, page in found))


def _hearing(library: Library, document: str, came: Arrived) -> Hearing:
    fresh = next((one for one in came.fresh if one.id == document), None)
    if fresh:
        return fresh.left.hearing
    (reading,) = library.readings([document])
    seen = library.views([document])
    return hearing(reading, seen, came.known.register, came.known.outlets)


def _meeting(library: Library, asked: Sequence[tuple[View, Asked]]) -> set[int]:
    """Return the documents of claims that may tell the same, by what those stand under."""
    postings = library.revising.postings
    met = postings.claims_near([where for _, where in asked])
    words = postings.words({claim for _, claim in met})
    told = {v.claim.id: v.words for v, _ in asked}
    ours = {claim: [notes.number(word) for word in said] for claim, said in told.items()}
    theirs = {
        claim: frozenset(np.frombuffer(said, "<u2").tolist()) for claim, said in words.items()
    }
    pairs = {(asked[place][0].claim.id, claim) for place, claim in met}
    alike = {c for own, c in pairs if c not in theirs or _alike(ours[own], theirs[c])}
    return set(postings.holders(alike).values())


def _alike(ours: Sequence[int], theirs: Set[int]) -> bool:
    """Say whether a claim may have enough words in common with another, by the words' numbers."""
    shared = sum(map(theirs.__contains__, ours))
    return shared >= max(FEWEST, LIKE_WORDS * min(len(ours), len(theirs)))


def _origins(library: Library, documents: Iterable[str], changed: Changed) -> list[Origin]:
    """Return the origins, as they are, of documents and of those whose passages they hold."""
    homes = {m.document: o for o in changed.after.values() for m in o.members}
    wanted = set(documents)
    stored = around.whole(library, wanted - homes.keys()).values()
    found = {o.id: o for o in (*stored, *(homes[d] for d in wanted if d in homes))}
    held = {p.of_document for o in found.values() for p in o.passages}
    more = around.whole(library, held - homes.keys() - around.members(found.values()))
    found |= {o.id: o for o in (*more.values(), *(homes[d] for d in held if d in homes))}
    return sorted(found.values(), key=lambda origin: origin.id)


def _is_cited(library: Library, heard: Hearing) -> bool:
    assert heard.speaker
    return library.revising.postings.others_under(number("cited", heard.speaker.name), ())


def _keep(
    library: Library, before: Mapping[str, ClaimOrigin], new: Mapping[str, ClaimOrigin]
) -> None:
    """Let claims stand under the sources that are their origins, to be found by them."""
    postings = library.revising.postings
    keys = postings.claim_keys(new)
    postings.untrace((), voiced({c: before[c] for c in new if c in before}, keys))
    postings.trace((), voiced(new, keys))


def voiced(found: Mapping[str, ClaimOrigin], keys: Mapping[str, int]) -> list[tuple[int, int, int]]:
    """Return where claims stand under the sources that are their origins: sign, no day, claim."""
    told = ((claim, voice) for claim, voice in found.items() if voice.key and not voice.own)
    return [(number("voice", voice.key), 0, keys[claim]) for claim, voice in told]
