"""Numbers as words and digits: where they stand and what they are worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from fogline.reading.tables import rows
from fogline.reading.words.wordwise import opening

_WORDS: Final = {r["word"]: (int(r["value"]), r["kind"]) for r in rows("quantities", "numbers.csv")}


FIRST: Final = opening((*_WORDS, "a", "an", "half", "quarter"))
"""The words that a number in words may begin with."""


def _alternatives(*kinds: str) -> str:
    """Return the words of some kinds, longest first, by their first letters: where none of these
    stands, no word is tried.
    """
    letters: dict[str, list[str]] = {}
    for word in sorted((w for w, (_, kind) in _WORDS.items() if kind in kinds), key=len):
        letters.setdefault(word[0], []).insert(0, word[1:])
    return "|".join(f"{first}(?:{'|'.join(rest)})" for first, rest in letters.items())


_DIGITS: Final = r"\d{1,3}(?:,\d{3})+(?!\d)|[1-9]\d{0,2}(?: \d{3})+(?![\d,.:])|\d+(?:\.\d+)?"
_SMALL: Final = rf"(?:{_alternatives('ten')})(?:[- ](?:{_alternatives('unit')}))?"
_ATOM: Final = rf"(?:{_DIGITS}|{_SMALL}|{_alternatives('unit')})"
_SCALE: Final = rf"(?:{_alternatives('scale')})"
_SCALED: Final = rf"(?:(?:{_ATOM}|an?|half an?|(?:a )?quarter of an?)[- ]{_SCALE}(?: {_SCALE})?)"
_VAGUE: Final = rf"(?:(?:{_alternatives('vague')})(?: of (?:{_alternatives('vague')}))?)"

NUMERAL: Final = rf"(?:{_SCALED}(?: {_SCALED})?(?: (?:and )?{_ATOM})?|{_VAGUE}|{_ATOM})"
"""Pattern of one number, without boundaries; use with re.IGNORECASE."""

_TOKEN: Final = re.compile(rf"{_DIGITS}|[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number's value; `open` where the word names only a lower bound ("dozens")."""

    value: int
    open: bool = False


@cache
def value(text: str) -> Numeral | None:
    """Return what a number written in digits or words is worth; None when it is no number."""
    words = text.lower().replace("-", " ")
    tokens = _TOKEN.findall(words)
    if all(t in _FILL for t in tokens) or any(
        t not in _WORDS and not t[0].isdigit() for t in tokens if t not in _FILL
    ):
        return None
    vague = [_WORDS[t][0] for t in tokens if _WORDS.get(t, (0, ""))[1] == "vague"]
    if vague:
        return Numeral(_vague(vague), open=True)
    return Numeral(round(_sum(tokens)))


_FILL: Final = frozenset({"a", "an", "and", "of", "half", "quarter"})


_PARTS: Final = {"half": 0.5, "quarter": 0.25}


def _vague(values: list[int]) -> int:
    """Return the least that nested vague words mean: "tens of thousands" is twenty thousand."""
    return values[0] if len(values) == 1 else values[0] * (values[1] // 2)


def _sum(tokens: list[str]) -> float:
    total = current = 0.0
    for token in tokens:
        worth, kind = _WORDS.get(token, (0, "fill" if token in _FILL else "digits"))
        if kind == "scale":
            current = (current or 1.0) * worth
            if worth >= 1000:
                total, current = total + current, 0.0
        elif token in _PARTS:
            current = _PARTS[token]
        elif kind != "fill":
            current += float(re.sub("[, ]", "", token)) if kind == "digits" else worth
    return total + current
