"""What is held as a place is: also a numbered unit, which stands for where it sits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.relations import NOUNS

if TYPE_CHECKING:
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene

_HOLDABLE: Final = frozenset({"place", "site", "route"})


def is_seat(head: Token, scene: Scene) -> bool:
    """Tell whether a word names a place, or a numbered unit, which stands for where it sits."""
    if scene.classes(head) & _HOLDABLE or head.i in scene.places_at:
        return True
    numbered = head.like_num or any(c.like_num and c.i > head.i for c in head.children)
    named = head.pos_ == "PROPN" or any(c.pos_ == "PROPN" for c in head.children)
    return head.pos_ in {*NOUNS, "NUM"} and numbered and named
