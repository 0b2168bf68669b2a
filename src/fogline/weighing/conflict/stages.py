"""Whether a claim tells of an earlier stage than others do of the same days: it contests none.

A hold that is over is no rival of who took the place, and the fighting before a capture is no sign
that it is not so. The words for that stand in `stages.toml`.
"""

from __future__ import annotations

from functools import lru_cache, partial

from fogline.weighing.measures.tables import finds
from fogline.weighing.views.views import View

HOLD = "hold"
_HAD = r"\b{had}\s+(?:[\w-]+-)?$"  # right before a hold, or before whose it was: "once rebel-held"
_LENGTH = r"\b[\w]+-{unit}s?(?:-long)?\s+(?:\w+\s+)?$"  # before the word for it: "three-week "
_finds = partial(finds, __package__, "stages.toml")


def is_over(v: View) -> bool:
    """Say whether a claim tells of a hold of a place as of a time that is over."""
    before, behind = _clause(v)
    if _says(r"\b{during}\b", before) or _says(_LENGTH, before):
        return True
    return v.claim.mode == HOLD and (_says(_HAD, before) or _says(r"\b{until}\b", behind))


def goes_on(v: View) -> bool:
    """Say whether a claim tells of fighting as not over, and not of an earlier stage of the day.

    That there was fighting for a place on the day on which it was taken contests nothing.
    """
    if v.claim.event == "ASSAULT" and not _says(r"\b{goes_on}\b", v.claim.sentence.text):
        return False
    return not _says(r"\b{earlier}\b", _clause(v)[0])


def _clause(v: View) -> tuple[str, str]:
    """Return what stands before and behind a claim's trigger in its clause."""
    text, at = v.claim.sentence.text, v.claim.trigger.start - v.claim.sentence.start
    behind = text[at + len(v.claim.trigger.text) :]
    other = _finds(r"[,;:]|\b{contrast}\b")
    return other.split(text[:at])[-1], other.split(behind)[0]


@lru_cache(maxsize=1 << 12)
def _says(pattern: str, words: str) -> bool:
    return bool(_finds(pattern).search(words))
