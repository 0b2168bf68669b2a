"""Claims grouped as they arrive, in memory: what a ledger does for `regroup`, without one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field

from fogline.weighing.occurrence.blocking import CROWD, Block, blocks, meeting
from fogline.weighing.occurrence.clusters import Edge, Pair
from fogline.weighing.occurrence.features import Score
from fogline.weighing.occurrence.growing import Regrouped, regroup
from fogline.weighing.views.views import Order, View


@dataclass(slots=True)
class Growing:
    """Claims grouped as they arrive, in memory."""

    views: dict[str, View] = field(default_factory=dict)
    home: dict[str, frozenset[str]] = field(default_factory=dict)
    index: dict[Block, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))
    edges: dict[str, dict[str, Edge]] = field(default_factory=lambda: defaultdict(dict))
    filled: set[Block] = field(default_factory=set)

    def add(self, fresh: Sequence[View]) -> Regrouped:
        """Take in the claims of one document and return what changed."""
        self.views |= {v.claim.id: v for v in fresh}
        stood = [(block, v.claim.id, active) for v in fresh for block, active in blocks(v)]
        self.filled = {block for block, *_ in stood if len(self.index[block]) <= CROWD}
        for block, claim, active in stood:
            self.index[block][claim] = active
        self.filled = {block for block in self.filled if len(self.index[block]) > CROWD}
        changed = regroup(fresh, self)
        for edge in changed.parted:
            del self.edges[edge.a][edge.b], self.edges[edge.b][edge.a]
        for edge in changed.edges:
            self.edges[edge.a][edge.b] = self.edges[edge.b][edge.a] = edge
        for one in changed.clusters:
            self.home |= dict.fromkeys(one.claims, one.claims)
        return changed

    def near(self, v: View) -> Iterator[View]:
        """Yield the claims that share a block with a claim, each once."""
        found: set[str] = set()
        for block, active in blocks(v):
            if len(self.index[block]) <= CROWD:
                found.update(c for c, others in self.index[block].items() if active or others)
        return (self.views[claim] for claim in sorted(found - {v.claim.id}))

    def parted(self) -> Iterator[Edge]:
        """Yield the edges that stood on a block which is a crowd now, and on no other."""
        crowd = {claim for block in self.filled for claim in self.index[block]}
        for edge in self.linked(crowd):
            shared = meeting(self.views[edge.a], self.views[edge.b])
            if all(len(self.index[block]) > CROWD for block in shared):
                yield edge

    def linked(self, claims: Set[str], *, within: bool = False) -> Iterable[Edge]:
        """Return the edges that have one of the claims at an end, or at both, each once."""
        found = (e for claim in claims for e in self.edges.get(claim, {}).values())
        kept = (e for e in found if not within or (e.a in claims and e.b in claims))
        return {(e.a, e.b): e for e in kept}.values()

    def together(self, claims: Set[str]) -> Iterator[Sequence[Order]]:
        """Yield the clusters that hold one of the claims."""
        for home in {self.home[claim] for claim in claims}:
            yield [self.views[claim].order for claim in home]

    def scored(self, claims: Set[str]) -> Iterable[tuple[Pair, Score]]:
        """Yield none: they are worked out again."""
        return ()

    def view(self, claim: str) -> View:
        """Return a claim."""
        return self.views[claim]

    def groups(self) -> set[frozenset[str]]:
        """Return the clusters as sets of claim ids."""
        return set(self.home.values())
