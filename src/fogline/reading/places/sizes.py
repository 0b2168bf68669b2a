"""How well a town of its size is called "the city", "the town" or "the village"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fogline.reading.gazetteer import gazetteer

if TYPE_CHECKING:
    from fogline.model import Entity

_CITY: Final = 50_000  # people
_TOWN: Final = 1_000_000
_SMALL: Final = 20_000
_UNTOLD: Final = 0.35  # few cities are in no list of towns
_HARDLY: Final = 0.3
_VILLAGES: Final = frozenset({"village", "hamlet"})


def fits(noun: str, place: Entity) -> float:
    """Return how much of a place's weight counts where a noun points back to it: all where its
    size fits.
    """
    if noun not in {"city", "town", *_VILLAGES}:
        return 1.0
    many = _people(place.name or place.text, place.country)
    if noun == "city":
        return _UNTOLD if not many else _HARDLY if many < _SMALL else 1.0
    return _HARDLY if many > (_TOWN if noun == "town" else _CITY) else 1.0


@lru_cache(maxsize=4096)
def _people(name: str, country: str | None) -> int:
    """Return how many live in the largest town of a name in a country, 0 where nobody knows."""
    found = gazetteer().exact(name)
    return max((s.population for s in found if s.country == country), default=0)
