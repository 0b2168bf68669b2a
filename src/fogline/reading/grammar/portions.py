"""Some of many: who is only a part of those told of, and of whom all are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_COUNTING: Final = frozenset({"nummod", "nsubj"})  # "one of them a boy"
_LIVING: Final = classes.HUMAN
_SOME: Final = frozenset({"some", "others", "most", "many"})


def is_some_of_them(noun: Token) -> bool:
    """Tell whether a phrase only tells of some of those told before: "9 men, among them a colonel",
    "9 men, two of them colonels".
    """
    if "them" not in noun.doc.words:
        return False
    first = noun.left_edge.i
    around = [t.lower_ for t in noun.doc[max(first - 2, 0) : first + 2]]
    counts = (c for c in noun.children if c.dep_ in _COUNTING and c.i < noun.i)
    of_them = (t for c in counts for t in c.children if t.dep_ == "nmod")
    among = ["among", "them"] in (around[:2], around[-2:])
    told = around[:2] == ["of", "them"]  # however "one of them" parses
    return among or told or any(t.lower_ == "them" for t in of_them)


def is_whole(noun: Token) -> bool:
    """Tell whether a phrase counts people by what they are: "12 people"; "the 12 dead" does not."""
    counted = any(c.dep_ == "nummod" for c in noun.children)
    return counted and not _LIVING.isdisjoint(classes.of_word(noun))


@told_by(_SOME)
def is_some(word: Token) -> bool:
    """Tell whether a bare word opens a clause and means some of those told of before: "some were
    damaged, others ran out of fuel".
    """
    if word.lower_ not in _SOME or word.dep_ not in SUBJECTS:
        return False
    return all(c.is_punct or c.dep_ == "advmod" for c in word.children)
