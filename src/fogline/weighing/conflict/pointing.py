"""Of what a denial is by words that only point back: "denied it", "rejected the accusations".

The words stand in `pointing.toml`.
"""

from __future__ import annotations

import re
from functools import cache

from fogline.weighing.measures.tables import any_of

_SUCH = re.compile(r"\bsuch \w+", re.IGNORECASE)


def only_points(words: str) -> bool:
    """Say whether words are nothing but words that point back: "it", "such weapons"."""
    return bool(_pointing().fullmatch(words))


def names_nothing(behind: str) -> bool:
    """Say whether words behind a denial name no deed: "its part", "all accusations"."""
    return bool(_part().match(behind) or _all().match(behind) or _SUCH.search(behind))


def denied_in(behind: str) -> str:
    """Return the words behind a denial up to where its sentence goes on to something else."""
    return _goes_on().split(behind)[0]


def told_of(denied: str) -> str:
    """Return the words that say what is denied, "" where they only point back."""
    first, *rest = _pointing().split(denied, maxsplit=1)
    if not rest:
        return first
    return rest[0] if _tells().match(rest[0]) else ""


def is_of_its_sentence(before: str) -> bool:
    """Say whether a denial is of what stands before it: "..., which they denied"."""
    return bool(_which().search(before))


def points_to_deed(behind: str) -> bool:
    """Say whether words behind a denial point back to a deed: "denied the latest raid"."""
    return bool(_deed().search(behind))


def points_to_place(sentence: str) -> bool:
    """Say whether a sentence points back to where its text was last: "there", "the town"."""
    return bool(_there().search(sentence))


@cache
def _pointing() -> re.Pattern[str]:
    words = rf"(?:{_any('said')})s?|{_any('part')}|any (?:{_any('any_part')})|such \w+"
    return re.compile(rf"\b(?:it|this|that|these|those|{words})\b", re.IGNORECASE)


@cache
def _deed() -> re.Pattern[str]:
    words = rf"the(?: \w+){{0,2}} (?:{_any('deed')})s?|{_any('part')}|any (?:{_any('any_part')})"
    return re.compile(rf"\b(?:it|this|that|those|{words})\b", re.IGNORECASE)


@cache
def _part() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:\w+ )?(?:{_any('part', 'any_part')})\b", re.IGNORECASE)


@cache
def _all() -> re.Pattern[str]:
    said = rf"(?:{_any('said')})s\b(?! (?:that|of)\b)"
    return re.compile(rf"\s*(?:\w+ ){{0,2}}{said}", re.IGNORECASE)


@cache
def _which() -> re.Pattern[str]:
    return re.compile(rf"\b(?:which|something|as|an? (?:{_any('said')})) [^,;]*$")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('goes_on')})\b")


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{_any('tells')})\b", re.IGNORECASE)


@cache
def _there() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('there')})\b")


def _any(*kinds: str) -> str:
    return any_of(__package__, "pointing.toml", *kinds)
