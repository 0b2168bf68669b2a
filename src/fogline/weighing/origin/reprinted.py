"""Whether two claims stand in one sentence, printed twice: in the same words, lightly edited.

Whole texts and long passages are compared elsewhere (`passages`); agencies' reports also come cut
and mixed, a sentence here and there, without a word of whose they are.
"""

from __future__ import annotations

from binascii import crc_hqx
from collections.abc import Iterable, Set
from functools import lru_cache

SIGN = 4  # hexadecimal digits of a word
FEWEST = 8  # words of matter that two sentences share at least
SHARE = 0.6  # of all their words of matter
HALF = 0.5  # of the shorter one's, where it is cut or mixed with others


def reprinted(one: Set[str], other: Set[str]) -> bool:
    """Say whether the stems of two sentences' words of matter are all but the same."""
    shared = len(one & other)
    return shared >= FEWEST and shared >= SHARE * (len(one) + len(other) - shared)


def reworded(one: Set[str], other: Set[str]) -> bool:
    """Say whether half of the shorter of two sentences stands in the other, word by word."""
    shared = len(one & other)
    return shared >= FEWEST and shared >= HALF * min(len(one), len(other))


def signed(stems: Iterable[str]) -> str:
    """Return the signs of words in order, by which they can be told from most others."""
    return "".join(sorted(map(_sign, stems)))


@lru_cache(maxsize=1 << 12)
def signs(wording: str) -> frozenset[str]:
    """Return the signs of which a wording is made."""
    return frozenset(wording[i : i + SIGN] for i in range(0, len(wording), SIGN))


@lru_cache(maxsize=1 << 15)
def _sign(stem: str) -> str:
    return f"{crc_hqx(stem.encode(), 0):04x}"
