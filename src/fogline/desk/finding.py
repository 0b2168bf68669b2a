"""Rows of a long list: found by words, counted by what can be asked for, cut to a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated
from unicodedata import combining, normalize

from fastapi import Query

FIRST, MOST = 40, 200  # rows of a page, unless asked for others; at most
Words = Annotated[str, Query(max_length=400, description="words that all stand in a row")]
Offset = Annotated[int, Query(ge=0)]
Limit = Annotated[int, Query(ge=1, le=MOST)]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that a list can be asked for, in words, and how many rows have it."""

    value: str
    label: str
    rows: int


def folded(words: str) -> str:
    """Return words in small letters without accents, as the desk's filters compare them."""
    return "".join(c for c in normalize("NFD", words.casefold()) if not combining(c))


def sought(words: str) -> tuple[str, ...]:
    """Return the words that a row must hold, each of them."""
    return tuple(folded(words).split())


def holds(text: str, words: Iterable[str]) -> bool:
    """Whether a folded text holds every word."""
    return all(word in text for word in words)


def choices(
    values: Iterable[str], labels: dict[str, str] | None = None, most: int | None = None
) -> tuple[Choice, ...]:
    """Return the values that occur, the commonest first, `most` of them at most."""
    counted = Counter(values)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(Choice(value, (labels or {}).get(value, value), n) for value, n in ordered)
