"""Places that a text lists: "A, B and C", "several towns, including A and B" (data:
place-words/beside.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.coordination import conjuncts
from fogline.reading.grammar.phrases import preposition
from fogline.reading.places import kinds
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_BEGINS: Final = frozenset({"det", "nmod:poss", "case"})
_PARTS: Final = words("place-words/beside.csv", "word")["part"]
_EXAMPLES: Final = frozenset({"including", "such as", "like", "namely", "among"})


def joined(heads: list[Token], scene: Scene) -> list[Token]:
    """Return places with those that "and" joins to them, names that no gazetteer knows included;
    and with those named as examples of theirs: "several towns, including X".
    """
    found = {t.i: t for t in heads}
    for head in heads:
        if several := kinds.told_of(head, scene):
            found = {i: t for i, t in found.items() if t.i != head.i}
            found |= {t.i: t for t in several}
            continue
        for noun in (head, head.head):
            found |= {t.i: t for t in examples(noun, scene)}
            new = (t for t in _places_with(noun, scene) if not _only_heads(t, found))
            found |= {t.i: t for t in new}
    for head in [*found.values()]:
        if head.i in scene.places_at:
            found |= {t.i: t for t in _listed_with(head, scene)}
            found |= {t.i: t for t in conjuncts(head) if _is_part(t, scene)}
    return [found[i] for i in sorted(found)]


def _is_part(noun: Token, scene: Scene) -> bool:
    """Tell whether a noun names a part of a place: "X and other parts of Y"."""
    if noun.lower_ not in _PARTS:
        return False
    return any(preposition(c) == "of" and c.i in scene.places_at for c in noun.children)


def _only_heads(noun: Token, found: dict[int, Token]) -> bool:
    """Tell whether a noun only says what the names of a list are: "the towns of X and Y"."""
    names = (c for c in noun.children if c.i in found and preposition(c) == "of")
    return noun.tag_ == "NNS" and any(names)


def _places_with(noun: Token, scene: Scene) -> list[Token]:
    """Return further places joined to one by what they are: "the X area and the outskirts of Y"."""
    if "place" not in scene.classes(noun):
        return []
    others = (t for t in conjuncts(noun)[1:] if t.pos_ == "NOUN" and "place" in scene.classes(t))
    return [t for t in others if any(c.dep_ in _BEGINS for c in t.children)]


def _listed_with(head: Token, scene: Scene) -> list[Token]:
    """Return the names of the list that a named place goes on, the place itself among them."""
    top = head
    while top.dep_ == "conj" and _may_name_place(top.head, scene):
        top = top.head
    return [t for t in (top, *conjuncts(top)) if _may_name_place(t, scene)]


def _may_name_place(token: Token, scene: Scene) -> bool:
    if token.i in scene.places_at:
        return True
    other = token.i in scene.actors_at or token.i in scene.times_at
    return token.pos_ == "PROPN" and token.text[:1].isupper() and not other and not _is_body(token)


def _is_body(token: Token) -> bool:
    return token.ent_type_ in {"PER", "ORG"}


def goes_with(token: Token, other: Token, scene: Scene) -> bool:
    """Tell whether two places stand on one list: neither of them lies in the other, or one is told
    as a part: "most of Eastland, including Northtown".
    """
    if _is_example(token, other, scene) or _is_example(other, token, scene):
        return True
    if other in kinds.told_of(token, scene):
        return True
    own = scene.places_at.get(token.i)
    members = _listed_with(token, scene) if own is not None else []
    named = [scene.places_at.get(t.i) for t in members]
    return len(members) > 1 and (other in members or scene.places_at.get(other.i) in named)


def _is_example(token: Token, region: Token, scene: Scene) -> bool:
    named = region.i in scene.places_at and token.head.i == region.i
    return named and preposition(token) in _EXAMPLES


def examples(noun: Token, scene: Scene) -> list[Token]:
    """Return the places that are named as examples of what a noun sums up: "towns, including X"."""
    if "place" not in scene.classes(noun) or noun.i in scene.places_at:
        return []
    told = (c for c in noun.children if c.i > noun.i and preposition(c) in _EXAMPLES)
    named = [t for c in told for t in (c, *conjuncts(c)) if _may_name_place(t, scene)]
    return named if any(t.i in scene.places_at for t in named) else []
