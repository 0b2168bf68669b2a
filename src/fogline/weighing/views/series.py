"""Whether a claim tells of a deed that was done again and again: "has hit it several times since".

Such a series is no telling of any one of its deeds. The words for it stand in `series.toml`.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from fogline.weighing.measures.tables import listed, table
from fogline.weighing.measures.wording import stem, tokens
from fogline.weighing.views.unlike import VIOLENT, names_deed

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.weighing.measures.days import Days
    from fogline.weighing.views.views import View

_table = partial(table, __package__, "series.toml")
LONG = 8  # days of a stretch from which on a deed may be any of a series
SHORT = 2  # days in which what was done several times may be told of as one
_CLAUSE = re.compile(r"[,;:()]|\b(?:that|but|while|although|whereas|which|who)\b", re.IGNORECASE)
_TILL_NOW = re.compile(r"\b(?:has|have|had)\b", re.IGNORECASE)


def is_series(claim: Claim, own: Days | None) -> bool:
    """Say whether a claim tells of violence or coercion as done many times over, on more days than
    one; `own` are its days where its text names them.
    """
    long = own is not None and (own.length or 0) > SHORT
    if claim.event not in VIOLENT or claim.polarity == "negative" or (own and not long):
        return False
    said, at = claim.sentence.text, claim.trigger.start - claim.sentence.start
    before = _CLAUSE.split(said[:at])[-1]
    behind = _CLAUSE.split(said[at + len(claim.trigger.text) :])[0]
    if _says("habit", before, behind) or _lead("habitual").search(before):
        return True
    if not (long or _TILL_NOW.search(before)):
        return False
    if _says("again", before, behind) or _lead("recurring").search(before):
        return True
    return long and _is_deed(claim.trigger.text) and _lead("many").search(before) is not None


@lru_cache(maxsize=1 << 12)
def _says(kind: str, before: str, behind: str) -> bool:
    return bool(_lead(kind).search(before) or _anywhere(kind).search(behind))


def often_and_once(a: View, b: View) -> str | None:
    """Return why of two claims one tells of a series and the other of one deed, None elsewhere."""
    if a.series == b.series:
        return None
    once = b if a.series else a
    brief = (once.days.length or LONG) < LONG
    headed = b.claim.id == a.of or a.claim.id == b.of
    told = brief and not (headed or a.denied or b.denied)
    return "one tells of what was done again and again" if told else None


def _is_deed(trigger: str) -> bool:
    return any(names_deed(stem(word)) for word in tokens(trigger))


@cache
def _lead(kind: str) -> re.Pattern[str]:
    """Return what finds words right before a deed: "repeatedly been", "daily air"."""
    return re.compile(rf"\b(?:{_any(kind)})\s+(?:(?:been|being|air|drone|\w+ly)\s+)?$", re.I)


@cache
def _anywhere(kind: str) -> re.Pattern[str]:
    """Return what finds words that say how often, and not of what kind a thing is: "a daily"."""
    return re.compile(rf"(?<!\bthe )(?<!\ba )\b(?:{_any(kind)})\b", re.IGNORECASE)


def _any(kind: str) -> str:
    found = sorted(listed(_table()[kind]), key=lambda words: (-len(words), words))
    return "|".join(re.escape(words).replace(r"\ ", r"\s+") for words in found)
