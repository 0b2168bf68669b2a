"""Forces that come into a town, or are back in it: "returned to Goma", "is back in Goma"; who goes
home, to a base or to a capital takes none (data: triggers/kinds.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, SUBJECTS
from fogline.reading.places.places import is_state_capital
from fogline.reading.tables import words
from fogline.reading.triggers.triggers import Match, unnamed
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ENTRY: Final = unnamed()["back"]
_INTO: Final = frozenset({"into", "inside"})
_WITHIN: Final = frozenset({"in", "through", "around"})
_IN: Final = _INTO | {"in"}
_TO: Final = _INTO | {"to"}
_WORDS: Final = words("triggers/kinds.csv", "word")
_UNFIT: Final = _WORDS["unfit"]
_TAKING: Final = _WORDS["taking"]
_ARMING: Final = frozenset({"weapon", "arms", "platform", "force"})
_TOWNS: Final = _WORDS["town"]


def is_entered(verb: Token, cases: str, scene: Scene) -> bool:
    """Tell whether somebody goes into a town, or to one: "moved back into Goma", not "returned from
    the front to Goma"; `cases` is "into" where "to" will not do.
    """
    args = arguments.of_verb(verb)
    if not any(map(_may_take, args.subjects)) or _is_errand(verb, scene):
        return False
    wanted = _INTO if cases == "into" else _TO
    towns = [h for case, h in args.obliques if case in wanted and _is_town(h, case, scene)]
    return any(all(preposition(c) != "from" for c in town.children) for town in towns)


def _may_take(force: Token) -> bool:
    """Tell whether a force may hold a town by being in it: no police, no captives, no wounded."""
    told = (force, *(c for c in force.children if c.dep_ in {"amod", "compound"}))
    return all(t.lemma_.lower() not in _UNFIT and t.lower_ not in _UNFIT for t in told)


def _is_errand(verb: Token, scene: Scene) -> bool:
    """Tell whether somebody comes from elsewhere, or for something else than to fight or to stay:
    "for talks", "to farm", "with food", "under guard".
    """
    aims = (c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and is_infinitive(c))
    if any(aim.lemma_.lower() not in _TAKING for aim in aims):
        return True
    return any(_leads_away(case, h, scene) for case, h in arguments.of_verb(verb).obliques)


def _leads_away(case: str, head: Token, scene: Scene) -> bool:
    found = scene.classes(head)
    if case == "for":
        return "time" not in found and head.i not in scene.times_at
    given = case == "with" and bool(found & {"aid", "relief", "supply"})
    return case in {"from", "under"} or (given and found.isdisjoint(_ARMING))


def is_within(verb: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether somebody moves about in a place: "are walking in the streets"; who walked
    through it has passed.
    """
    if verb.tag_ in {"VBD", "VBN"}:
        return False
    beside = [h for case, h in arguments.of_verb(verb).obliques if case in _WITHIN]
    return any(wanted in scene.classes(h) or h.i in scene.places_at for h in beside)


def find(scene: Scene) -> Iterator[Match]:
    """Yield a match for each force that is said to be back in a town."""
    for back in scene.doc.reading(frozenset({"back"})):
        if back.dep_ == "advmod" and back.head.pos_ in NOUNS:  # "Army back in Goma"
            forces, beside = [back.head], [*back.children, *back.head.children]
        else:
            beside = [*back.children]
            forces = [c for c in beside if c.dep_ in SUBJECTS]
        armed = any("force" in scene.classes(f) for f in forces)
        away = any(_leads_away(preposition(c), c, scene) for c in beside)
        if not armed or away or not any(map(_may_take, forces)):
            continue
        if any(preposition(c) in _IN and _is_town(c, "in", scene) for c in beside):
            yield Match((_ENTRY,), back, (back.i,))


def _is_town(head: Token, case: str, scene: Scene) -> bool:
    """Tell whether a phrase names a town; a capital may be where forces go home to."""
    place = scene.places_at.get(head.i)
    if place is None:
        return head.lemma_.lower() in _TOWNS and "place" in classes.of_word(head)
    town = place.lat is not None and (place.feature or "PPL").startswith("PPL")
    return town and (case != "to" or not is_state_capital(place))
