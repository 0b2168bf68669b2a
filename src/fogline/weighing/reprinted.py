"""Whether two claims stand in one sentence, printed twice: in the same words, lightly edited.

Whole texts and long passages are compared elsewhere (`passages`); agencies' reports also come cut
and mixed, a sentence here and there, without a word of whose they are.
"""

from __future__ import annotations

from collections.abc import Set

FEWEST = 8  # words of matter that two sentences share at least
SHARE = 0.6  # of all their words of matter


def reprinted(one: Set[str], other: Set[str]) -> bool:
    """Say whether the stems of two sentences' words of matter are all but the same."""
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARE * (len(one) + len(other) - shared)
