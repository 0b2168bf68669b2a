"""Two parties that one noun tells of: "Syrian or Russian jets"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

JOINABLE: Final = frozenset({"amod", "compound", "nmod:poss", "nummod"})
NEXT_BUT_ONE: Final = 2
_ARMED: Final = frozenset({"platform", "force"})


def parties(head: Token) -> tuple[Token, ...]:
    """Return a noun's head, after the first of two parties where it names the arms or the troops of
    both, or whom they send: "Syrian or Russian jets" are the Syrians' and the Russians'.
    """
    if not _is_of_both(head):
        return (head,)
    for first in head.children:
        if first.i < head.i and first.dep_ in JOINABLE:
            second = next((c for c in first.children if c.dep_ == "conj"), None)
            if second is None or second.i > head.i or second.i - first.i != NEXT_BUT_ONE:
                continue
            named = any(map(_is_party, head.doc[second.i : head.i]))
            make = any(c.isdigit() for c in first.text)  # "MiG-29 and Su-24 warplanes"
            if named and not make and (_is_party(first) or first.text[:1].isupper()):
                return first, head
    return (head,)


def _is_of_both(head: Token) -> bool:
    """Tell whether a noun may name the arms or the troops of two, or what two sides send."""
    if head.tag_ == "NNS" and head.case_ == "between":
        return True
    many = head.tag_ == "NNS" or head.lower_ == "aircraft"
    return many and not classes.of_word(head).isdisjoint(_ARMED)


def _is_party(word: Token) -> bool:
    return classes.is_demonym(word.text) or "actor" in classes.of_word(word)
