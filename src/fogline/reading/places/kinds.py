"""Names whose kind one plural noun tells: "Nasir and Ulang counties", "the Minyan and Assad
districts".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import conjuncts
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_PLURAL: Final = frozenset({"NNS", "NNPS"})
_NAMING: Final = frozenset({"compound", "nmod"})


def names(noun: Token, scene: Scene) -> tuple[Token, ...]:
    """Return the names, two or more, of which a plural noun says what they are; () if it does so
    of none.
    """
    if noun.tag_ not in _PLURAL or "place" not in classes.of_word(noun):
        return ()
    first = [c for c in noun.children if c.i < noun.i and c.dep_ in _NAMING]
    first += [_top(noun)] if first and noun.dep_ == "conj" else []
    told = {t.i: t for c in first for t in conjuncts(c) if _is_name(t, scene)}
    named = [told[i] for i in sorted(told)]
    sure = len(named) > 1 and any(t.i in scene.places_at for t in named)
    return tuple(named) if sure and _are_joined(named, noun) else ()


def told_of(name: Token, scene: Scene) -> tuple[Token, ...]:
    """Return the names that go with a name, or with the noun that says what they are."""
    nouns = (name, name.head, _top(name).head, *conjuncts(_top(name))[-1:])
    found = (names(noun, scene) for noun in nouns)
    return next((told for told in found if name in told or name.tag_ in _PLURAL), ())


def _top(name: Token) -> Token:
    """Return the first of those that "and" joins."""
    while name.dep_ == "conj" and name.head.i < name.i:
        name = name.head
    return name


def _is_name(token: Token, scene: Scene) -> bool:
    if token.i in scene.places_at:
        return True
    actor = scene.actors_at.get(token.i)
    known = actor is not None and actor.kind != "person"  # "the Minyan and Assad districts"
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not known


def _are_joined(named: list[Token], noun: Token) -> bool:
    """Tell whether "and" stands before the last name: "the Kafr Nabl districts" have one."""
    between = noun.doc[named[-2].i + 1 : named[-1].i]
    return any(t.lower_ in {"and", "or"} for t in between)
