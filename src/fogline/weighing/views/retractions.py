"""What a sentence takes back, "withdrew its statement that ...", or says is no longer said, "no
longer claims to hold it", of which each claim is meant.

A report of the withdrawal repeats what was said, but says it no more: it is its source's denial.
What a page takes back that it told itself is in `retold`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from fogline.model import Claim
from fogline.weighing.measures.tables import table

_BETWEEN = r"(?: [\w’'-]+){0,2}"  # "its earlier statement"
_SAID = r"(?:that|to|of|about)\b"
_OF = r"(?: (?:of|from|on) [^,;.]{1,25}?)?"  # "its report of 2 June that"


def takes_back(sentence: str) -> int:
    """Return how often a text says that words are taken back."""
    return sum(len(found().findall(sentence)) for found in (_active, _passive, _ceased))


def retracted(claim: Claim) -> bool:
    """Say whether a claim is what its sentence takes back."""
    at = claim.trigger.start - claim.sentence.start
    return any(start <= at < end for start, end in _contents(claim.sentence.text))


@lru_cache(maxsize=1 << 12)
def _contents(sentence: str) -> tuple[tuple[int, int], ...]:
    found = (match for way in (_active, _passive, _ceased) for match in way().finditer(sentence))
    return tuple(match.span("said") for match in found)


@cache
def _active() -> re.Pattern[str]:
    verbs, things = _any("verbs"), _any("things")
    whose = rf"(?:its|his|her|their|the|an?|\w+['’]s?){_BETWEEN} {things}"
    told = rf"(?:that|to have)\b{_said()}"
    return re.compile(rf"(?<!not )(?<!never )(?<!n['’]t )\b{verbs} {whose}{_OF},? {told}", re.I)


@cache
def _ceased() -> re.Pattern[str]:
    """Return how a text says that somebody no longer says what they had said."""
    longer = rf"no longer {_any('ceased')}"
    quits = rf"(?<!not )(?<!never )(?<!n['’]t )\b{_any('quit')} {_any('ceasing')}"
    return re.compile(rf"\b(?:{longer}|{quits}) {_SAID}{_said()}", re.IGNORECASE)


def _said() -> str:
    return rf"(?P<said>(?:(?!,? {_any('ends')}\b)[^;—])*)"


@cache
def _passive() -> re.Pattern[str]:
    is_ = r"(?:is|was|were|has been|have been|had been)(?: later| now| since)?"
    said = rf"\b{_any('things')}{_OF} that\b(?P<said>[^;—.]*?)"
    return re.compile(rf"{said},? {is_} {_any('passive')}\b", re.IGNORECASE)


def _any(name: str) -> str:
    words = table(__package__, "evolution.toml")["taken_back"][name]
    return f"(?:{'|'.join(words)})"
