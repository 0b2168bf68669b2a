"""Past tenses that a parse joins to a pluperfect in a relative clause: "attacked rebels, who had
shelled the town, and killed 20 of them".

What had been done before is not gone on with by a plain past, least of all behind the comma that
closes the clause: who attacked also killed. What was found of a whole text is changed, before any
rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Relatives:
    """Hangs such verbs anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        tags, relations = labels["xpos"], labels["deprel"]
        self._past, self._participle = tags.index("VBD"), tags.index("VBN")
        self._joined, self._relative = relations.index("conj"), relations.index("acl:relcl")
        self._and, self._subject = relations.index("cc"), relations.index("nsubj")

    def mended(self, heads: Ints, tags: Ints, relations: Ints, forms: Sequence[str]) -> Ints:
        """Return the heads of a text's words with such verbs hung on the past tense above the
        relative clause; the same array where there are none.
        """
        before = (relations[heads] == self._relative) & (tags[heads] == self._participle)
        joined = (tags == self._past) & (relations == self._joined) & before
        found = heads
        for word in np.flatnonzero(joined).tolist():
            above = self._main(word, heads, tags)
            if above >= 0 and self._goes_on(word, heads, relations, forms):
                found = heads.copy() if found is heads else found
                found[word] = above
        return found

    def _main(self, word: int, heads: Ints, tags: Ints) -> int:
        """Return the verb in the past that the clause's noun hangs on; -1 where there is none."""
        above = int(heads[heads[heads[word]]])
        return above if tags[above] == self._past and above < word else -1

    def _goes_on(self, word: int, heads: Ints, relations: Ints, forms: Sequence[str]) -> bool:
        """Tell whether ", and" stands before a verb without a subject of its own, and "had" in the
        clause.
        """
        clause = int(heads[word])
        had = any(forms[c].lower() == "had" for c in np.flatnonzero(heads == clause).tolist())
        below = np.flatnonzero(heads == word).tolist()
        own = any(relations[c] == self._subject for c in below)
        joins = [c for c in below if relations[c] == self._and]
        return had and not own and any(c and forms[c - 1] == "," for c in joins)
