"""What is said to be in somebody's hands, or theirs: "the base is in our hands", "Battalion 12 is
ours", "the town is under M23", "Goma: under M23" (data: triggers/unnamed.csv,
triggers/kinds.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.roles.apart import held
from fogline.reading.tables import words
from fogline.reading.triggers.seats import is_seat
from fogline.reading.triggers.triggers import Match, unnamed

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_ENTRY: Final = unnamed()["hands"]
_UNDER: Final = unnamed()["under"]
_WORDS: Final = words("triggers/kinds.csv", "word")
_BODIES: Final = _WORDS["holding"]
_OWNING: Final = _WORDS["owned"]


def find(scene: Scene) -> Iterator[Match]:
    """Yield a match for each place or unit's seat that is said to be somebody's."""
    if scene.quiet:
        return
    for word in scene.doc.reading(_OWNING):
        if any(is_seat(h, scene) for h in held(word)):
            yield Match((_ENTRY,), word, (word.i,))
    for word in scene.doc.reading(frozenset({"under"})):
        if word.dep_ == "case" and _holds(word.head, scene):
            yield Match((_UNDER,), word.head, (word.i, word.head.i))


def _holds(group: Token, scene: Scene) -> bool:
    """Tell whether a place is said to be under an armed group: "Goma: under M23 since May"."""
    armed = group.i in scene.actors_at or group.lemma_.lower() in _BODIES
    if not armed or "force" not in scene.classes(group):
        return False
    towns = [c for c in group.children if c.dep_ == "nsubj"]
    towns += [group.head] if group.dep_ == "parataxis" else []
    return any(t.i in scene.places_at for t in towns)
