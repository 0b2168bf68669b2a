"""Past tenses that a parse joins to an infinitive: "urged them to talk and closed the border".

Grammar joins like to like, so whoever urged also closed it: the past tense goes to the next finite
verb above. What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

FINITE = frozenset({"VBD", "VBZ", "VBP"})
HELPERS = frozenset({"aux", "aux:pass", "cop"})


class Joins:
    """Hangs joined verbs anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        self._tags, self._relations = labels["xpos"], labels["deprel"]
        self._past, self._plain = self._tags.index("VBD"), self._tags.index("VB")
        self._joined = self._relations.index("conj")

    def mended(self, heads: Ints, tags: Ints, relations: Ints) -> Ints:
        """Return the heads of a text's words with past tenses hung on the finite verb above an
        infinitive; the same array where there are none.
        """
        joined = (tags == self._past) & (relations == self._joined) & (tags[heads] == self._plain)
        if not joined.any():
            return heads
        found = heads.copy()
        for word in np.flatnonzero(joined).tolist():
            found[word] = self._finite_above(int(heads[word]), heads, tags, relations)
        return found

    def _finite_above(self, verb: int, heads: Ints, tags: Ints, relations: Ints) -> int:
        """Return the next finite verb above an infinitive; the verb itself if it is none, or none
        stands above it.
        """
        first = verb
        while relations[first] == self._joined and tags[heads[first]] == self._plain:
            first = int(heads[first])
        if not any(self._tags[tags[c]] == "TO" for c in self._below(first, heads)):
            return verb
        above = int(heads[first])
        while not self._is_finite(above, heads, tags, relations):
            if heads[above] == above:
                return verb
            above = int(heads[above])
        return above

    def _is_finite(self, verb: int, heads: Ints, tags: Ints, relations: Ints) -> bool:
        """Say whether a verb has a tense, its own or a helper's: "were told", "was ready"."""
        below = [c for c in self._below(verb, heads) if self._relations[relations[c]] in HELPERS]
        return any(self._tags[tags[c]] in FINITE for c in (verb, *below))

    def _below(self, verb: int, heads: Ints) -> Iterator[int]:
        return (c for c in np.flatnonzero(heads == verb).tolist() if c != verb)
