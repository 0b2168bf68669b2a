"""Places that stand before what is told: where it was filed or printed, "BAHIR DAR -", "THE HERALD
(Bahir Dar)"; or what it is of, "Merawi town:".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.scene import Scene

_FILED: Final = re.compile(r"(?:, ?[\w .]{2,20})?(?: ?\([\w .]{2,20}\))? (?:[-–—]|--) ")
_MASTHEAD: Final = re.compile(r"[^a-z\n]*[A-Z]{2}[^a-z\n]*\($")
_CLOSED: Final = re.compile(r"(?:, ?[\w .]{2,20})?\)[ \t]*(?:\n|$)")
_OPENING: Final = re.compile(r"[\s*•·\-–—\d.)]*$")
_LABELLED: Final = re.compile(r"(?: (?:town|city|village|district|area|camp|province))?:(?!\d)")


def is_filed(place: Entity, scene: Scene) -> bool:
    """Tell whether a place only says where a report was filed, or a paper is printed."""
    before = _line(place, scene)
    if place.text.isupper() and not before.strip():
        return bool(_FILED.match(scene.text, place.end))
    return bool(_MASTHEAD.match(before) and _CLOSED.match(scene.text, place.end))


def is_label(place: Entity, scene: Scene) -> bool:
    """Tell whether a line begins with a place and a colon: what follows is told of that place."""
    opens = _OPENING.match(_line(place, scene))
    return bool(opens and _LABELLED.match(scene.text, place.end))


def _line(place: Entity, scene: Scene) -> str:
    """Return what stands before a place on its line."""
    return scene.text[scene.text.rfind("\n", 0, place.start) + 1 : place.start]
