"""Places before a report where it was filed, whose dash is lost: "GOMA Rebels attacked a village".

Such a place neither acts nor tells whose the next word is: it is hung, as said aside, on the root.
What was found of a whole text is changed, before any rule sees it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

_SHORTEST: Final = 4  # letters; shorter ones are states and bodies: "US", "UN"
_ENDS: Final = frozenset({".", ")", "”", '"', "]"})
_NEAR: Final = 20  # words to the report's verb


class Filed:
    """Hangs such places anew, by the label sets of one network."""

    def __init__(self, labels: Mapping[str, Sequence[str]]) -> None:
        tags, relations = labels["xpos"], labels["deprel"]
        self._finite = frozenset(i for i, tag in enumerate(tags) if tag in {"VBD", "VBZ", "VBP"})
        self._places = frozenset(i for i, n in enumerate(labels["names"]) if n.endswith("-LOC"))
        self._root, self._aside = relations.index("root"), relations.index("dislocated")

    def mended(
        self, heads: Ints, tags: Ints, relations: Ints, names: Ints, forms: Sequence[str]
    ) -> tuple[Ints, Ints]:
        """Return the heads and relations of a text's words with such places said aside; the same
        arrays where there are none.
        """
        capitals = [i for i, f in enumerate(forms) if len(f) >= _SHORTEST and f.isupper()]
        found = [i for i in capitals if self._is_filed(i, tags, relations, names, forms)]
        if not found:
            return heads, relations
        heads, relations = heads.copy(), relations.copy()
        for word in found:
            heads[word], relations[word] = _top(word, heads), self._aside
        return heads, relations

    def _is_filed(
        self, word: int, tags: Ints, relations: Ints, names: Ints, forms: Sequence[str]
    ) -> bool:
        """Tell whether a place in capitals opens a sentence in small ones, told by a verb."""
        if names[word] not in self._places or relations[word] == self._root:
            return False
        opens = word == 0 or forms[word - 1] in _ENDS or forms[word - 1][-1:].isdigit()
        first = _behind_agency(word + 1, forms)
        begins = forms[first][:1].isupper() and not forms[first][1:].isupper() if first else False
        if not opens or not begins or tags[first] in self._finite:
            return False
        behind = range(first, min(first + _NEAR, len(forms)))
        verb = next((forms[i] for i in behind if tags[i] in self._finite), "")
        return verb.islower()


def _behind_agency(at: int, forms: Sequence[str]) -> int:
    """Return where a report's own words begin, behind an agency in brackets; 0 where none do."""
    if forms[at : at + 1] == ["("] and ")" in (behind := [*forms[at : at + 4]]):
        at += behind.index(")") + 1
    return at if at < len(forms) else 0


def _top(word: int, heads: Ints) -> int:
    """Return the root of the sentence that a word stands in."""
    above = int(heads[word])
    while heads[above] != above:
        above = int(heads[above])
    return above
