"""What shows that a name is something else's: roads, rivers, firms, persons, other states' bodies.

The words stand in lexicon/namesakes.csv by their side of the name: `after` and `before` it,
`beyond` before seas and rivers but not before the outlets called after them, `word` for acronyms
that are words in a line of capitals, `office` for what other states have too, `outlet` for what a
news outlet's longer name may end in, `given` for countries that are first names, `realm` for what
states' full names begin with, `own` for what may stand before "Army" that leaves it the state's,
`joint` for what is none known where "of" behind it tells of its members.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from rapidfuzz import fuzz

from fogline.reading.actors.bodies import land_at, people_before
from fogline.reading.gazetteer import gazetteer
from fogline.reading.places.sites import own_places
from fogline.reading.tables import rows
from fogline.reading.words.dictionary import fold


@cache
def _words(side: str) -> frozenset[str]:
    return frozenset(r["word"] for r in rows("namesakes.csv") if r["side"] == side)


@cache
def _beside(side: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _words(side)), key=len, reverse=True))
    pattern = rf"[ -](?:{words})(?!\w)" if side == "after" else rf"\b(?:{words}) $"
    return re.compile(pattern)


def is_other(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name say that it is a road's, a river's, a firm's ..., or that a
    line of capitals only looks like it.
    """
    start = _without_article(text, start)
    name = text[start:end]
    if " " in name or not name[:1].isupper():
        return False
    near = max(0, start - _NEAR)
    if _beside("after").match(text, end) or _beside("before").search(text, near, start):
        return True
    return name in _words("word") and _is_shouted(text, start, end)


def is_joint(text: str, start: int, end: int) -> bool:
    """Whether it is told of whom a coalition is one: "a coalition of rebel groups"."""
    said = text[_without_article(text, start) : end].lower()
    return said in _words("joint") and text.startswith(" of ", end)


def is_beyond(text: str, start: int) -> bool:
    """Whether a name that is an outlet's stands where rivers and seas stand: "along the X"."""
    start = _without_article(text, start)
    return bool(_beside("beyond").search(text, max(0, start - _NEAR), start))


def _without_article(text: str, start: int) -> int:
    the = text[start : start + _ARTICLE_LENGTH].lower() == "the "
    return start + _ARTICLE_LENGTH * the


_NEAR: Final = 24
_ARTICLE_LENGTH: Final = 4
_LAST: Final = re.compile(r"(\w+)\W*$")
_FIRST: Final = re.compile(r"\W*(\w+)")


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides, as far as there are any, are in capitals too."""
    line = text.rfind("\n", 0, start) + 1
    before = _LAST.search(text, max(line, start - _NEAR), start)
    after = _FIRST.match(text, end, end + _NEAR)
    beside = [m[1] for m in (before, after) if m]
    return bool(beside) and all(word.isupper() for word in beside)


def is_outlet(head: str) -> bool:
    """Whether a word may end the longer name of a news outlet: "Agency"."""
    return head in _words("outlet")


def is_given(word: str) -> bool:
    """Whether a country's or capital's name is a person's first name too: "Georgia"."""
    return word in _words("given")


def is_own(word: str) -> bool:
    """Whether a word before a body's bare name leaves it the state's: "National"."""
    return word in _words("own")


def is_in_place(text: str, start: int, end: int) -> bool:
    """Whether a name is only part of a place's longer one: "Sea of Azov"."""
    if not text[start:end].istitle() or " " in text[start:end]:
        return False
    from_ = max(0, start - _NEAR)
    around = own_places().find(text[from_ : end + _NEAR])
    return any(
        from_ + h.start <= start and end <= from_ + h.end and h.end - h.start > end - start
        for h in around
    )


def is_where(text: str, start: int, end: int) -> bool:
    """Whether a name that a town bears too stands where places stand: "drowned in Azov"."""
    name = text[start:end]
    if " " in name or not name.istitle() or not WHERE.search(text, max(0, start - _NEAR), start):
        return False
    return bool(own_places().get(name) or gazetteer().exact(name))


WHERE: Final = re.compile(
    r"\b(?:in|into|from|to|near|across|inside|outside|throughout|through|around)(?: the)? $"
)


def foreign(text: str, start: int, end: int) -> str | None:
    """Return the country beside a name that every state may have a body of: "X's Security
    Council", "Security Council of X"; None where there is none or the name is of no such body.
    """
    if _words("office").isdisjoint(text[start:end].split()):
        return None
    if iso := people_before(text, start):
        return iso
    if of := _OF.match(text, end):
        found = land_at(text, of.end())
        return found[0] if found else None
    return None


def is_realm(text: str, start: int, end: int) -> bool:
    """Whether a name is the beginning of a state's: "Islamic Republic" of X."""
    if text[start:end].rpartition(" ")[2] not in _words("realm"):
        return False
    of = _OF.match(text, end)
    return of is not None and land_at(text, of.end()) is not None


_OF: Final = re.compile(r" of (?:the )?(?=[A-Z])")


def belongs(part: str, full: str) -> bool:
    """Whether one form of a person's name has all the words of the other: "Tayyip Erdogan"."""
    said, known = fold(part).split(), fold(full).split()
    return _within(said, known) or _within(known, said)


def _within(words: list[str], others: list[str]) -> bool:
    """Whether each word is one of the others, or nearly: accents and letters get lost."""
    return all(any(fuzz.ratio(word, other) >= _ALIKE for other in others) for word in words)


_ALIKE: Final = 80.0
