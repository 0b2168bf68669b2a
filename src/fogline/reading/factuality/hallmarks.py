"""Deeds laid to somebody by what they look like: "the raid bore the hallmarks of the militia", "was
typical of them" (data: hedges.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.hedges import LAST, Hedge, hit
from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.phrases import preposition
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_OF: Final = frozenset({"of", "with", "to", "at", "towards", "toward"})


@told_by(LAST["hallmark"], otherwise=())
def hallmarks(deed: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of who did it where only the deed's look tells."""
    above = deed.head
    if deed.dep_ != "nsubj" or negated(above):
        return
    for mark in (above, *(c for c in above.children if c.dep_ == "obj")):
        if any(preposition(c) in _OF for c in mark.children):
            yield from hit("hallmark", mark.lemma_.lower(), mark)
