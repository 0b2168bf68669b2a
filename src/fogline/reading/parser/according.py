"""What a report says "according to which" something happened: its content, like a clause with
"that", and no more told of it aside.

What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class According:
    """Hangs such clauses anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._mark, self._below = relations.index("mark"), relations.index("nmod")
        self._told = relations.index("acl")
        self._clauses = (self._told, relations.index("acl:relcl"))

    def mended(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> tuple[Ints, Ints]:
        """Return the heads and relations of a text's words with such clauses hung on the noun whose
        content they are, led by "which"; the same arrays where there are none.
        """
        led = {which: self._clause(which, heads, relations) for which in _which(forms)}
        found = {which: clause for which, clause in led.items() if clause >= 0}
        if found:
            heads, relations = heads.copy(), relations.copy()
        for which, clause in found.items():
            heads[which] = clause
            heads[clause] = self._report(int(heads[clause]), heads, relations)
            relations[clause], relations[which] = self._told, self._mark
        return heads, relations

    def _clause(self, which: int, heads: Ints, relations: Ints) -> int:
        """Return the clause that "which" opens, also where it hangs on its subject: "according to
        which rebels fled"; -1 where there is none.
        """
        above = int(heads[which])
        near = (word for word in (above, int(heads[above])) if relations[word] in self._clauses)
        return next(near, -1)

    def _report(self, noun: int, heads: Ints, relations: Ints) -> int:
        """Return the first of the nouns that a clause stands behind: "rumours on the net"."""
        while relations[noun] == self._below and heads[noun] < noun:
            noun = int(heads[noun])
        return noun


def _which(forms: Sequence[str]) -> Iterator[int]:
    """Yield where "which" stands behind "according to"."""
    if "which" not in forms:
        return
    for at, (before, form) in enumerate(pairwise(forms), start=1):
        if form == "which" and before == "to" and at > 1 and forms[at - 2].lower() == "according":
            yield at
