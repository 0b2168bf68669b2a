"""What people or a force are without, or soon will be, with no verb that names an event: "no bread
in the city", "fuel for two more days" (data: triggers/unnamed.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.triggers.triggers import Match, unnamed

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ENTRY: Final = unnamed()["no"]
_STOCK: Final = unnamed()["for"]
_HAVING: Final = frozenset("has have had".split())
_NONE: Final = frozenset({"no", "without", "out"})
_BEING: Final = frozenset({"be", "remain", "leave", "exist"})


def find(scene: Scene) -> Iterator[Match]:
    """Yield a match for each supply that a part says is not there."""
    if scene.quiet:
        return
    for i in sorted({t.head.i for t in scene.doc.reading(_NONE)}):
        token = scene.doc[i]
        if token.pos_ == "NOUN" and _is_missing(token) and _is_supply(token, scene):
            yield Match((_ENTRY,), token, (token.i,))
    for verb in scene.doc.reading(_HAVING):
        for noun in [c for c in verb.children if c.dep_ == "obj"]:
            if _is_supply(noun, scene) and _lasts(noun, scene) and not _is_missing(noun):
                yield Match((_STOCK,), noun, (noun.i,))


def _lasts(supply: Token, scene: Scene) -> bool:
    """Tell whether it is said for how long somebody has something: "flour for three days"."""
    beside = (c for t in (supply, supply.head) for c in t.children if preposition(c) == "for")
    return any("time" in scene.classes(c) for c in beside)


def _is_supply(noun: Token, scene: Scene) -> bool:
    found = scene.classes(noun)
    return "supply" in found and "weapon" not in found


def _is_missing(noun: Token) -> bool:
    if noun.dep_ in SUBJECTS and noun.head.lemma_.lower() not in _BEING:
        return False  # "no water arrived": the verb tells of it
    none = any(c.dep_ == "det" and c.lower_ == "no" for c in noun.children)
    return none or preposition(noun) == "without" or _is_spent(noun)


def _is_spent(noun: Token) -> bool:
    """Tell whether somebody is "out of" something."""
    cases = [c for c in noun.children if c.dep_ == "case" and c.i < noun.i]
    being = any(c.dep_ == "cop" for c in noun.children) or noun.dep_ == "root"
    return being and any(c.lower_ == "out" and c.nbor().lower_ == "of" for c in cases)
