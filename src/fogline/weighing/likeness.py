"""How alike two documents' matter is: cosine over their words, the rare ones weighing more."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from fogline.weighing.wording import Words, matter

OTHERS = 20  # documents imagined besides, so that a small ledger does not make all words common


@dataclass(frozen=True, slots=True)
class Likeness:
    """Each document's stems with their weights, to unit length."""

    weights: Mapping[str, Mapping[str, float]]

    def between(self, a: str, b: str) -> float:
        """Return the cosine of two documents, 0 (nothing shared) to 1 (the same words)."""
        one, other = sorted((self.weights[a], self.weights[b]), key=len)
        return math.fsum(weight * other[stem] for stem, weight in one.items() if stem in other)


def likeness(texts: Iterable[Words]) -> Likeness:
    """Return the likeness of documents; a word that all of them hold weighs next to nothing."""
    stems = {text.document: matter(text.words) for text in texts}
    held = Counter(stem for found in stems.values() for stem in found)
    rarity = {stem: math.log((OTHERS + len(stems)) / n) for stem, n in held.items()}
    return Likeness({document: _unit(found, rarity) for document, found in stems.items()})


def _unit(found: Set[str], rarity: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(rarity[stem] ** 2 for stem in found)) or 1.0
    return {stem: rarity[stem] / length for stem in sorted(found)}
