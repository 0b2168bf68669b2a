"""Whether a claim tells that a truce was broken by somebody, and not that it came or holds.

That both sides agreed to it and that one of them broke it are two things; of a truce that is said
to hold, who tells of a breach says the contrary. The words stand in `truces.toml`.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from fogline.weighing.measures.tables import listed, table
from fogline.weighing.measures.wording import tokens

if TYPE_CHECKING:
    from fogline.model import Claim
    from fogline.weighing.views.views import View

_table = partial(table, __package__, "truces.toml")
TRUCE = ("RETREAT", "ceasefire")
AGREED = frozenset({"AGREE", "CONCEDE"})
LASTS = "ongoing"
NEAR = 3  # words beside the deed's own word


def is_breach(claim: Claim) -> bool:
    """Say whether a claim tells that somebody broke a truce."""
    if (claim.event, claim.mode) != TRUCE or claim.polarity != "negative":
        return False
    at = claim.trigger.start - claim.sentence.start
    return _told(claim.sentence.text, at, at + len(claim.trigger.text))


def came_and_broken(a: View, b: View) -> str | None:
    """Return why of two claims one tells that a truce came or was agreed to, and the other that it
    was broken; None elsewhere.
    """
    for broken, other in ((a, b), (b, a)):
        if broken.breach and _came(other):
            return "one tells of a truce, the other that it was broken"
    return None


def _came(v: View) -> bool:
    """Say whether a claim tells that a truce came about, or of a word on it: not that it holds."""
    if v.claim.event in AGREED:
        return True
    truce = (v.claim.event, v.claim.mode) == TRUCE
    return truce and not v.denied and v.claim.status != LASTS


@lru_cache(maxsize=1 << 12)
def _told(sentence: str, start: int, end: int) -> bool:
    trigger = tokens(sentence[start:end])
    said = (*tokens(sentence[:start])[-NEAR:], *trigger, *tokens(sentence[end:])[:NEAR])
    spoken = f" {' '.join(said)} "
    kept = any(f" {words} " in spoken for words in _words("kept"))
    return not kept and not _words("breach").isdisjoint(said)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(listed(_table()[kind]))
