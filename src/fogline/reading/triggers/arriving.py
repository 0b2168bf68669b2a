"""Forces that come into a town, or are back in it: "returned to Goma", "is back in Goma"; who goes
home, to a base or to a capital takes none.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar import arguments
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOUNS, SUBJECTS
from fogline.reading.places.places import is_state_capital
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
_TOWNS: Final = frozenset("town city village district neighbourhood neighborhood suburb".split())


def is_entered(verb: Token, cases: str, scene: Scene) -> bool:
    """Tell whether somebody goes into a town, or to one: "moved back into Goma", not "returned from
    the front to Goma"; `cases` is "into" where "to" will not do.
    """
    beside = arguments.of_verb(verb).obliques
    if any(case == "from" for case, _ in beside):
        return False
    wanted = _INTO if cases == "into" else _TO
    return any(case in wanted and _is_town(h, case, scene) for case, h in beside)


def is_within(verb: Token, wanted: str, scene: Scene) -> bool:
    """Tell whether somebody moves about in a place: "are walking in the streets"."""
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
        if armed and any(preposition(c) in _IN and _is_town(c, "in", scene) for c in beside):
            yield Match((_ENTRY,), back, (back.i,))


def _is_town(head: Token, case: str, scene: Scene) -> bool:
    """Tell whether a phrase names a town; a capital may be where forces go home to."""
    place = scene.places_at.get(head.i)
    if place is None:
        return head.lemma_.lower() in _TOWNS and "place" in classes.of_word(head)
    town = place.lat is not None and (place.feature or "PPL").startswith("PPL")
    return town and (case != "to" or not is_state_capital(place))
