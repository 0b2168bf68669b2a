"""Verbs of saying that a parse gives two subjects: "reports that the town fell are false, the army
said" hangs the reports on "said".

The first belongs to the content clause that stands before the verb and has no subject of its own.
What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Doubled:
    """Hangs such subjects anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._subject, self._content = relations.index("nsubj"), relations.index("ccomp")

    def mended(self, heads: Ints, relations: Ints) -> Ints:
        """Return the heads of a text's words with such subjects hung on the clause that they are
        of; the same array where there are none.
        """
        verbs, times = np.unique(heads[relations == self._subject], return_counts=True)
        doubled = verbs[times > 1]
        found = {s: c for v in doubled.tolist() for s, c in self._pairs(v, heads, relations)}
        if found:
            heads = heads.copy()
            heads[list(found)] = list(found.values())
        return heads

    def _pairs(self, verb: int, heads: Ints, relations: Ints) -> list[tuple[int, int]]:
        """Return the first subject of a verb with the clause between it and the second."""
        below = np.flatnonzero(heads == verb)
        first, second = below[relations[below] == self._subject][:2].tolist()
        between = below[(relations[below] == self._content) & (below > first) & (below < second)]
        if len(between) != 1 or np.any(relations[heads == between[0]] == self._subject):
            return []
        return [(first, int(between[0]))]
