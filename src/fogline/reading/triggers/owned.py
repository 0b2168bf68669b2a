"""What is said to be in somebody's hands, or theirs: "the base is in our hands", "Battalion 12 is
ours" (data: triggers/unnamed.csv).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from fogline.reading.roles.apart import held
from fogline.reading.triggers.seats import is_seat
from fogline.reading.triggers.triggers import Match, unnamed

if TYPE_CHECKING:
    from fogline.reading.scene import Scene

_ENTRY: Final = unnamed()["hands"]
_OWNING: Final = frozenset({"hands", "ours", "theirs"})


def find(scene: Scene) -> Iterator[Match]:
    """Yield a match for each place or unit's seat that is said to be somebody's."""
    if scene.quiet:
        return
    for word in scene.doc.reading(_OWNING):
        if any(is_seat(h, scene) for h in held(word)):
            yield Match((_ENTRY,), word, (word.i,))
