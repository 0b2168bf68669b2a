"""Whole and near duplicates: MinHash over three-word shingles, banded so that all are compared.

A text too short to be another's but by accident is a story of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from rensa import RMinHash

from fogline.weighing.measures.wording import Words

PERMUTATIONS = 128
BAND = 4  # rows a band: pairs with half their shingles in common meet in a band at 0.9999
ALIKE = 0.7  # estimated share of shingles in common from which two texts are one story
SHINGLE = 3
SHORTEST = 10  # words from which a text that is the same is no accident
SEED = 1070


def stories(texts: Iterable[Words]) -> dict[str, str]:
    """Return the story of each document: the least id among its near duplicates."""
    texts = list(texts)
    story = {text.document: text.document for text in texts if len(text)}
    same: dict[tuple[int, ...], str] = {}
    for text in texts:
        if found := digest(text):
            first = same.setdefault(found, text.document)
            if first != text.document:
                _join(story, first, text.document)
    digests = {document: found for found, document in same.items()}
    for a, b in set(_meeting(digests)):
        if _alike(digests[a], digests[b]):
            _join(story, a, b)
    return {document: _find(story, document) for document in story}


def digest(text: Words) -> tuple[int, ...]:
    """Return what texts are compared by; empty where one is too short."""
    if len(text) < SHORTEST:
        return ()
    return _digest(text.words)


@lru_cache(maxsize=128)
def _digest(words: tuple[str, ...]) -> tuple[int, ...]:
    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update({" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)})
    return tuple(sketch.digest())


def bands(digest: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Yield the bands of a digest, each with its number: near duplicates share one at least."""
    for row in range(0, len(digest), BAND):
        yield (row, *digest[row : row + BAND])


def _meeting(digests: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, str]]:
    buckets: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for document, found in sorted(digests.items()):
        for band in bands(found):
            buckets[band].append(document)
    for bucket in buckets.values():
        yield from combinations(bucket, 2)


def _alike(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return sum(x == y for x, y in zip(a, b, strict=True)) >= ALIKE * PERMUTATIONS


def _find(story: dict[str, str], document: str) -> str:
    while story[document] != document:
        document = story[document]
    return document


def _join(story: dict[str, str], a: str, b: str) -> None:
    a, b = _find(story, a), _find(story, b)
    story[max(a, b)] = min(a, b)
