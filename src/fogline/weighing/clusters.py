"""Claims of one occurrence put together: blocking, scored pairs, clusters that cannot chain.

Two clusters join only where their claims speak for one occurrence on average and no single pair
speaks against it, so that A like B and B like C never bring A and C together. Pairs are taken in
the order of their scores, ties by where the claims stand, so that the order of input is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from fogline.weighing.blocking import pairs
from fogline.weighing.features import Score, score
from fogline.weighing.views import View

JOIN = 3.8  # score of a pair from which two clusters are held against each other
MEAN = 3.0  # ... and the mean score of all pairs between them from which they are one
FLOOR = 1.2  # a pair below this says little ...
AGAINST = 0.0  # ... and one below this speaks against it, which no single pair may
SCANTY = 0.2  # share of the pairs between two clusters that may say little


@dataclass(frozen=True, slots=True)
class Edge:
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
    """Scores of pairs, each worked out once."""

    known: dict[tuple[str, str], Score] = field(default_factory=dict)

    def of(self, a: View, b: View) -> Score:
        """Return the score of two claims."""
        if b.order < a.order:
            a, b = b, a
        pair = a.claim.id, b.claim.id
        if pair not in self.known:
            self.known[pair] = score(a, b)
        return self.known[pair]


def clusters(seen: Sequence[View]) -> Iterator[Cluster]:
    """Yield the clusters of all claims, each claim in exactly one, in the order of first claims."""
    _, found = joined(seen)
    return iter(found)


def joined(seen: Sequence[View]) -> tuple[list[Edge], list[Cluster]]:
    """Return the edges between all claims, and the clusters that come of them, as `clusters`."""
    ordered = sorted(seen, key=lambda v: v.order)
    scores = Scores()
    found = list(edges(((ordered[i], ordered[j]) for i, j in pairs(ordered)), scores))
    return found, list(grouped(ordered, found, scores))


def edges(met: Iterable[tuple[View, View]], scores: Scores) -> Iterator[Edge]:
    """Yield the pairs that score JOIN or more."""
    for a, b in met:
        if (value := scores.of(a, b).value) >= JOIN:
            yield Edge(a.claim.id, b.claim.id, value)


def grouped(seen: Iterable[View], joined: Iterable[Edge], scores: Scores) -> Iterator[Cluster]:
    """Yield the clusters of claims that edges join, in the order of first claims."""
    ordered = sorted(seen, key=lambda v: v.order)
    at = {v.claim.id: i for i, v in enumerate(ordered)}
    ends = [(-e.value, min(at[e.a], at[e.b]), max(at[e.a], at[e.b])) for e in joined]
    home = list(range(len(ordered)))
    members = {i: [i] for i in home}
    for _, i, j in sorted(ends):
        a, b = sorted((home[i], home[j]))
        if a != b and _one(
            [ordered[k] for k in members[a]], [ordered[k] for k in members[b]], scores
        ):
            for k in members[b]:
                home[k] = a
            members[a] += members.pop(b)
    for _, group in sorted(members.items()):
        yield _cluster([ordered[k] for k in sorted(group)], scores)


def _cluster(group: Sequence[View], scores: Scores) -> Cluster:
    return Cluster(tuple(group), tuple(scores.of(a, b) for a, b in combinations(group, 2)))


def _one(a: Sequence[View], b: Sequence[View], scores: Scores) -> bool:
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
