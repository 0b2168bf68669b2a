"""How alike two documents' matter is: cosine over their words, the rare ones weighing more."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from fogline.model import Document
from fogline.weighing.measures.commonness import rarity
from fogline.weighing.measures.wording import Words, report, words

HEAVIEST = 80  # stems of a document that its story keeps


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


def story(document: Document) -> Story:
    """Return the story of a document."""
    return Story(_heaviest(weights(report(words(document)))))


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
    """Return the likeness of documents; a word that every text holds weighs next to nothing."""
    return Likeness({text.document: weights(report(text)) for text in texts})


@lru_cache(maxsize=1 << 8)
def weights(found: frozenset[str]) -> Mapping[str, float]:
    """Return what each stem of a text weighs, to unit length."""
    says = {stem: rarity(stem) for stem in sorted(found)}
    length = math.sqrt(math.fsum([said**2 for said in says.values()])) or 1.0
    return {stem: said / length for stem, said in says.items()}
