"""Subjects that a parse hangs on the verb of saying before them: "the army said that reports that
the town fell are false" hangs the reports on "said", and what they are called beside them.

What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Verdicts:
    """Hangs such subjects anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._subject, self._content = relations.index("nsubj"), relations.index("ccomp")
        self._told = [relations.index(name) for name in ("acl", "nmod")]
        self._nouns = [labels["xpos"].index(tag) for tag in ("NN", "NNS")]

    def mended(self, heads: Ints, relations: Ints, xpos: Ints) -> tuple[Ints, Ints]:
        """Return heads and relations with such subjects hung on the clause that they are of; the
        same arrays where there are none.
        """
        contents = np.flatnonzero(relations == self._content)
        verbs, times = np.unique(heads[contents], return_counts=True)
        spoken = [*verbs[times > 1].tolist(), *self._twice_subject(heads, relations, verbs)]
        found = {s: c for v in spoken for s, c in self._pairs(v, heads, relations, xpos)}
        if found:
            heads, relations = heads.copy(), relations.copy()
            heads[list(found)] = list(found.values())
            relations[list(found)] = self._subject
        return heads, relations

    def _twice_subject(self, heads: Ints, relations: Ints, verbs: Ints) -> list[int]:
        """Return the verbs that have two subjects among some that have a content clause."""
        above = heads[relations == self._subject]
        return [v for v in verbs.tolist() if np.count_nonzero(above == v) > 1]

    def _pairs(
        self, verb: int, heads: Ints, relations: Ints, xpos: Ints
    ) -> Iterator[tuple[int, int]]:
        """Yield a noun behind a verb that has its speaker before it, with the last clause behind
        the noun, where that has no subject.
        """
        below = np.flatnonzero(heads == verb)
        speaks = np.any((relations[below] == self._subject) & (below < verb))
        clauses = below[(relations[below] == self._content) & (below > verb)]
        if not speaks or not len(clauses):
            return
        last = int(clauses[-1])
        nouns = below[(below > verb) & (below < last) & np.isin(xpos[below], self._nouns)]
        nouns = nouns[np.isin(relations[nouns], [self._subject, self._content])]
        tells = [n for n in nouns.tolist() if np.any(np.isin(relations[heads == n], self._told))]
        if len(tells) == 1 and not np.any(relations[heads == last] == self._subject):
            yield tells[0], last
