"""What the words of a sentence say of the number of people harmed that it tells.

They stand in `toll_words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from typing import Any

from fogline.weighing.measures.amounts import numbers
from fogline.weighing.measures.tables import finds, table
from fogline.weighing.measures.wording import tokens

TABLE = "toll_words.toml"
_finds = partial(finds, __package__, TABLE)
_OTHERS = r"\b(?:another|an? {added}) ([\w,]+)|\b([\w,]+) {others}\b(?! than)"
_BESIDES = r"\b(?!more than)(?:another|{added}|{others})\b"
_OF_THEM = r"\bof (?:its|their|his|her|our|them|those|the {of_them})\b"
_THE = re.compile(r"\b(?P<of>(?:of|among) )?(?:the|those) $", re.IGNORECASE)
_BEFORE = 12  # characters before a word in which its "of the" may stand
_INCLUDING = r"[^.;:]{0,60} {including}\b"
_AMONG = r"\bamong (?:the )?(?:{among} )?\d"


@lru_cache(maxsize=1 << 14)
def says(text: str, kind: str) -> bool:
    """Say whether a text holds words of a kind in the table."""
    said = f" {' '.join(tokens(text))} "
    return any(row.search(said) for row in _rows(kind))


def others(text: str) -> set[float]:
    """Return the numbers of people whom a text counts on top of others: "21 more"."""
    return {n for words in _finds(_OTHERS).findall(text) for n in numbers(" ".join(words))}


def are_besides(people: str) -> bool:
    """Say whether words for people say that they come on top of others: "another five people"."""
    return bool(_finds(_BESIDES).search(people))


def are_of_them(people: str) -> bool:
    """Say whether words for people say that they are some of others: "two of the dead"."""
    return bool(_finds(_OF_THEM).search(people))


def counts_among(sentence: str) -> bool:
    """Say whether a sentence counts some among a number of them: "among at least 30 killed"."""
    return bool(_finds(_AMONG).search(sentence))


def is_of_the_harmed(sentence: str, start: int, end: int) -> bool:
    """Say whether a sentence's word for harm, from `start` to `end`, is of some of those harmed:
    "five of the dead were", "the dead include".
    """
    the = _THE.search(sentence, max(0, start - _BEFORE), start)
    return bool(the and (the["of"] or _finds(_INCLUDING).match(sentence, end)))


@cache
def _rows(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_row(row) for row in table(__package__, TABLE)[kind])


def _row(row: Mapping[str, Any]) -> re.Pattern[str]:
    first, last = ("|".join(row.get(side, ())) for side in ("first", "last"))
    behind = rf"(?:\S+ ){{0,{row.get('gap', 0)}}}(?:{last}) " if last else ""
    return re.compile(rf" (?:{first}) {behind}")
