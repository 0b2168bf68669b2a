"""Whole and near duplicates: MinHash over three-word shingles, banded so that all are compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from rensa import RMinHash

from fogline.weighing.wording import Words

PERMUTATIONS = 128
BAND = 4  # rows a band: pairs with half their shingles in common meet in a band at 0.9999
ALIKE = 0.7  # estimated share of shingles in common from which two texts are one story
SHINGLE = 3
SEED = 1070


def stories(texts: Iterable[Words]) -> dict[str, str]:
    """Return the story of each document: the least id among its near duplicates."""
    story = {text.document: text.document for text in texts if len(text)}
    digests = {t.document: _digest(t) for t in texts if len(t) >= SHINGLE}
    for a, b in sorted(set(_meeting(digests))):
        if _alike(digests[a], digests[b]):
            _join(story, a, b)
    return {document: _find(story, document) for document in story}


def _digest(text: Words) -> tuple[int, ...]:
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update({" ".join(text.words[i : i + SHINGLE]) for i in range(len(text) - SHINGLE + 1)})
    return tuple(sketch.digest())


def _meeting(digests: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, str]]:
    for row in range(0, PERMUTATIONS, BAND):
        buckets: dict[tuple[int, ...], list[str]] = defaultdict(list)
        for document, digest in sorted(digests.items()):
            buckets[digest[row : row + BAND]].append(document)
        for bucket in buckets.values():
            # A chain through the bucket is enough: what it joins is one story either way.
            yield from pairwise(bucket)


def _alike(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return sum(x == y for x, y in zip(a, b, strict=True)) >= ALIKE * PERMUTATIONS


def _find(story: dict[str, str], document: str) -> str:
    while story[document] != document:
        document = story[document]
    return document


def _join(story: dict[str, str], a: str, b: str) -> None:
    a, b = _find(story, a), _find(story, b)
    story[max(a, b)] = min(a, b)
