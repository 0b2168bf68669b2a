"""Places of a list that lost its commas: "the villages of Northtown Southtown and Oldtown".

The names run on with one another; where one ends and the next begins is what costs least: a known
name of the country that the document is about costs less than an unknown one, a name of several
unknown words only little where its first word begins such names ("Tal", "Upper") or its second is
an article with its word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from fogline.reading.gazetteer import gazetteer
from fogline.reading.places.sites import COUNTRY, own_places
from fogline.reading.tables import either, rows

if TYPE_CHECKING:
    from fogline.reading.places.resolving import PlaceContext

Stretch = tuple[int, int]

_PLURALS: Final = either("place-words/beside.csv", "several")
_ARTICLE: Final = r"(?:[Aa]l|[Ee]l|[Aa][drnstz]|[Ee][drsz]|[Aa]sh|[Ee]sh)-"
_WORD: Final = rf"(?:{_ARTICLE})?[A-ZÀ-ÖØ-Þ][\w’'ʻ]*(?:-\w[\w’']*)*"
_LIST: Final = re.compile(
    rf"\b(?P<kind>{_PLURALS} of )?\b(?P<run>{_WORD}(?: {_WORD})+)"
    rf"(?= (?:and|&) (?P<last>{_WORD}(?: {_WORD})?))"
)
_WHERE: Final = re.compile(rf"\b{either('place-words/beside.csv', 'before a run')} $")
_BEHIND: Final = re.compile(rf" (?:(?:was|were|(?:has|have|had) been|came under)\b|{_PLURALS}\b)")
_JOINED: Final = re.compile(rf"^{_ARTICLE}")
_KNOWN: Final = 1.0
_NEW: Final = 1.5
_PREFIXED: Final = 1.4
_LOOSE: Final = 3.5
_LONGEST: Final = 3


@cache
def _firsts() -> frozenset[str]:
    return frozenset(r["word"] for r in rows("place-words", "firsts.csv"))


def lost(text: str, context: PlaceContext) -> Iterator[tuple[Stretch, ...]]:
    """Yield the names of each list that lost its commas, the last, behind "and", too."""
    for match in _LIST.finditer(text):
        start = match.start("run")
        words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", match["run"])]
        names = _cut(text, words, context)
        last = _last(text, *match.span("last"), context)
        where = _WHERE.search(text, max(0, start - 14), start) or _BEHIND.match(text, last[1])
        told = match["kind"] or (where and _are_places(text, [*names, last], context))
        if told and len(names) > 1:
            yield (*names, last)


def is_known(name: str, context: PlaceContext) -> bool:
    """Tell whether a name is that of a place, no state, in the country a document is about."""
    found = (*own_places().get(name), *gazetteer().exact(name))
    home = context.country
    return any(s.feature != COUNTRY and (home is None or s.country == home) for s in found)


def _last(text: str, start: int, end: int, context: PlaceContext) -> Stretch:
    """Return the name that a list ends with, of one word or two."""
    one = start + len(text[start:end].split(" ")[0])
    return (start, end) if _cost(text[start:end], context) < _NEW else (start, one)


def _are_places(text: str, names: list[Stretch], context: PlaceContext) -> bool:
    """Tell whether the names of a list are places': most are known, or each of a run has an
    article, as no person's name goes on.
    """
    said = [text[a:b] for a, b in names]
    known = sum(is_known(name, context) for name in said)
    return known * 2 > len(said) or all(_JOINED.match(name) for name in said[:-1])


def _cut(text: str, words: list[Stretch], context: PlaceContext) -> list[Stretch]:
    """Return the cheapest way to cut a run of words into names."""
    best: list[tuple[float, list[Stretch]]] = [(0.0, [])]
    for n in range(1, len(words) + 1):
        ways = []
        for k in range(max(0, n - _LONGEST), n):
            cost, before = best[k]
            start, end = words[k][0], words[n - 1][1]
            ways.append((cost + _cost(text[start:end], context), [*before, (start, end)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]


def _cost(name: str, context: PlaceContext) -> float:
    if is_known(name, context):
        return _KNOWN
    words = name.split(" ")
    if len(words) == 1:
        return _LOOSE if name in _firsts() else _NEW
    if len(words) == 2 and words[0] in _firsts():
        return _PREFIXED
    other = _JOINED.match(words[-1]) and not _JOINED.match(words[0])
    new = len(words) == 2 and not is_known(words[0], context)
    return _PREFIXED if other and new else _LOOSE * (len(words) - 1)
