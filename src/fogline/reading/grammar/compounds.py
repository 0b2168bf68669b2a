"""Hyphenated words, which the parse takes apart: a phrase begins with the whole of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_HYPHENS: Final = frozenset("-‐‑")


def opens_word(token: Token) -> bool:
    """Tell whether a word is the first of a hyphenated one: "well-known"; not of "so-called"."""
    return token.lower_ != "so" and token.i + 1 < len(token.doc) and _is_hyphen(token.nbor())


def word_start(token: Token) -> int:
    """Return where the hyphenated word begins that a common word is in: "US-led"; the second of two
    names, "Northland-Southland talks", is one by itself.
    """
    while token.i > 1 and _is_hyphen(token.nbor(-1)) and not token.ent_type_:
        if token.pos_ == "PROPN" or classes.is_demonym(token.text):
            break
        token = token.nbor(-2)
    return token.i


def _is_hyphen(sign: Token) -> bool:
    """Tell whether a sign joins the words on its sides, with no blank between."""
    if sign.text not in _HYPHENS or not 0 < sign.i < len(sign.doc) - 1:
        return False
    before, after = sign.nbor(-1), sign.nbor()
    joined = before.idx + len(before) == sign.idx and after.idx == sign.idx + 1
    return joined and before.text[-1:].isalnum() and after.text[:1].isalpha()


def leads_attack(head: Token) -> bool:
    """Tell whether a hyphenated word tells who leads an attack: "US-led air strikes"."""
    whole = head.lower_ == "led" and word_start(head) < head.i
    return whole and "attack" in classes.of_word(head.head) and head.head.lemma_ != "war"
