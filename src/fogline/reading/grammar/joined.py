"""Whom "and" joins does it, or suffers it, together: where one is found, so are the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.arguments import BEFORE
from fogline.reading.grammar.coordination import NOMINAL, conjuncts, pair_of
from fogline.reading.grammar.names import related
from fogline.reading.grammar.phrases import extent, is_led_in_twice, preposition
from fogline.reading.roles.capacities import can_act, can_receive

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_AMONG: Final = "including"
_NAMING: Final = frozenset({"compound", "amod"})
_NAMED: Final = frozenset({"PER", "ORG"})


def with_joined(role: str, found: list[Token], deed: Token, scene: Scene) -> list[Token]:
    """Return the heads in a role, actor or recipient, with those that are joined to them; a clause
    that hangs on the last of several tells of that one: "the army and the rebels holding the town".
    """
    fits = can_act if role == "actor" else can_receive
    more = [
        one
        for token in found
        if not _is_told_apart(token, deed)
        for one in map(related, conjuncts(_first(token)))
        if one not in found and fits(one, scene) and not _is_there(one, found)
    ]
    return [*found, *dict.fromkeys(more)]


def _is_told_apart(token: Token, deed: Token) -> bool:
    """Tell whether a deed's clause hangs on the last of several, which has an article."""
    last = token.dep_ == "conj" and deed.dep_ == "acl" and deed.head.i == token.i
    return last and any(c.dep_ == "det" for c in token.children)


def with_named(found: tuple[Token, ...], scene: Scene) -> tuple[Token, ...]:
    """Return the heads in a role with who is named as one of them: "rebel groups including the
    Northern Front"; who is only counted among them, "12 people including two nurses", is no other.
    """
    if _AMONG not in scene.doc.words:
        return found
    parts = (c for h in found for c in h.children if c.dep_ == "nmod" and c.i > h.i)
    parts = (c for c in parts if preposition(c) == _AMONG and not is_led_in_twice(c))
    told = (one for c in parts for one in conjuncts(c))
    return tuple(dict.fromkeys((*found, *(one for one in told if _has_name(one, scene)))))


def _has_name(token: Token, scene: Scene) -> bool:
    if any(c.lower_ in {"a", "an"} for c in token.children):  # "a Red Crescent driver"
        return False
    words = [token, *(c for c in token.children if c.dep_ in _NAMING and c.i < token.i)]
    named = (w.ent_type_ in _NAMED or w.i in scene.actors_at for w in words if w.text[:1].isupper())
    return any(named)


def covered(token: Token, others: list[Token]) -> bool:
    """Tell whether a token stands in a phrase that is already there, or heads one around it."""
    start, end = extent(token)
    for other in others:
        first, last = extent(other)
        if first <= token.i < last or start <= other.i < end:
            return True
    return False


def _is_there(token: Token, found: list[Token]) -> bool:
    """Tell whether a token, or the name behind it, is found already: "its ally" beside "Iran"."""
    named = any(c.dep_ == "appos" and c in found for c in token.children)
    # "Syrian" of "Russian and Syrian regime strikes" is the regime's.
    half = any(o.i == token.i + 1 and o.dep_ in BEFORE for o in found) and token.pos_ == "ADJ"
    return named or half or covered(token, found)


def _first(token: Token) -> Token:
    """Return the first of those that "and" joins."""
    while token.dep_ == "conj" and token.head.pos_ in NOMINAL:
        token = token.head
    return pair_of(token)
