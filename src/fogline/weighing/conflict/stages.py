"""Whether a claim tells of an earlier stage than others do of the same days: it contests none.

A hold that is over is no rival of who took the place, and the fighting before a capture is no sign
that it is not so. The words for that stand in `stages.toml`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from fogline.weighing.views.views import View

HOLD = "hold"


def is_over(v: View) -> bool:
    """Say whether a claim tells of a hold of a place as of a time that is over."""
    before, behind = _clause(v)
    if _says("during", before) or _length().search(before):
        return True
    if v.claim.mode != HOLD:
        return False
    return bool(_had().search(before)) or _says("until", behind)


def goes_on(v: View) -> bool:
    """Say whether a claim tells of fighting as not over, and not of an earlier stage of the day.

    That there was fighting for a place on the day on which it was taken contests nothing.
    """
    if v.claim.event == "ASSAULT" and not _says("goes_on", v.claim.sentence.text):
        return False
    return not _says("earlier", _clause(v)[0])


def _clause(v: View) -> tuple[str, str]:
    """Return what stands before and behind a claim's trigger in its clause."""
    text, at = v.claim.sentence.text, v.claim.trigger.start - v.claim.sentence.start
    behind = text[at + len(v.claim.trigger.text) :]
    return _contrast().split(text[:at])[-1], _contrast().split(behind)[0]


@lru_cache(maxsize=1 << 12)
def _says(kind: str, words: str) -> bool:
    return bool(_words(kind).search(words))


@cache
def _words(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(kind)})\b", re.IGNORECASE)


@cache
def _had() -> re.Pattern[str]:
    """Return what finds words right before a hold, or before whose it was: "once rebel-held"."""
    return re.compile(rf"\b(?:{_any('had')})\s+(?:[\w-]+-)?$", re.IGNORECASE)


@cache
def _length() -> re.Pattern[str]:
    """Return what finds how long a hold took, before the word for it: "three-week "."""
    units = "|".join(_table()["unit"])
    return re.compile(rf"\b[\w]+-(?:{units})s?(?:-long)?\s+(?:\w+\s+)?$", re.IGNORECASE)


@cache
def _contrast() -> re.Pattern[str]:
    return re.compile(rf"[,;:]|\b(?:{'|'.join(_table()['contrast'])})\b", re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(re.escape(words) for row in _table()[kind] for words in row["words"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("stages.toml").read_text("utf-8"))
