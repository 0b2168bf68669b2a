"""What became of claims: which of them proved wrong and were put right, which are contested."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fogline.desk.snapshot import Snapshot
from fogline.model import Event
from fogline.weighing.conflict.evolution import taken_back
from fogline.weighing.conflict.misreports import misreported
from fogline.weighing.views.versions import TAKEN_BACK
from fogline.weighing.views.views import View


def corrected(view: Snapshot) -> frozenset[str]:
    """Return the claims that count as corrected in the record of their source: taken back by whom
    they are of, misreported, or put right by a person's decision.
    """
    seen = {v.claim.id: v for v in view.still.standing.views}
    found = set(_decided(view))
    for event in view.events.values():
        told = [seen[claim] for claim in event.claims if claim in seen]
        found |= misreported(told) | set(_taken_back(view, event, told))
    return frozenset(found)


def contested(view: Snapshot) -> frozenset[str]:
    """Return the claims that an open contradiction names."""
    conflicts = (c for event in view.events.values() for c in event.contradictions)
    return frozenset(claim for c in conflicts if c.state == "open" for claim in c.claims)


def _decided(view: Snapshot) -> Iterator[str]:
    carried = view.still.carried()
    for made in view.still.judgements():
        if made.kind == "corrected" and not made.revoked_at:
            yield from (carried.get(subject) or subject for subject in made.subjects)


def _taken_back(view: Snapshot, event: Event, told: Sequence[View]) -> Iterator[str]:
    for conflict in event.contradictions:
        if conflict.state in TAKEN_BACK:
            yield from taken_back([v for v in told if v.claim.id in conflict.claims], view.voices)
