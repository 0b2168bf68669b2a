"""Claims of one occurrence put together: blocking, scored pairs, clusters that cannot chain.

Two clusters join only where their claims speak for one occurrence on average and no single pair
speaks against it, so that A like B and B like C never bring A and C together. Pairs are taken in
the order of their scores, ties by where the claims stand, so that the order of input is nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from fogline.weighing.features import Score, score
from fogline.weighing.kinship import kinship
from fogline.weighing.views import View

JOIN = 3.6  # score of a pair from which two clusters are held against each other
MEAN = 3.3  # ... and the mean score of all pairs between them from which they are one
FLOOR = 2.0  # the least that any single pair may score
BUCKET = 3  # days
LONGEST = 31  # days of an interval beyond which a claim counts as undated
CROWD = 600  # claims of one block beyond which it says nothing; narrower blocks hold them too
CELL = 0.5  # degrees

Block = tuple[object, ...]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Claims of one occurrence in order, with the scores of the pairs that joined them."""

    views: tuple[View, ...]
    scores: tuple[Score, ...]


def clusters(seen: Sequence[View]) -> Iterator[Cluster]:
    """Yield the clusters of all claims, each claim in exactly one, in the order of first claims."""
    ordered = sorted(seen, key=lambda v: v.order)
    scored = {pair: score(ordered[pair[0]], ordered[pair[1]]) for pair in _pairs(ordered)}
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
    total = 0.0
    for i in a:
        for j in b:
            pair = (i, j) if i < j else (j, i)
            if pair not in scored:
                scored[pair] = score(ordered[pair[0]], ordered[pair[1]])
            if scored[pair].value < FLOOR:
                return False
            total += scored[pair].value
    return total / (len(a) * len(b)) >= MEAN


def _pairs(ordered: Sequence[View]) -> Iterator[Pair]:
    """Yield pairs that share a block: family, standing, when, and where or (without where) who."""
    blocks: dict[Block, _Members] = defaultdict(_Members)
    for i, v in enumerate(ordered):
        stem = (kinship().family(v.claim.event), v.standing)
        buckets = _buckets(v)
        for bucket in buckets:
            for spot in _spots(v):
                blocks[*stem, bucket, spot].active.append(i)
            for party in _stems(v):
                blocks[*stem, bucket, party].add(i, active=not _placed(v))
        for spot in _spots(v):
            # Without a day a place must do: with one, the blocks above hold it already.
            blocks[*stem, spot].add(i, active=not buckets)
    found = (pair for block in blocks.values() for pair in block.pairs())
    yield from sorted(set(found))


@dataclass(slots=True)
class _Members:
    """Claims of one block; two passive ones are left to other blocks."""

    active: list[int] = field(default_factory=list)
    passive: list[int] = field(default_factory=list)

    def add(self, i: int, *, active: bool) -> None:
        (self.active if active else self.passive).append(i)

    def pairs(self) -> Iterator[Pair]:
        if len(self.active) + len(self.passive) <= CROWD:
            yield from combinations(self.active, 2)
            for i in self.active:
                yield from ((min(i, j), max(i, j)) for j in self.passive)


def _buckets(v: View) -> tuple[int, ...]:
    start, end = v.days.start, v.days.end
    if start is None or end is None or end - start > LONGEST:
        return ()
    return tuple(range((start - 1) // BUCKET, (end + 1) // BUCKET + 1))


def _placed(v: View) -> bool:
    return any(not spot.wide for spot in v.located)


def _spots(v: View) -> Iterable[Block]:
    found: set[Block] = set()
    for spot in v.located or v.setting:
        if spot.precision != "country":
            found.add(("place", spot.key))
        if spot.point and not spot.wide:
            row, column = (int(math.degrees(angle) // CELL) for angle in spot.point)
            found |= {("cell", row + r, column + c) for r in (0, 1) for c in (0, 1)}
    return found


def _stems(v: View) -> Iterable[Block]:
    return {("party", stem) for party in (*v.actors, *v.recipients) for stem in party.stems}
