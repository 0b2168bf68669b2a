"""What somebody forbears to do for a while: "held off on new strikes", "a halt to the bombing is
holding" (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_FROM: Final = frozenset({"on", "from"})
_BELOW: Final = frozenset({"obl", "advcl", "xcomp", "nmod", "obj"})


@told_by(_WORDS["forbearing"], _WORDS["resting"])
def is_withheld(event: Token) -> bool:
    """Tell whether a deed is told as one that somebody leaves for now."""
    return (_is_left(event) and forbears(event.head)) or _rests(event)


@told_by(_WORDS["forbearing"])
def forbears(verb: Token) -> bool:
    """Tell whether a verb says that somebody leaves something for now: "held off on strikes", not
    "held off an attack".
    """
    if verb.lemma_.lower() != "hold" or verb.i + 1 == len(verb.doc):
        return False
    return verb.nbor().lower_ in _WORDS["forbearing"] and any(map(_is_left, verb.children))


def _is_left(event: Token) -> bool:
    cases = {c.lower_ for c in event.children if c.dep_ in {"case", "mark"}}
    return event.dep_ in _BELOW and not cases.isdisjoint(_FROM)


def _rests(event: Token) -> bool:
    """Tell whether a halt to a deed lasts: "a pause in the shelling was holding"."""
    pause = event.head
    if event.dep_ != "nmod" or pause.lemma_.lower() not in _WORDS["resting"]:
        return False
    return pause.dep_ in {"nsubj", "obj"} and pause.head.lemma_.lower() in _WORDS["lasting on"]
