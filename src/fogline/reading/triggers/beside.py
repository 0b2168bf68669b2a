"""What else stands in a trigger's clause and turns its sense: a count, a place that is landed on,
words of another matter ("slit the throat of a goat"; data: triggers/beside.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOT
from fogline.reading.roles.capacities import is_quantifier
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_BESIDE: Final = words("triggers/beside.csv", "words")
_ONTO: Final = frozenset({"on", "onto", "in", "into", "at", "near", "behind", "over"})
_PLACES: Final = frozenset({"place", "site", "waters"})
_NOT_LEFT: Final = frozenset({"behind", "of", "in", "at", "on"})


def is_told(verb: Token, kind: str, _: Scene) -> bool:
    """Tell whether a verb's clause has a word of a kind: "drove his lorry into a hedge by mistake";
    with what it says of its subject.
    """
    told = _BESIDE[kind]
    return any(t.lower_ in told or t.lemma_.lower() in told for t in _clause(verb))


def _clause(verb: Token) -> Iterator[Token]:
    """Yield a verb's clause, without what it is joined with: "parades and raids"."""
    yield verb
    for child in verb.children:
        if child.dep_ not in {"conj", "parataxis"} or child.tag_.startswith("NN"):
            yield from child.subtree


def is_untold(verb: Token, kind: str, scene: Scene) -> bool:
    return not is_told(verb, kind, scene)


def is_numbered(verb: Token, _: str, __: Scene) -> bool:
    return any(t.like_num or is_quantifier(t) for t in verb.subtree)


def is_landed(verb: Token, _: str, scene: Scene) -> bool:
    """Tell whether it is said where people are put down: "on the island", not "from jets"."""
    near = (c for t in (verb, *verb.children) for c in t.children if preposition(c) in _ONTO)
    return any(scene.classes(c) & _PLACES or c.i in scene.places_at for c in near)


def is_unbidden(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether nobody is to do anything: not "gave the firm ten years to pay"."""
    below = (c for t in (verb, *verb.children) for c in t.children if c.i > verb.i)
    return not any(is_infinitive(c) for c in below)


def is_held(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether it is said that nobody fired: "turned their rifles on them but did not fire"."""
    shots = (c for c in verb.children if c.lemma_.lower() in _BESIDE["firing"])
    return any(t.lower_ in NOT for shot in shots for t in shot.children)


def is_remaining(verb: Token, _: str, __: Scene) -> bool:
    """Tell whether "left" says what remains: not "left behind", "left of the river"."""
    left = (t for t in verb.subtree if t.lower_ == "left" and t.i + 1 < len(t.doc))
    return all(t.nbor(1).lower_ not in _NOT_LEFT for t in left)
