"""Claims of one occurrence put together: blocking, scored pairs, clusters that cannot chain.

Two clusters join only where their claims speak for one occurrence on average and no single pair
speaks against it, so that A like B and B like C never bring A and C together. Pairs are taken in
the order of their scores, ties by where the claims stand, so that the order of input is nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from fogline.weighing.features import Score, score
from fogline.weighing.kinship import kinship
from fogline.weighing.views import View, place_key

JOIN = 4.2  # mean score of all pairs between two clusters from which they are one
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
    return total / (len(a) * len(b)) >= JOIN


def _pairs(ordered: Sequence[View]) -> Iterator[Pair]:
    """Yield pairs that share a block: family, standing, where or who, and when."""
    dated: dict[Block, list[int]] = defaultdict(list)
    floating: dict[Block, list[int]] = defaultdict(list)
    anchored: dict[Block, list[int]] = defaultdict(list)
    for i, v in enumerate(ordered):
        stem = (kinship().family(v.claim.event), v.standing)
        buckets = _buckets(v)
        for anchor in _anchors(v):
            for bucket in buckets:
                dated[*stem, anchor, bucket].append(i)
            (anchored if buckets else floating)[*stem, anchor].append(i)
    pairs: set[Pair] = set()
    for block in dated.values():
        if len(block) <= CROWD:
            pairs.update(combinations(block, 2))
    for key, loose in floating.items():
        if len(loose) + len(anchored[key]) <= CROWD:
            pairs.update(combinations(loose, 2))
            pairs.update((min(i, j), max(i, j)) for i in loose for j in anchored[key])
    yield from sorted(pairs)


def _buckets(v: View) -> tuple[int, ...]:
    start, end = v.days.start, v.days.end
    if start is None or end is None or end - start > LONGEST:
        return ()
    return tuple(range((start - 1) // BUCKET, (end + 1) // BUCKET + 1))


def _anchors(v: View) -> Iterable[Block]:
    found: set[Block] = set()
    for place in v.places:
        if place.precision == "country":
            continue
        found.add(("place", place_key(place)))
        if place.lat is not None and place.lon is not None:
            row, column = int(place.lat // CELL), int(place.lon // CELL)
            found |= {("cell", row + r, column + c) for r in (0, 1) for c in (0, 1)}
    for party in (*v.actors, *v.recipients):
        found |= {("party", stem) for stem in party.stems}
    return found
