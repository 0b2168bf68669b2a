"""Places to one side of a named one: "the southern suburbs of X", "eastern X", "south of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fogline.reading.places.bearings import beyond
from fogline.reading.places.circles import (
    AROUND,
    BEFORE_NAME,
    SIDE,
    Area,
    Named,
    Words,
    area,
    bearing_of,
    town_radius,
)
from fogline.reading.tables import rows

_POINTS: Final = ("north", "south", "east", "west")  # every word of direction holds one
_REACH: Final = 70
_PARTS: Final = {r["word"]: r for r in rows("place-words", "parts.csv")}
_PART: Final = re.compile(
    rf"(?P<whole>(?P<side>{SIDE})\s+(?:[\w-]+\s+)?(?P<part>{'|'.join(_PARTS)})\s+of\s+)"
    + BEFORE_NAME,
    re.IGNORECASE,
)
_OF_NAME: Final = re.compile(
    rf"['’]s?\s+(?P<side>{SIDE})\s+(?:[\w-]+\s+)?(?P<part>{'|'.join(_PARTS)})\b", re.IGNORECASE
)
# What is said of a part of a town itself: "the rebel-held east of X", not "the hills east of X".
_OF_A_PART: Final = (
    r"(?:\w+-(?:held|controlled|run|ruled|occupied)|besieged|encircled|surrounded|embattled"
    r"|occupied|whole|entire|far)"
)
_SIDED: Final = (
    re.compile(rf"\b(?P<whole>(?P<side>{SIDE})\s+)$", re.IGNORECASE),
    re.compile(
        rf"(?<!\bto )\bthe\s+(?:{_OF_A_PART}\s+)?(?P<whole>(?P<side>{SIDE})\s+of\s+)$",
        re.IGNORECASE,
    ),
)
_SIDE_FIRST: Final = re.compile(rf"(?P<whole>(?P<side>{SIDE})\s)", re.IGNORECASE)
_DIRECTION: Final = re.compile(
    rf"(?:\bto the\s+|(?<!the )\b)(?P<whole>(?P<side>{SIDE})\s+of\s+)" + BEFORE_NAME, re.IGNORECASE
)


def is_sided(text: str, name: Named) -> bool:
    """Tell whether a word of direction stands in or beside a name: most have none."""
    near = text[max(0, name.start - _REACH) : name.end + _REACH].lower()
    return any(point in near for point in _POINTS)


def by_part(text: str, name: Named) -> Iterator[Area]:
    before = _PART.search(text, max(0, name.start - 70), name.start)
    after = _OF_NAME.match(text, name.end)
    found = before or after
    if not found:
        return
    start, end = (found.start("whole"), name.end) if before else (name.start, found.end())
    part, site = _PARTS[found["part"].lower()], name.site
    reach = town_radius(site)
    away = reach * float(part["reach"])
    radius = max(2.0, reach * 0.7 if part["inside"] == "yes" else away)
    why = (
        f"the {found['side'].lower()} {found['part'].lower()} of {site.name}: {away:.1f} km from"
        f" its centre, {radius:.1f} km around"
    )
    circle = (*beyond(site, bearing_of(found["side"]), away), radius)
    yield area(Words(text, start, end), "part", circle, (site,), why)


def by_side(text: str, name: Named) -> Iterator[Area]:
    """Yield the side of a town: "eastern Riverside", "the east of Riverside"; not "East London"."""
    from_ = max(0, name.start - 50)
    before = next((f for p in _SIDED if (f := p.search(text, from_, name.start))), None)
    own = _SIDE_FIRST.match(name.site.name)
    found = before or (None if own else _SIDE_FIRST.match(text, name.start, name.end))
    if not found or not name.site.feature.startswith("PP"):
        return
    site, away = name.site, town_radius(name.site) / 2
    radius = max(2.0, town_radius(site) * 0.7)
    why = (
        f"{found['side'].lower()} {site.name}: {away:.1f} km from its centre,"
        f" {radius:.1f} km around"
    )
    circle = (*beyond(site, bearing_of(found["side"]), away), radius)
    yield area(Words(text, found.start("whole"), name.end), "side", circle, (site,), why)


def by_direction(text: str, name: Named) -> Iterator[Area]:
    """Yield what lies to one side of a place, no one says how far: "southwest of Riverside"."""
    if found := _DIRECTION.search(text, max(0, name.start - 60), name.start):
        site, away = name.site, town_radius(name.site) + AROUND
        side = found["side"].lower()
        why = f"{side} of {site.name}, how far is not said: within {2 * away:.0f} km of its centre"
        circle = (*beyond(site, bearing_of(side), away), away)
        words = Words(text, found.start("whole"), name.end)
        yield area(words, "direction", circle, (site,), why)
