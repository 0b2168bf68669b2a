"""Claims of one occurrence put together: blocking, scored pairs, clusters that cannot chain.

Two clusters join only where their claims speak for one occurrence on average and no single pair
speaks against it, so that A like B and B like C never bring A and C together. Pairs are taken in
the order of their scores, ties by where the claims stand, so that the order of input is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import NamedTuple

from fogline.weighing.decisions import UNBOUND, Bonds
from fogline.weighing.occurrence.blocking import pairs
from fogline.weighing.occurrence.features import Score, score
from fogline.weighing.views.views import Order, View

Pair = tuple[str, str]  # of claims, by their ids
JOIN = 3.8  # score of a pair from which two clusters are held against each other
MEAN = 3.0  # ... and the mean score of all pairs between them from which they are one
FLOOR = 1.2  # a pair below this says little ...
AGAINST = 0.0  # ... and one below this speaks against it, which no single pair may
SCANTY = 0.2  # share of the pairs between two clusters that may say little
DECIDED = 1000.0  # what a person's word counts for, or against: more than all that is compared


class Edge(NamedTuple):
    """Two claims, by their ids, that score JOIN or more."""

    a: str
    b: str
    value: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one occurrence in order, with the scores of all pairs of them."""

    views: tuple[View, ...]
    scores: tuple[Score, ...]

    @property
    def claims(self) -> frozenset[str]:
        """The ids of its claims."""
        return frozenset(v.claim.id for v in self.views)


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of pairs, each worked out once; `view` gives a claim by its id where one is."""

    view: Callable[[str], View]
    known: dict[Pair, Score] = field(default_factory=dict)

    def of(self, a: Order, b: Order) -> Score:
        """Return the score of two claims."""
        pair = (a[2], b[2]) if a < b else (b[2], a[2])
        if pair not in self.known:
            self.known[pair] = score(self.view(pair[0]), self.view(pair[1]))
        return self.known[pair]


def clusters(seen: Sequence[View], bound: Bonds = UNBOUND) -> Iterator[Cluster]:
    """Yield the clusters of all claims, each claim in exactly one, in the order of first claims.

    `bound` is what people decided of pairs of them.
    """
    _, found = joined(seen, bound)
    return iter(found)


def joined(seen: Sequence[View], bound: Bonds = UNBOUND) -> tuple[list[Edge], list[Cluster]]:
    """Return the edges between all claims, and the clusters that come of them, as `clusters`."""
    ordered = sorted(seen, key=lambda v: v.order)
    places = [v.order for v in ordered]
    scores = Scores({v.claim.id: v for v in ordered}.__getitem__, decided(bound))
    together = set(_put_together(places, bound))
    met = ((places[i], places[j]) for i, j in pairs(ordered))
    beside = (pair for pair in met if pair not in together)
    found = list(edges(chain(beside, sorted(together)), scores))
    return found, [cluster(group, scores) for group in grouped(places, found, scores)]


def decided(bound: Bonds) -> dict[Pair, Score]:
    """Return the scores of pairs of which people decided, in either order."""
    same = {pair: Score(DECIDED, (why,)) for pair, why in bound.together.items()}
    return same | {pair: Score(-DECIDED, (why,)) for pair, why in bound.apart.items()}


def _put_together(places: Sequence[Order], bound: Bonds) -> Iterator[tuple[Order, Order]]:
    at = {claim: place for place in places for claim in place[2:]}
    for a, b in bound.together:
        if a in at and b in at and at[a] < at[b]:
            yield at[a], at[b]


def edges(met: Iterable[tuple[Order, Order]], scores: Scores) -> Iterator[Edge]:
    """Yield the pairs, of which the first stands first, that score JOIN or more."""
    for a, b in met:
        if (value := scores.of(a, b).value) >= JOIN:
            yield Edge(a[2], b[2], value)


@dataclass(frozen=True, slots=True)
class Before:
    """How claims were grouped before, with the same edges but for those at `stirred` claims.

    Groups go the same way as then until something new reaches them, and then two that came out
    apart did not join at any edge. So they need not be held against each other again.
    """

    home: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stirred: Set[str] = frozenset()

    def stand(self, claim: str) -> bool:
        """Say whether a claim alone is as it was."""
        return claim in self.home and claim not in self.stirred

    def together(self, a: str, b: str) -> bool:
        """Say whether two claims came to be together."""
        return a in self.home and self.home[a] == self.home.get(b)


def grouped(
    seen: Iterable[Order], joined: Iterable[Edge], scores: Scores, before: Before | None = None
) -> Iterator[tuple[Order, ...]]:
    """Yield the groups of claims that edges join, in the order of first claims."""
    ordered = sorted(seen)
    at = {claim: i for i, (_, _, claim) in enumerate(ordered)}
    ends = [(-e.value, min(at[e.a], at[e.b]), max(at[e.a], at[e.b])) for e in joined]
    groups = _Groups(ordered, scores, before or Before())
    for _, i, j in sorted(ends):
        groups.meet(i, j)
    for _, group in sorted(groups.members.items()):
        yield tuple([ordered[k] for k in sorted(group)])


def cluster(group: Sequence[Order], scores: Scores) -> Cluster:
    """Return a group of claims in order with the scores of all pairs."""
    told = tuple([scores.view(claim) for _, _, claim in group])
    return Cluster(told, tuple(scores.of(a, b) for a, b in combinations(group, 2)))


@dataclass(slots=True)
class _Groups:
    """Groups of claims on their way, by the places of their first; `still` are as they were."""

    ordered: Sequence[Order]
    scores: Scores
    before: Before
    home: list[int] = field(init=False)
    members: dict[int, list[int]] = field(init=False)
    still: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.home = list(range(len(self.ordered)))
        self.members = {i: [i] for i in self.home}
        self.still = {i for i, at in enumerate(self.ordered) if self.before.stand(at[2])}

    def meet(self, i: int, j: int) -> None:
        """Join the groups of two claims that have an edge, where they are one."""
        a, b = sorted((self.home[i], self.home[j]))
        if a == b:
            return
        still = a in self.still and b in self.still
        together = self.before.together(self.ordered[i][2], self.ordered[j][2])
        if still and not together:
            return
        ones, others = ([self.ordered[k] for k in self.members[group]] for group in (a, b))
        if _one(ones, others, self.scores):
            self._join(a, b)
            together = True
        if together and not still:  # they may have joined here then, or did not
            self.still -= {a, b}

    def _join(self, a: int, b: int) -> None:
        for k in self.members[b]:
            self.home[k] = a
        self.members[a] += self.members.pop(b)


def _one(a: Sequence[Order], b: Sequence[Order], scores: Scores) -> bool:
    total, scanty = 0.0, 0
    for one in a:
        for other in b:
            value = scores.of(one, other).value
            if value < AGAINST:
                return False
            scanty += value < FLOOR
            total += value
    between = len(a) * len(b)
    return scanty <= SCANTY * between and total / between >= MEAN
