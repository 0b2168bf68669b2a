"""The page of one actor: who it is, how texts name it, what it says and what is said of it.

Only bodies and office holders of the actor authority, and organisations that a reading linked, have
one; a private person has none, nor has one whom a user's import names.
"""

from __future__ import annotations

from dataclasses import dataclass

from fogline.desk.place_pages import country_name
from fogline.desk.places import Site, located, sites_of
from fogline.desk.profiles import Line, Met, lines, met, stretches
from fogline.desk.snapshot import Counts, Snapshot, Told, told_counts
from fogline.model import Entity
from fogline.reading.actors.authority import Actor, successors
from fogline.reading.actors.bodies import of_id

SAYS, DOES, UNDERGOES = "says", "does", "undergoes"
PERSONS = frozenset({"person", "named-person"})


@dataclass(frozen=True, slots=True)
class Kin:
    """Another actor that this one comes from, became or belongs to; `how` in words."""

    id: str
    name: str
    how: str


@dataclass(frozen=True, slots=True)
class ActorPage:
    """An actor with the claims that it makes (`says`) and those about it, each in time order.

    `since` and `until` are the years or months in which it bore this name; `sites` are where the
    claims about it lie.
    """

    id: str
    name: str
    kind: str
    country: str | None
    country_name: str | None
    since: str | None
    until: str | None
    kin: tuple[Kin, ...]
    names: tuple[Met, ...]
    counts: Counts
    sites: tuple[Site, ...]
    says: tuple[Line, ...]
    about: tuple[Line, ...]


def actor_page(view: Snapshot, wanted: str) -> ActorPage | None:
    """Return an actor's page; None where no text names it, or it is a private person."""
    stands = stretches(view, wanted)
    actor = of_id(wanted) or _as_told(view, wanted)
    parts = [(told, found) for told in view.told.values() if (found := _parts(told, wanted))]
    if actor is None or _is_private(actor) or not (stands or parts):
        return None
    says = [(told, (SAYS,)) for told, found in parts if SAYS in found]
    about = [
        (told, done) for told, found in parts if (done := tuple(p for p in found if p != SAYS))
    ]
    reported = (told for told, _ in about if not told.is_comment)
    return ActorPage(
        id=wanted,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        country_name=country_name(actor.country),
        since=actor.since,
        until=actor.until,
        kin=_kin(actor),
        names=met(stands, actor.loaded),
        counts=told_counts(view, [told for told, _ in parts]),
        sites=sites_of(view, ((p, t) for t in reported for p in located(t.claim.places))),
        says=lines(says),
        about=lines(about),
    )


def _parts(told: Told, wanted: str) -> tuple[str, ...]:
    claim = told.claim
    slots = ((SAYS, claim.attribution), (DOES, claim.actors), (UNDERGOES, claim.recipients))
    return tuple(part for part, slot in slots if any(m.id == wanted for m in slot))


def _as_told(view: Snapshot, wanted: str) -> Actor | None:
    """Return an actor as readings have it, where the authority lacks it: no person, no place."""
    for reading in view.readings.values():
        for entity in reading.document.entities:
            if entity.id == wanted and _may_have_a_page(entity):
                return Actor(wanted, entity.name or entity.text, entity.kind, entity.country)
    return None


def _is_private(actor: Actor) -> bool:
    return actor.kind in PERSONS and actor.source is not None


def _may_have_a_page(entity: Entity) -> bool:
    return entity.kind not in PERSONS | {"place", "time", "quantity"}


def _kin(actor: Actor) -> tuple[Kin, ...]:
    earlier = ((other, _CAME.get(how, "came from")) for other, how in actor.predecessors)
    later = ((other.id, _BECAME.get(how, "became")) for other, how in successors(actor.id))
    holder = ((actor.parent, "part of"),) if actor.parent else ()
    pairs = [*holder, *earlier, *later]
    named = ((i, of_id(i), how) for i, how in pairs)
    return tuple(Kin(i, found.name, how) for i, found, how in named if found)


_CAME = {
    "renamed": "renamed from",
    "merged": "merged from",
    "replaced": "replaced",
    "split": "split from",
}
_BECAME = {
    "renamed": "renamed to",
    "merged": "merged into",
    "replaced": "replaced by",
    "split": "split off",
}
