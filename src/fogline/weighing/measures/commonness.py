"""How much a word says: little where many texts hold it.

The figures are those of a fixed collection (`commonness.txt`), not of the ledger at hand, so that
what two claims have in common does not change with whatever else is in the ledger.
"""

from __future__ import annotations

import math
from functools import cache
from importlib.resources import files

LEAST = 1 / 3000  # share of documents below which a word is as rare as any


@cache
def rarity(stem: str) -> float:
    """Return what a stem says, from 0 (all texts hold it) to 1 (next to none)."""
    return math.log(max(_shares().get(stem, 0.0), LEAST)) / math.log(LEAST)


@cache
def _shares() -> dict[str, float]:
    lines = files(__package__).joinpath("commonness.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    every = int(rows[0][1])
    return {stem: int(row[0]) / every for row in rows[1:] for stem in row[1:]}
