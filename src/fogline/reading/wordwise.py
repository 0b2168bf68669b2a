"""Patterns that begin with one of a known few words, tried only where such a word stands: most
words of a text begin none of a long list of alternatives.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\b(?:[^\W\d]+|\d)")  # to its first digit: "July10" opens as "July"


def opening(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases, in small letters."""
    return frozenset(word[0].lower() for phrase in phrases if (word := _WORD.match(phrase)))


def found(
    pattern: re.Pattern[str], opens: frozenset[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` yields, for a pattern whose matches begin where a word does:
    one of `opens`, or one with a digit first.
    """
    starts, words = _words(text)
    free = start
    for n in range(bisect_left(starts, start), bisect_left(starts, end)):
        at = starts[n]
        word = words[n][: end - at]  # `end` may stand within a word
        if at < free or not (word in opens or word[0].isdecimal()):
            continue
        if match := pattern.match(text, at, end):
            free = match.end()
            yield match


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[list[int], list[str]]:
    """Return where the words of a text begin, and the words in small letters."""
    found = list(_WORD.finditer(text))
    return [word.start() for word in found], [word[0].lower() for word in found]
