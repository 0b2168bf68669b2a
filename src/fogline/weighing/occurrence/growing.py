"""Events that grow as documents arrive: a new document touches only its neighbourhood.

Clusters join along edges (pairs that score JOIN or more), the likest pair first. What an arrival
can change begins with the clusters that its edges reach. These are grouped anew together with those
around them; where one of the latter comes out otherwise it belongs to what is changed, and the
circle grows by one ring. What lies beyond is as it was: nothing that decided of it is another now.
So the result is that of grouping everything at once, in any order of arrival. Claims that go are
the same the other way round: it begins with the clusters that held them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.occurrence.clusters import (
    Before,
    Cluster,
    Edge,
    Pair,
    Scores,
    cluster,
    decided,
    edges,
    grouped,
)
from fogline.weighing.occurrence.features import Score
from fogline.weighing.views.views import Order, View


class Held(Protocol):
    """The claims of a ledger as an arrival needs them, itself taken in; ids are those of claims."""

    def near(self, v: View) -> Iterable[View]:
        """Yield the claims, but itself, that share a block with a claim."""

    def parted(self) -> Iterable[Edge]:
        """Yield the edges whose claims share no block any more: the arrival made one a crowd."""

    def linked(self, claims: Set[str], *, within: bool = False) -> Iterable[Edge]:
        """Yield the edges, as they were, that have one of the claims at an end, or at both."""

    def together(self, claims: Set[str]) -> Iterable[Sequence[Order]]:
        """Yield the clusters, as they were, that hold one of the claims, by where these stand."""

    def scored(self, claims: Set[str]) -> Iterable[tuple[Pair, Score]]:
        """Yield what scores are kept of pairs of the claims, the claim first that stands first."""

    def view(self, claim: str) -> View:
        """Return one of the claims that the others tell of."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What an arrival changes: edges, and clusters that stand in place of their claims'."""

    edges: tuple[Edge, ...]
    parted: tuple[Edge, ...]
    clusters: tuple[Cluster, ...]


def regroup(fresh: Sequence[View], held: Held, bound: Bonds = UNBOUND) -> Regrouped:
    """Return how the claims of an arriving document change the clusters of those that are held.

    `bound` is what people decided of pairs of claims.
    """
    scores = Scores(held.view, decided(bound))
    new = {(e.a, e.b): e for e in edges(_met(fresh, held), scores)}
    gone = {(e.a, e.b): e for e in held.parted()}
    circle = _Circle(held, new, gone, {v.claim.id: v.order for v in fresh})
    stirred = circle.stirred()
    circle.reach({claim for pair in new for claim in pair} | stirred)
    return _regrouped(circle, scores, stirred)


def without(left: Set[str], held: Held, bound: Bonds = UNBOUND) -> Regrouped:
    """Return how the clusters change from which claims go that are held still."""
    circle = _Circle(held, {}, {}, {}, left=left)
    circle.reach(left)
    return _regrouped(circle, Scores(held.view, decided(bound)), set(circle.inside))


def _regrouped(circle: _Circle, scores: Scores, stirred: Set[str]) -> Regrouped:
    """Group anew what the circle holds, which grows while what lies around comes out otherwise.

    `stirred` are claims that may go another way than before though no new edge reaches them.
    """
    before = Before(circle.home, stirred)
    while True:
        around, joined = circle.around()
        scores.known.update(circle.held.scored(circle.inside.keys() | around.keys()))
        found = list(grouped([*circle.inside.values(), *around.values()], joined, scores, before))
        whole = {_claims(group) for group in found}
        moved = {claim for claim in around if circle.home[claim] not in whole}
        if not moved:
            break
        circle.reach(moved)
    inside = [group for group in found if group[0][2] in circle.inside]
    changed = [g for g in inside if circle.home.get(g[0][2]) != _claims(g)]
    clusters = tuple(cluster(group, scores) for group in changed)
    return Regrouped(tuple(circle.new.values()), tuple(circle.gone.values()), clusters)


def _claims(group: Iterable[Order]) -> frozenset[str]:
    return frozenset([claim for _, _, claim in group])


def _met(fresh: Sequence[View], held: Held) -> Iterator[tuple[Order, Order]]:
    own = {v.claim.id: i for i, v in enumerate(fresh)}
    for i, v in enumerate(fresh):
        for other in held.near(v):
            if own.get(other.claim.id, -1) < i:
                yield min(v.order, other.order), max(v.order, other.order)


@dataclass(slots=True)
class _Circle:
    """The claims whose clusters may change; `home` is the cluster of each claim as it was, `left`
    are those that go.
    """

    held: Held
    new: dict[tuple[str, str], Edge]
    gone: dict[tuple[str, str], Edge]
    inside: dict[str, Order]
    home: dict[str, frozenset[str]] = field(default_factory=dict)
    left: Set[str] = frozenset()

    def stirred(self) -> set[str]:
        """Return the claims that an edge which goes may have brought together.

        Two that are apart did not join at their edge, and all went as it would have without it.
        """
        self._clusters({claim for pair in self.gone for claim in pair})
        together = (pair for pair in self.gone if self.home[pair[0]] == self.home[pair[1]])
        return {claim for pair in together for claim in pair}

    def reach(self, claims: Set[str]) -> None:
        """Take in the clusters of claims."""
        self.inside |= self._clusters(claims - self.inside.keys())

    def around(self) -> tuple[dict[str, Order], Iterable[Edge]]:
        """Return the claims of the clusters around, and all edges that lie within both."""
        beyond = {c for e in self._edges(self.inside.keys()) for c in (e.a, e.b)}
        around = self._clusters(beyond - self.inside.keys())
        both = self.inside.keys() | around.keys()
        return around, self._edges(both, within=True)

    def _clusters(self, claims: Set[str]) -> dict[str, Order]:
        found: dict[str, Order] = {}
        for group in self.held.together(claims):
            home = _claims(group)
            self.home |= dict.fromkeys(home, home)
            found |= {at[2]: at for at in group if at[2] not in self.left}
        return found

    def _edges(self, claims: Set[str], *, within: bool = False) -> list[Edge]:
        known = {(e.a, e.b): e for e in self.held.linked(claims, within=within)}
        return [
            e
            for pair, e in (known | self.new).items()
            if pair not in self.gone and self.left.isdisjoint(pair)
        ]
