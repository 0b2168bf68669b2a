"""Deeds laid to somebody by what they look like: "the raid bore the hallmarks of the militia", "was
typical of them" (data: hedges.csv, dealing.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.hedges import LAST, Hedge, hit
from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.triggers.flags import raised
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WAYS: Final = words("dealing.csv", "word")["ways"]
_ACTING: Final = frozenset({"force", "actor"})
_OF: Final = frozenset({"of", "with", "to", "at", "towards", "toward"})


@told_by(LAST["hallmark"], LAST["like them"], otherwise=())
def hallmarks(deed: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt of who did it where only the deed's look tells."""
    above = deed.head
    if deed.dep_ != "nsubj" or negated(above):
        return
    for mark in (above, *(c for c in above.children if c.dep_ == "obj")):
        beside = [c for c in mark.children if preposition(c) in _OF]
        if beside:
            yield from hit("hallmark", mark.lemma_.lower(), mark)
        if any(map(_is_theirs, beside)):
            yield from hit("like them", mark.lemma_.lower(), mark)


@told_by(LAST["flag"], otherwise=())
def of_flags(deed: Token) -> Iterator[tuple[Hedge, Token]]:
    """Yield the doubt whether a place is held over which somebody only raised a flag."""
    if (flag := raised(deed)) is not None:
        yield from hit("flag", flag.lemma_.lower(), flag)


def _is_theirs(noun: Token) -> bool:
    """Tell whether a noun names somebody, or how they go about it: no law, and no war."""
    acts = not classes.of_word(noun).isdisjoint(_ACTING)
    return noun.pos_ == "PROPN" or acts or noun.lemma_.lower() in _WAYS
