"""Whose trade it is to tell what others do, and who so neither attacks nor holds anything: media
and monitors, to whom "it" or a credit may point (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.actors.actors import link
from fogline.reading.tables import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fogline.model import Mention

_TELLERS: Final = words("dealing.csv", "word")["teller"]
_DEEDS: Final = frozenset({"ASSAULT", "CONTROL"})


def without(acting: Iterable[Mention], event: str) -> tuple[Mention, ...]:
    """Return who acts in an event, without those who only tell of such."""
    if event not in _DEEDS:
        return tuple(acting)
    return tuple(m for m in acting if not _is_teller(m))


def _is_teller(mention: Mention) -> bool:
    said = mention.name or mention.text
    if not _TELLERS.isdisjoint(said.lower().split()):
        return True
    known = link(said) if mention.id else None
    return known is not None and known.kind == "media"
