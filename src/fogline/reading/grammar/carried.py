"""What people ride in, wear or carry, and what vehicles carry: told with them as one phrase."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_HUMAN: Final = classes.HUMAN
_MOVERS: Final = words("movers.csv", "words")
_LADEN: Final = _MOVERS["laden"]
_CARRIERS: Final = frozenset({"craft", "traveller"})
_CARRYING: Final = frozenset({"in", "on", "with", "under"})
_ARMING: Final = frozenset({"weapon", "weaponry", "arms"})
_RULES: Final = words("dealing.csv", "word")["rule"]
_WORN: Final = _MOVERS["worn"]
_RIDDEN: Final = _MOVERS["ridden"]


def is_carried(thing: Token, head: Token) -> bool:
    """Tell whether words say what people ride in, wear or carry, "men in pickup trucks", or under
    whose rule areas are.
    """
    case = thing.case_
    if case not in _CARRYING or thing.left_edge.i != head.i + 1:
        return False
    if case == "under":
        return thing.lower_ in _RULES and "place" in classes.of_word(head)
    if case == "with":  # "shelled civilians with mortars" says by what
        whose = head.lemma_.lower() in _RIDDEN or "people" in classes.of_word(head)
        return whose and head.dep_ in SUBJECTS and not _ARMING.isdisjoint(classes.of_word(thing))
    return thing.lemma_.lower() in _RIDDEN | _WORN and not _HUMAN.isdisjoint(classes.of_word(head))


def load_of(clause: Token, head: Token) -> Token | None:
    """Return what a vehicle carries: "buses carrying pilgrims", "cars equipped with guns"."""
    if clause.lower_ not in _LADEN or clause.i != head.i + 1 or clause.dep_ not in {"acl", "amod"}:
        return None
    if _CARRIERS.isdisjoint(classes.of_word(head)) and head.lemma_.lower() not in _RIDDEN:
        return None
    borne = (c for c in clause.children if c.dep_ == "obj" or c.case_ == "with")
    load = next((c for c in borne if c.i > clause.i), None)
    if load is None or any(c.dep_ == "compound:prt" for c in clause.children):  # "carrying out"
        return None
    counted = any(c.dep_ == "nummod" for c in load.children)
    return None if counted else load  # of "500 people" more may be told
