"""Whose unit took a place: who reports a unit's success tells of its own, unless it admits it."""

from __future__ import annotations

from functools import cache

from fogline.model import Claim
from fogline.weighing.measures.tables import table
from fogline.weighing.measures.wording import matter, tokens

TAKEN = ("CONTROL", "gain", "positive")


def is_success(who: str, claim: Claim) -> bool:
    """Say whether a claim tells that a unit, by its name, took a place, and admits nothing."""
    taken = (claim.event, claim.mode, claim.polarity) == TAKEN
    if not taken or _words("units").isdisjoint(tokens(who)):
        return False
    return matter(_words("admitting")).isdisjoint(matter(tokens(claim.sentence.text)))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(table(__package__, "parties.toml")[kind])
