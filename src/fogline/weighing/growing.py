"""Events that grow as documents arrive: a new document touches only its neighbourhood.

Clusters never reach across claims that no edge joins (an edge is a pair that scores JOIN or more),
so that what an arrival can change is what its edges lead to. That is grouped anew, from its claims
alone, which is why the order of arrival plays no part. Where edges lead on and on, as daily reports
from one front do, the neighbourhood ends after LARGEST claims; only there can it differ from
grouping everything at once (bench/scale.py measures by how much).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from fogline.weighing.blocking import CROWD, Block, blocks
from fogline.weighing.clusters import JOIN, Cluster, clusters
from fogline.weighing.features import score
from fogline.weighing.views import View

LARGEST = 120  # claims of a neighbourhood


class Held(Protocol):
    """The claims of a ledger as an arrival needs them; ids are those of claims."""

    def near(self, v: View) -> Iterable[View]:
        """Yield the claims that share a block with a claim."""

    def linked(self, claim: str) -> Iterable[str]:
        """Yield the claims that an edge joins to one."""

    def cluster(self, claim: str) -> Sequence[View]:
        """Return the claims of the cluster that holds one."""


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What an arrival changes: new edges, and the clusters that stand in place of their claims'."""

    edges: tuple[tuple[str, str], ...]
    clusters: tuple[Cluster, ...]


def regroup(fresh: Sequence[View], held: Held) -> Regrouped:
    """Return how the claims of an arriving document change the clusters of those that are held."""
    edges = tuple(_edges(fresh, held))
    pool = {v.claim.id: v for v in fresh}
    frontier = {claim for edge in edges for claim in edge} - pool.keys()
    while frontier and len(pool) < LARGEST:
        ring = {v.claim.id: v for claim in sorted(frontier) for v in held.cluster(claim)}
        pool |= ring
        frontier = {other for claim in ring for other in held.linked(claim)} - pool.keys()
    return Regrouped(edges, tuple(clusters(list(pool.values()))))


def _edges(fresh: Sequence[View], held: Held) -> Iterator[tuple[str, str]]:
    for i, v in enumerate(fresh):
        for other in (*held.near(v), *fresh[:i]):
            if score(v, other).value >= JOIN:
                yield v.claim.id, other.claim.id


@dataclass(slots=True)
class Growing:
    """Claims grouped as they arrive, in memory."""

    views: dict[str, View] = field(default_factory=dict)
    home: dict[str, tuple[str, ...]] = field(default_factory=dict)
    index: dict[Block, list[tuple[str, bool]]] = field(default_factory=lambda: defaultdict(list))
    edges: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def add(self, fresh: Sequence[View]) -> Regrouped:
        """Take in the claims of one document and return what changed."""
        changed = regroup(fresh, self)
        for v in fresh:
            self.views[v.claim.id] = v
            for block, active in blocks(v):
                self.index[block].append((v.claim.id, active))
        for a, b in changed.edges:
            self.edges[a].add(b)
            self.edges[b].add(a)
        for cluster in changed.clusters:
            claims = tuple(v.claim.id for v in cluster.views)
            self.home |= dict.fromkeys(claims, claims)
        return changed

    def near(self, v: View) -> Iterator[View]:
        """Yield the claims that share a block with a claim, each once."""
        found: set[str] = set()
        for block, active in blocks(v):
            members = self.index.get(block, ())
            if len(members) <= CROWD:
                found.update(claim for claim, others in members if active or others)
        return (self.views[claim] for claim in sorted(found))

    def linked(self, claim: str) -> Iterable[str]:
        """Return the claims that an edge joins to one."""
        return self.edges.get(claim, ())

    def cluster(self, claim: str) -> Sequence[View]:
        """Return the claims of the cluster that holds one."""
        return [self.views[other] for other in self.home[claim]]

    def groups(self) -> set[frozenset[str]]:
        """Return the clusters as sets of claim ids."""
        return {frozenset(claims) for claims in self.home.values()}
