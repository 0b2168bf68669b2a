"""Verbs of saying that a parse leaves without a subject: "killing 12 people, two residents and an
official said" hangs the residents on the people; "jets hit Homs, the Office, the press arm of the
army, said" has the Office hit.

What stands behind the last comma before the verb, joined by "and", speaks; so does what stands
between commas before a phrase that says who that is. What was found of a whole text is changed,
before any rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SAYING: Final = frozenset("said say says told tell reported report confirmed confirm".split())
_TELLING: Final = frozenset({"a", "an", "the", "its", "their", "his", "her"})
_MARKS: Final = frozenset({",", "("})
_FAR: Final = 8  # steps up from the last word of who speaks


class Orphaned:
    """Gives such verbs their subject, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        relations = labels["deprel"]
        self._subject, self._content = relations.index("nsubj"), relations.index("ccomp")
        self._joined = relations.index("conj")
        self._apposed = relations.index("appos")
        self._beside = {relations.index(r) for r in ("appos", "conj", "parataxis")}

    def mended(self, heads: Ints, relations: Ints, forms: Sequence[str]) -> tuple[Ints, Ints]:
        """Return heads and relations of a text's words with such subjects hung on their verbs; the
        same arrays where there are none.
        """
        roots = np.flatnonzero(heads == np.arange(len(heads))).tolist()
        verbs = [r for r in roots if r > 1 and forms[r].lower() in _SAYING]
        found = {s: v for v in verbs if (s := self._speaker(v, heads, relations, forms)) >= 0}
        if not found:
            return heads, relations
        heads, relations = heads.copy(), relations.copy()
        heads[list(found)] = list(found.values())
        relations[list(found)] = self._subject
        for who, verb in found.items():  # what says who that is hangs on nobody before
            said = np.arange(who + 1, verb)
            said = said[(relations[said] == self._apposed) & (heads[said] < who)]
            heads[said] = who
        return heads, relations

    def _speaker(self, verb: int, heads: Ints, relations: Ints, forms: Sequence[str]) -> int:
        """Return the first of those who speak right before a verb, -1 where none are misplaced."""
        below = np.flatnonzero(heads == verb)
        told = below[(relations[below] == self._content) & (below < verb)]
        if not len(told) or np.any(relations[below] == self._subject):
            return -1
        if (titled := self._titled(verb, int(told[-1]), heads, relations, forms)) >= 0:
            return titled
        last = self._last(verb - 1, heads, relations)
        first = int(heads[last]) if last >= 0 else -1
        if first < 0 or relations[first] not in self._beside:
            return -1
        return first if self._behind_comma(first, heads, forms) else -1

    def _titled(
        self, verb: int, told: int, heads: Ints, relations: Ints, forms: Sequence[str]
    ) -> int:
        """Return who is named between commas before a phrase that says who that is, which stands
        right before a verb; -1 where nobody is, or somebody stands behind the verb.
        """
        if forms[verb - 1] != "," or forms[min(verb + 1, len(forms) - 1)][:1].isupper():
            return -1
        who = self._phrase(verb - 2, told, heads, forms)
        if who < 0 or relations[who] != self._apposed:
            return -1
        start = _start(who, heads, forms)
        if forms[start].lower() not in _TELLING:
            return -1
        return self._phrase(start - 2, told, heads, forms)

    def _phrase(self, word: int, told: int, heads: Ints, forms: Sequence[str]) -> int:
        """Return the head of the phrase between commas that ends with a word, -1 where none is."""
        for _ in range(_FAR):
            start = _start(word, heads, forms)
            if start <= told:
                return -1
            if forms[start - 1] == "," and heads[word] < start:
                return word
            if heads[word] == word:
                return -1
            word = int(heads[word])
        return -1

    def _last(self, word: int, heads: Ints, relations: Ints) -> int:
        """Return the second of two who are joined, up from a phrase's last word."""
        for _ in range(_FAR):
            if relations[word] == self._joined and heads[word] < word:
                return word
            if heads[word] == word:
                break
            word = int(heads[word])
        return -1

    def _behind_comma(self, first: int, heads: Ints, forms: Sequence[str]) -> bool:
        """Tell whether a comma stands right before a phrase's own words."""
        start = min([first, *(w for w in np.flatnonzero(heads == first).tolist() if w < first)])
        return forms[start] == "," or (start > 0 and forms[start - 1] == ",")


def _start(word: int, heads: Ints, forms: Sequence[str]) -> int:
    """Return the first word of a phrase, by its head."""
    below = [w for w in np.flatnonzero(heads == word).tolist() if forms[w] not in _MARKS]
    return word if not below or below[0] >= word else _start(below[0], heads, forms)
