"""What a parse hangs too high: "it seems the army has left, and that rebels are coming", "what
hopes there were of a truce".

A clause with a "that" of its own is joined to its like, the content clause before it, not to the
verb above both: what is only said or seems goes on being said or seeming. What there is "of"
something is told of by it, not where it is. What was found of a whole text is changed, before any
rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]


class Continuing:
    """Hangs such clauses anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._mark, self._joined = relations.index("mark"), relations.index("conj")
        self._content, self._subject = relations.index("ccomp"), relations.index("nsubj")
        self._there, self._case = relations.index("expl"), relations.index("case")
        self._beside, self._below = relations.index("obl"), relations.index("nmod")
        self._relative = relations.index("acl:relcl")

    def mended(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> tuple[Ints, Ints]:
        """Return the heads and relations of a text's words with such clauses and phrases hung anew;
        the same arrays where there are none.
        """
        return self._told_of(self._gone_on(heads, relations, forms), relations, forms)

    def _told_of(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> tuple[Ints, Ints]:
        expletives = np.flatnonzero(relations == self._there).tolist()
        there = [w for w in expletives if forms[w].lower() == "there"]
        for verb in (int(heads[word]) for word in there):
            phrases = np.flatnonzero((heads == verb) & (relations == self._beside)).tolist()
            of = [p for p in phrases if self._is_of(p, heads, relations, forms)]
            thing = self._what_there_is(verb, heads, relations) if of else -1
            if thing >= 0:
                heads, relations = heads.copy(), relations.copy()
                heads[of], relations[of] = thing, self._below
        return heads, relations

    def _what_there_is(self, verb: int, heads: Ints, relations: Ints) -> int:
        """Return its subject, or what its clause is set beside: "the hopes there were"; -1 where
        there is neither.
        """
        subjects = np.flatnonzero((heads == verb) & (relations == self._subject)).tolist()
        if not subjects and relations[verb] == self._relative:
            return int(heads[verb])
        return subjects[0] if len(subjects) == 1 else -1

    def _is_of(self, word: int, heads: Ints, relations: Ints, forms: Sequence[str]) -> bool:
        cases = np.flatnonzero((heads == word) & (relations == self._case)).tolist()
        return [forms[c].lower() for c in cases] == ["of"]

    def _gone_on(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> Ints:
        marks = np.flatnonzero(relations == self._mark).tolist()
        led = {int(heads[mark]) for mark in marks if forms[mark].lower() == "that"}
        joined = [word for word in sorted(led) if relations[word] == self._joined]
        found = {w: c for w in joined if (c := self._before(w, heads, relations, led)) >= 0}
        if not found:
            return heads
        heads = heads.copy()
        for word, content in found.items():
            heads[word] = content
        return heads

    def _before(self, word: int, heads: Ints, relations: Ints, led: set[int]) -> int:
        """Return the content clause of the verb that a clause is joined to; -1 where there is none,
        or that verb's own clause begins with "that".
        """
        above = int(heads[word])
        if above in led:
            return -1
        told = np.flatnonzero((heads == above) & (relations == self._content)).tolist()
        return max((c for c in told if above < c < word), default=-1)
