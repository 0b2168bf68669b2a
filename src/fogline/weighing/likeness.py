"""How alike two documents' matter is: cosine over their words, the rare ones weighing more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from fogline.model import Document
from fogline.weighing.wording import Words, matter, words

HEAVIEST = 80  # stems of a document that its story keeps
OTHERS = 20  # documents imagined besides, so that a small ledger does not make all words common


@dataclass(frozen=True, slots=True)
class Likeness:
    """Each document's stems with their weights, to unit length."""

    weights: Mapping[str, Mapping[str, float]]

    def between(self, a: str, b: str) -> float:
        """Return the cosine of two documents, 0 (nothing shared) to 1 (the same words)."""
        one, other = sorted((self.weights[a], self.weights[b]), key=len)
        return math.fsum(weight * other[stem] for stem, weight in one.items() if stem in other)


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """What one document tells of: its weightiest stems, to unit length."""

    weights: Mapping[str, float]


def stories(documents: Iterable[Document]) -> dict[str, Story]:
    """Return the story of each document by its id."""
    alike = likeness(words(document) for document in documents)
    return {document: Story(_heaviest(weights)) for document, weights in alike.weights.items()}


@lru_cache(maxsize=1 << 17)
def closeness(one: Story, other: Story) -> float:
    """Return the cosine of two stories, 0 to 1."""
    a, b = sorted((one.weights, other.weights), key=len)
    return math.fsum(weight * b[stem] for stem, weight in a.items() if stem in b)


def _heaviest(weights: Mapping[str, float]) -> dict[str, float]:
    kept = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
    length = math.sqrt(math.fsum(weight**2 for _, weight in kept)) or 1.0
    return {stem: weight / length for stem, weight in kept}


def likeness(texts: Iterable[Words]) -> Likeness:
    """Return the likeness of documents; a word that all of them hold weighs next to nothing."""
    stems = {text.document: matter(text.words) for text in texts}
    held = Counter(stem for found in stems.values() for stem in found)
    rarity = {stem: math.log((OTHERS + len(stems)) / n) for stem, n in held.items()}
    return Likeness({document: _unit(found, rarity) for document, found in stems.items()})


def _unit(found: Set[str], rarity: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(rarity[stem] ** 2 for stem in found)) or 1.0
    return {stem: rarity[stem] / length for stem in sorted(found)}
