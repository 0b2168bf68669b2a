"""Abbreviations that a text itself introduces: "Riverside Defence Front (RDF)".

What stands in brackets behind a full name means that name in this text, whatever else bears it.
"""

from __future__ import annotations

import re
from typing import Final

from rapidfuzz import fuzz

from fogline.reading.actors.choosing import Bearer

_REACH: Final = 90
_SPLIT: Final = re.compile(r"[\s-]+")
_VARIANT: Final = 85.0
_SHORT: Final = 3


def is_introduced(text: str, start: int, end: int) -> bool:
    """Whether a name is an abbreviation in brackets."""
    return (
        text[start - 1 : start] == "(" and text[end : end + 1] == ")" and text[start:end].isupper()
    )


def meant(
    text: str, start: int, short: str, bearers: tuple[Bearer, ...], full: tuple[Bearer, ...]
) -> tuple[Bearer, ...] | None:
    """Return who bears an abbreviation in brackets from `start`; None where the text does not say.

    `full` are the bearers of the name right before it, empty where no known name stands there.
    """
    both = tuple(b for b in full if b.actor.id in {s.actor.id for s in bearers})
    if both:
        return both
    long = spelt(text[max(0, start - _REACH) : start - 1], short)
    if long is None:
        return None
    if len(short) > _SHORT and not all(b.shared for b in bearers):
        return None
    known = any(fuzz.token_set_ratio(long, b.actor.name) >= _VARIANT for b in (*bearers, *full))
    return None if known else ()


def spelt(before: str, short: str) -> str | None:
    """Return the last words of a text whose first letters spell an abbreviation; None if none."""
    letters = [c.lower() for c in short if c.isalpha()]
    words = _SPLIT.split(before.strip())
    taken: list[str] = []
    while letters and words:
        word = words.pop()
        taken.append(word)
        if word[:1].lower() == letters[-1]:
            letters.pop()
        elif word.lower() not in _SMALL:
            return None
    return " ".join(reversed(taken)) if not letters else None


_SMALL: Final = frozenset("of for the and in to on de la du des et pour".split())
