"""Which claims are worth comparing at all: those that share a block.

A block is what kind of thing, whether it happened, when, and where or (without where) who. Two
claims that only their parties bring together, though both name places, are left to other blocks:
such members are passive.
"""

from __future__ import annotations

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations
from typing import Any

from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.distance import is_stretch
from fogline.weighing.measures.kinship import kinship
from fogline.weighing.views.views import View

BUCKET = 3  # days
LONGEST = 31  # days of an interval beyond which a claim counts as undated
CROWD = 150  # claims of one block beyond which it says nothing; narrower blocks hold them too
RAREST = 4  # words of a sentence
ABOUT_UNDATED = 24  # ... of one that no day brings together with others
ABOUT = 8  # words of a text
CELL = 0.5  # degrees
ALL = 2**64 - 1
WITHIN = 2**50 - 1  # of a number with days: what is below stands for the block, above for the days
# What one bucket adds. Those of one stretch of days lie together, so that a document writes to few
# leaves of the index; odd, so that no two buckets of a block share a number.
STRIDE = 2**50 + 0x9E3779B97F
UNDATED = (None,)  # the bucket of claims of any day

Block = tuple[Any, ...]
Pair = tuple[int, int]


def blocks(v: View) -> Iterator[tuple[Block, bool]]:
    """Yield the blocks that a claim stands in, each with whether it is active there.

    A block begins with its bucket of days, None where it holds claims of any day.
    """
    for rest, buckets, active in _stands(v):
        for bucket in buckets:
            yield (bucket, *rest), active


def signs(v: View) -> Iterator[tuple[int, bool]]:
    """Yield the numbers of these blocks, as `sign` gives them."""
    for rest, buckets, active in _stands(v):
        number = undated(rest)
        for bucket in buckets:
            yield _dated(number, bucket), active


def _stands(v: View) -> Iterator[tuple[Block, Sequence[int | None], bool]]:
    """Yield the blocks without their buckets, and each with these."""
    stem = (kinship().family(v.claim.event), v.standing)
    buckets, placed, spots = _buckets(v), _placed(v), _spots(v)
    for party in _stems(v):
        yield (*stem, *party), buckets, not placed
    if not buckets or not placed:
        for block in _worded(v, stem, dated=bool(buckets)):
            yield block, buckets, True
            yield block, UNDATED, not buckets
    elif _unmapped(v):  # who is on no map may be on a road of which others tell
        yield from ((block, buckets, False) for block in _worded(v, stem, dated=True))
    for spot in spots:
        yield (*stem, *spot), buckets, True
        # Without a day a place must do: with one, the blocks above hold it already.
        yield (*stem, *spot), UNDATED, not buckets


def meeting(a: View, b: View) -> set[Block]:
    """Return the blocks that bring two claims together, crowds or not."""
    ones, others = dict(blocks(a)), dict(blocks(b))
    return {block for block in ones.keys() & others.keys() if ones[block] or others[block]}


def pairs(ordered: Sequence[View]) -> Iterator[Pair]:
    """Yield the pairs of claims that share a block, by their places in the sequence."""
    index: dict[Block, _Members] = defaultdict(_Members)
    for i, v in enumerate(ordered):
        for block, active in blocks(v):
            index[block].add(i, active=active)
    yield from sorted({pair for members in index.values() for pair in members.pairs()})


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
    return tuple(range((start - max(1, v.back)) // BUCKET, (end + 1) // BUCKET + 1))


def _placed(v: View) -> bool:
    """Say whether a claim names where it was; a road between two places may be anywhere there."""
    return any(not (spot.wide or is_stretch(spot)) for spot in v.located)


def _unmapped(v: View) -> bool:
    return not any(spot.point for spot in v.located)


def _spots(v: View) -> set[Block]:
    found: set[Block] = set()
    for spot in v.located or v.setting:
        if spot.precision != "country":
            found.add(("place", spot.key))
        if spot.point and not spot.wide:
            row, column = (int(math.degrees(angle) // CELL) for angle in spot.point)
            found |= {("cell", row + r, column + c) for r in (0, 1) for c in (0, 1)}
    return found


def _worded(v: View, stem: Block, *, dated: bool) -> Iterator[Block]:
    """Yield the blocks of rare words, and of a deed's word in texts about one thing."""
    yield from ((*stem, "word", word) for word in _rarest(v))
    for word in _about(v, ABOUT if dated else ABOUT_UNDATED):
        yield from ((v.standing, "deed", deed, word) for deed in v.trigger)


def _rarest(v: View) -> list[str]:
    return sorted(v.words, key=lambda word: (-rarity(word), word))[:RAREST]


def _about(v: View, number: int) -> list[str]:
    return list(v.story.weights)[:number] if v.story else []


def _stems(v: View) -> Iterable[Block]:
    return {("party", stem) for party in (*v.actors, *v.recipients) for stem in party.stems}


def sign(block: Block) -> int:
    """Return the number of a block, the same in every run (64 bits, signed)."""
    bucket, *rest = block
    return _dated(undated(tuple(rest)), bucket)


def _dated(number: int, bucket: int | None) -> int:
    if bucket is not None:
        number = (number & WITHIN) + STRIDE * bucket & ALL
    return number - (ALL + 1) if number > ALL >> 1 else number


@lru_cache(maxsize=1 << 16)
def undated(rest: Block) -> int:
    """Return the number of a block without its days."""
    return int.from_bytes(hashlib.blake2b(repr(rest).encode(), digest_size=8).digest(), "big")
