"""Towns' names that a plural behind the last of them makes provinces': "the Kharkiv and Sumy
regions".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from fogline.reading.tables import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fogline.model import Entity
    from fogline.reading.gazetteer import Site

_WIDE: Final = frozenset(
    f"{r['word']}s" for r in rows("place-words", "heads.csv") if r["feature"] == "ADM1"
)
_PLURAL: Final = re.compile(rf"\b(?:{'|'.join(sorted(_WIDE))})\b", re.IGNORECASE)
_JOINS: Final = re.compile(r",?|,? (?:and|or|as well as)")  # commas may be lost


def as_regions(
    found: list[Entity], text: str, province: Callable[[Entity], Site | None]
) -> list[Entity]:
    """Return places in text order, with those a plural noun tells to be provinces as such."""
    if _PLURAL.search(text) is None:
        return found
    wide = {e.start for e in _members(found, text)}
    return [_widened(e, province) if e.start in wide else e for e in found]


def _members(found: list[Entity], text: str) -> Iterator[Entity]:
    """Yield the towns of lists that end in "provinces"."""
    for i in range(len(found) - 1, 0, -1):
        if not _ends_list(found[i], text):
            continue
        last = found[i]
        for town in reversed(found[:i]):
            joint = _JOINS.fullmatch(text[town.end : last.start].removesuffix(" "))
            if joint is None or not (town.feature or "").startswith("PPL"):
                break
            yield town
            last = town


def _ends_list(place: Entity, text: str) -> bool:
    """Tell whether a name ends in, or stands before, a plural that makes each of a list one."""
    said = text[place.start : place.end].rpartition(" ")[2].lower()
    return said in _WIDE or _PLURAL.match(text, place.end + 1) is not None


def _widened(town: Entity, province: Callable[[Entity], Site | None]) -> Entity:
    site = province(town)
    if site is None:
        return replace(town, feature="ADM1")
    return replace(
        town, name=site.name, id=site.id, lat=site.lat, lon=site.lon, feature=site.feature
    )
