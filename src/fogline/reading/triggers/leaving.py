"""How forces give up a place without saying "withdraw": "the base was left by its garrison", "a
tactical redeployment", "moved to prepared positions" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.triggers.wanted import any_is, whole

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_DEALING: Final = words("dealing.csv", "word")
_LINES: Final = _DEALING["lines"] | _DEALING["defences"]
_AROUND: Final = frozenset("in near around at from outside west east north south".split())
_STATES: Final = frozenset({"in", "without", "with", "to", "under", "as", "at"})


def is_left(verb: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether forces, or nobody named, are said to have left what is of a kind: "the base was
    left by the army", not "left in ruins by it".
    """
    if not any(c.dep_ == "nsubj:pass" for c in verb.children) or _is_left_so(verb, scene):
        return False
    args = arguments.of_verb(verb)
    leavers = [whole(a) for a in args.agents if a.lower_ != "staff"]  # those of a clinic
    forces = not args.agents or any_is(leavers, "force", scene)
    return forces and any_is(map(whole, args.objects), wanted, scene)


def _is_left_so(verb: Token, scene: Scene) -> bool:
    """Tell whether it is said in what state something was left, or to whom."""
    if any(c.dep_ in {"xcomp", "obj", "ccomp"} for c in verb.children):
        return True
    beside = (h for case, h in arguments.of_verb(verb).obliques if case in _STATES)
    return any("time" not in scene.classes(h) and h.i not in scene.times_at for h in beside)


def is_backwards(head: Token, _: str, __: Scene) -> bool:
    """Tell whether a move is told as tactical, or as one to lines in the rear."""
    if any(c.lower_ in _DEALING["tactical"] for c in head.children if c.dep_ == "amod"):
        return True
    return any(_is_rear(c) for c in head.children if preposition(c) in {"to", "into", "on"})


def is_shifted(word: Token, _: str, scene: Scene) -> bool:
    """Tell whether it is somewhere that positions are changed: "a position change near the town",
    which is no change of mind.
    """
    lines = [c for c in word.children if c.lemma_.lower() in _LINES]
    near = (word, word.head, *lines) if word.head.tag_.startswith("VB") else (word, *lines)
    beside = [c for t in near for c in t.children if c not in lines]
    cases = [preposition(c) for c in beside]
    around = (c for c, case in zip(beside, cases, strict=True) if case in _AROUND)
    return "on" not in cases and any_is(around, "place", scene)


def _is_rear(lines: Token) -> bool:
    before = (c.lower_ for c in lines.children if c.i < lines.i)
    return lines.lemma_.lower() in _LINES and any(w in _DEALING["rear"] for w in before)
