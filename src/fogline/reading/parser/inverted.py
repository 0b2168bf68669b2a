"""Speakers behind their verb whom a parse takes for those spoken to: "Bring them home, demanded the
families" has the families asked.

A verb of speech that has its words before it and no subject has it in the one object behind it.
What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SPEAKING: Final = frozenset(
    (
        "demanded urged warned threatened insisted pleaded begged asked charged alleged complained"
        " countered retorted promised vowed boasted argued ordered commanded implored"
    ).split()
)
_CLOSING: Final = frozenset({",", '"', "”", "''", "’", "»", "!", "?"})
_QUOTED: Final = _CLOSING - {","}
_NEAR: Final = 5


class Inverted:
    """Makes such objects the subjects that they are, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._subject, self._object = relations.index("nsubj"), relations.index("obj")
        self._told, self._beside = relations.index("iobj"), relations.index("parataxis")
        self._clauses = [relations.index(r) for r in ("ccomp", "xcomp", "parataxis")]

    def mended(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> Ints:
        """Return the relations of a text's words with such speakers as subjects; the same array
        where there are none.
        """
        spoken_to = np.flatnonzero((relations == self._told) | (relations == self._object))
        near = (i for i in spoken_to.tolist() if 0 < i - int(heads[i]) < _NEAR)
        found = [i for i in near if self._speaks(i, heads, relations, forms)]
        if found:
            relations = relations.copy()
            relations[found] = self._subject
        return relations

    def _speaks(self, word: int, heads: Ints, relations: Ints, forms: Sequence[str]) -> bool:
        verb = int(heads[word])
        closed = _CLOSING if relations[word] == self._told else _QUOTED
        if verb == 0 or forms[verb].lower() not in _SPEAKING or forms[verb - 1] not in closed:
            return False
        below = np.flatnonzero(heads == verb)
        below = below[below != verb]
        parties = np.isin(relations[below], [self._subject, self._object, self._told])
        clauses = below[np.isin(relations[below], self._clauses)]
        before = np.any(clauses < verb) or (relations[verb] == self._beside and heads[verb] < verb)
        return bool(before and parties.sum() == 1 and not np.any(clauses > verb))
