"""How many of what a claim names, and whether what came is as many as was forecast.

Who frees 12 prisoners has not freed the 50 that were announced; who frees "prisoners" may have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby
from typing import Any, Literal

from fogline.model import Mention
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import stem, tokens

_table = partial(table, __package__, "amounts.toml")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of things between two bounds (None: no bound); `of` is the stem that names them."""

    low: float | None
    high: float | None
    of: str
    words: str


def amounts(mentions: Iterable[Mention], sentence: str) -> tuple[Amount, ...]:
    """Return what the mentions of a sentence count."""
    return tuple(found for m in mentions if (found := _amount(m.text, sentence)))


def as_many(
    asked: Sequence[Amount], told: Sequence[Amount]
) -> Literal["same", "differs", "unsaid"]:
    """Say whether as many are told of as were asked for; who counts other things says nothing."""
    for one in asked:
        met = {_met(one, other) for other in told if other.of == one.of}
        if "same" not in met:
            return "differs" if "differs" in met else "unsaid"
    return "same"


def _met(asked: Amount, told: Amount) -> str:
    """Compare two amounts; more than a plain number is as many."""
    if asked.high is not None and asked.low is None:
        over = told.low is not None and told.low > asked.high
        return "differs" if over else "same"
    if told.low is not None and asked.low is not None and told.low >= asked.low:
        return "same"
    below = told.high is not None and asked.low is not None and told.high < asked.low
    return "differs" if below else "unsaid"


@lru_cache(maxsize=1 << 14)
def _amount(words: str, sentence: str) -> Amount | None:
    """Return what a mention counts: "12 of the prisoners" are 12 prisoners."""
    bound, number, rest = _parted(tokens(words))
    if not number or not rest:
        return None
    before = (*tokens(sentence.partition(words)[0]), *bound)
    return Amount(*_bounded(_worth(number), " ".join(before)), stem(_head(rest)), words)


def _parted(said: Sequence[str]) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
    """Return a mention's words before its number, the number, and what it counts."""
    start = next((i for i, word in enumerate(said) if is_number(word)), 0)
    stop = next((i for i in range(start, len(said)) if not is_number(said[i])), len(said))
    if start and not _row(" ".join(said[:start])):
        return said, (), ()
    return said[:start], said[start:stop], said[stop:]


def _head(rest: Sequence[str]) -> str:
    """Return the noun: what stands before "of" and the like, or behind, where nothing does."""
    end = next((i for i, word in enumerate(rest) if word in _table()["behind"]), len(rest))
    return rest[end - 1] if end else rest[-1]


def numbers(text: str) -> frozenset[float]:
    """Return what the numbers in a text are worth, in digits or letters."""
    runs = groupby(tokens(text), key=is_number)
    return frozenset(_worth(tuple(words)) for counts, words in runs if counts)


def is_number(word: str) -> bool:
    """Say whether a folded word is a number, in digits or letters."""
    return bool(_DIGITS.fullmatch(word)) or word in _table()["small"] or word in _table()["scale"]


def _worth(number: Sequence[str]) -> float:
    """Return what number words are worth together: two hundred thousand."""
    total, current = 0.0, 0.0
    for word in number:
        scale = _table()["scale"].get(word, 0)
        if scale >= THOUSAND:
            total, current = total + (current or 1) * scale, 0.0
        elif scale:
            current = (current or 1) * scale
        else:
            current += _table()["small"].get(word) or float(word)
    return total + current


def _bounded(number: float, before: str) -> tuple[float | None, float | None]:
    row = _row(before)
    if near := row.get("near"):
        return number * (1 - near), number * (1 + near)
    return (None if row.get("most") else number), (None if row.get("least") else number)


def _row(before: str) -> dict[str, Any]:
    """Return the longest bound with which the words before a number end, else an empty one."""
    met = (r for r in _table()["bound"] if f" {before}".endswith(f" {r['words']}"))
    return max(met, key=lambda r: len(r["words"]), default={})
