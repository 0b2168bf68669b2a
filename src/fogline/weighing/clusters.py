"""Claims of one occurrence put together: blocking, scored pairs, clusters that cannot chain.

Two clusters join only where their claims speak for one occurrence on average and no single pair
speaks against it, so that A like B and B like C never bring A and C together. Pairs are taken in
the order of their scores, ties by where the claims stand, so that the order of input is nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.weighing.blocking import Pair, pairs
from fogline.weighing.features import Score, score
from fogline.weighing.views import View

JOIN = 3.8  # score of a pair from which two clusters are held against each other
MEAN = 3.0  # ... and the mean score of all pairs between them from which they are one
FLOOR = 1.2  # a pair below this says little ...
AGAINST = 0.0  # ... and one below this speaks against it, which no single pair may
SCANTY = 0.2  # share of the pairs between two clusters that may say little


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one occurrence in order, with the scores of the pairs that joined them."""

    views: tuple[View, ...]
    scores: tuple[Score, ...]


def clusters(seen: Sequence[View]) -> Iterator[Cluster]:
    """Yield the clusters of all claims, each claim in exactly one, in the order of first claims."""
    ordered = sorted(seen, key=lambda v: v.order)
    scored = {pair: score(ordered[pair[0]], ordered[pair[1]]) for pair in pairs(ordered)}
    home = list(range(len(ordered)))
    members = {i: [i] for i in home}
    edges = [pair for pair, found in scored.items() if found.value >= JOIN]
    for i, j in sorted(edges, key=lambda pair: (-scored[pair].value, pair)):
        a, b = sorted((home[i], home[j]))
        if a != b and _one(members[a], members[b], ordered, scored):
            for k in members[b]:
                home[k] = a
            members[a] += members.pop(b)
    for _, group in sorted(members.items()):
        yield _cluster(sorted(group), ordered, scored)


def _cluster(
    group: Sequence[int], ordered: Sequence[View], scored: Mapping[Pair, Score]
) -> Cluster:
    found = (scored.get(pair) for pair in combinations(group, 2))
    return Cluster(tuple(ordered[i] for i in group), tuple(s for s in found if s))


def _one(
    a: Sequence[int], b: Sequence[int], ordered: Sequence[View], scored: dict[Pair, Score]
) -> bool:
    total, scanty = 0.0, 0
    for i in a:
        for j in b:
            pair = (i, j) if i < j else (j, i)
            if pair not in scored:
                scored[pair] = score(ordered[pair[0]], ordered[pair[1]])
            if scored[pair].value < AGAINST:
                return False
            scanty += scored[pair].value < FLOOR
            total += scored[pair].value
    between = len(a) * len(b)
    return scanty <= SCANTY * between and total / between >= MEAN
