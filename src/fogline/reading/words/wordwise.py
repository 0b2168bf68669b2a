"""Patterns that begin with one of a known few words, tried only where such a word stands: most
words of a text begin none of a long list of alternatives.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\b(?:[^\W\d]+|\d)")  # to its first digit: "July10" opens as "July"
_DIGIT: Final = "0"  # stands for every word that begins with a digit


class Leading(NamedTuple):
    """Words that open a match only before one of `next`: "the" before "last", in the past week."""

    words: frozenset[str] = frozenset()
    next: frozenset[str] = frozenset()


_NONE: Final = Leading()


def opening(phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of phrases, in small letters, and what stands for all numbers."""
    words = (word[0].lower() for phrase in phrases if (word := _WORD.match(phrase)))
    return frozenset((*words, _DIGIT))


def found(  # noqa: PLR0913 (a search and where it may succeed)
    pattern: re.Pattern[str],
    opens: frozenset[str],
    text: str,
    within: range,
    end: int,
    leading: Leading = _NONE,
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` yields up to `end` that begins `within` a range, for a pattern
    whose matches begin where a word does: one of `opens`, or one with a digit first; at a `leading`
    one only before what may come next.
    """
    starts = _openings(text, opens, leading)
    begins = starts[bisect_left(starts, within.start) : bisect_left(starts, within.stop)]
    free = within.start
    for at in (*begins, _last(text, end)):
        if free <= at < within.stop and (match := pattern.match(text, at, end)):
            free = match.end()
            yield match


def _last(text: str, end: int) -> int:
    """Return where the word begins that an offset cuts, maybe to one that opens a match; -1 where
    it cuts none.
    """
    if end >= len(text) or not text[end - 1 : end + 1].isalpha():
        return -1
    starts, _ = _words(text)
    return starts[bisect_left(starts, end) - 1]


@lru_cache(maxsize=512)
def _openings(text: str, opens: frozenset[str], leading: Leading) -> list[int]:
    """Return where the words of a text begin that may open a match."""
    starts, words = _words(text)
    told = zip(starts, words, [*words[1:], ""], strict=False)
    return [
        at
        for at, word, then in told
        if word in opens and (word not in leading.words or then in leading.next)
    ]


@lru_cache(maxsize=256)
def _words(text: str) -> tuple[list[int], list[str]]:
    """Return where the words of a text begin, and the words in small letters."""
    found = list(_WORD.finditer(text))
    words = [word[0].lower() for word in found]
    return [word.start() for word in found], [_DIGIT if w.isdecimal() else w for w in words]
