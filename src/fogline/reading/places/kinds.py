"""Names whose kind one plural noun tells: "Nasir and Ulang counties", "the Minyan and Assad
districts", "the towns of Nubbul and Zahraa" (data: place-words/beside.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_SEVERAL: Final = 2
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_WORDS: Final = words("place-words/beside.csv", "word")
_TOWNS: Final = _WORDS["town"]
_QUARTERS: Final = _WORDS["quarter"]
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


def behind(noun: Token, scene: Scene) -> tuple[Token, ...]:
    """Return the names, two or more, that a plural noun goes before, which only says what each of
    them is: "the towns of X and Y"; () of quarters, which are their towns': "neighbourhoods of
    Northtown and Southtown".
    """
    kind = noun.lemma_.lower()
    if noun.tag_ not in _PLURAL or not (kind in _TOWNS or kind in _QUARTERS):
        return ()
    first = [c for c in noun.children if c.i > noun.i and preposition(c) == "of"]
    listed = [t for c in first[:1] for t in (*conjuncts(c), *conjuncts(noun)[1:])]
    named = tuple(t for t in listed if _is_name(t, scene))
    parts = kind in _QUARTERS and any(_is_town(t, scene) for t in named)
    return () if parts or len(named) < _SEVERAL else named


def _is_town(name: Token, scene: Scene) -> bool:
    place = scene.places_at.get(name.i)
    feature = place.feature if place is not None else None
    return feature is not None and feature.startswith("PPL") and feature != "PPLX"


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
