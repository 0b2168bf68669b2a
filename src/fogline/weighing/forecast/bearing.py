"""Which claims can bear on a forecast whose window is open, found without holding each against it.

While the window is open only what is told in full counts: a claim must name a place that meets the
forecast's, or its doer, itself or by another of its event. Those are looked up here by the places
and parties that they name, which in a large ledger are far fewer than its claims.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from fogline.model import Place
from fogline.weighing.measures.distance import Spot
from fogline.weighing.occurrence.slots import Slots, in_part, lies, same_party
from fogline.weighing.views.party import Party

T = TypeVar("T")
Located = tuple[Spot, Place]


@dataclass(slots=True)
class Index(Generic[T]):
    """Claims by what they name; `mark` tells two names apart, `meets` an asked and a told one."""

    mark: Callable[[T], Hashable]
    meets: Callable[[T, T], bool]
    told: dict[Hashable, tuple[T, set[str]]] = field(default_factory=dict)
    known: dict[Hashable, Set[str]] = field(default_factory=dict)

    def add(self, named: Iterable[T], claims: Iterable[str]) -> None:
        """Note that claims name some things, or have them lent."""
        for name in named:
            self.told.setdefault(self.mark(name), (name, set()))[1].update(claims)

    def of(self, asked: Iterable[T]) -> set[str]:
        """Return the claims that name any of what is asked."""
        return {claim for one in asked for claim in self._of(one)}

    def _of(self, one: T) -> Set[str]:
        key = self.mark(one)
        if key not in self.known:
            near = [claims for name, claims in self.told.values() if self.meets(one, name)]
            self.known[key] = frozenset().union(*near)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Bearing:
    """The claims by the places, doers and targets that they name or that their events lend them."""

    places: Index[Located]
    doers: Index[Party]
    targets: Index[Party]

    def on(self, asked: Slots) -> set[str]:
        """Return the claims that may bear out what is asked, in whole or in part, in full words."""
        doers = self.doers.of(asked.who or asked.actors)
        if not asked.spots:
            named = [party for party in asked.recipients if not party.anybody]
            return doers if asked.actors else self.targets.of(named)
        here = self.places.of(zip(asked.spots, asked.places, strict=True))
        return here | doers if asked.who and in_part(asked) else here


def bearing(slots: Mapping[str, Slots], lenders: Mapping[str, Sequence[str]]) -> Bearing:
    """Return the claims by what they name; `lenders` are those that lend to each, by its id."""
    borrowers: defaultdict[str, list[str]] = defaultdict(list)
    for claim, lending in lenders.items():
        for other in lending:
            borrowers[other].append(claim)
    found = Bearing(
        Index(_where, lambda a, b: lies(a, b) == "same"),
        Index(_who, same_party),
        Index(_who, same_party),
    )
    for claim, told in slots.items():
        near = (claim, *borrowers[claim])
        found.places.add(zip(told.spots, told.places, strict=True), near)
        found.doers.add(told.actors, near)
        found.targets.add(told.recipients, near)
    return found


def _where(place: Located) -> Hashable:
    spot, meant = place
    return spot.key, spot.precision, spot.radius, spot.point, meant.country


def _who(party: Party) -> Hashable:
    return party.key, party.linked, party.state, party.stems, party.anybody
