"""Patterns that begin with one of a known few words, tried only where such a word stands: most
words of a text begin none of a long list of alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

_WORD: Final = re.compile(r"\b\w+")


def opening(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases, in small letters."""
    return frozenset(word[0].lower() for phrase in phrases if (word := _WORD.match(phrase)))


def found(
    pattern: re.Pattern[str], opens: frozenset[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` yields, for a pattern whose matches begin where a word does:
    one of `opens`, or one with a digit first.
    """
    free = start
    for word in _WORD.finditer(text, start, end):
        said = word[0]
        if word.start() < free or not (said.lower() in opens or said[0].isdecimal()):
            continue
        if match := pattern.match(text, word.start(), end):
            free = match.end()
            yield match
