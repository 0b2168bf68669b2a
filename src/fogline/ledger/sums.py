"""One number over any set of rows, that follows each row that comes or goes: a set's own digest.

MuHash (Bellare and Micciancio, "A New Paradigm for Collision-free Hashing", 1997) over 3072 bits:
every row is hashed to a number, and the numbers are multiplied modulo a prime. The order of the
rows plays no part, and a row is taken away by its inverse, so that a change costs what it changes,
not what is there.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, Final

from fogline.chain import canonical, digest

BITS: Final = 3072
ALL: Final = 2**BITS - 1
SHORT: Final = 1103717
PRIME: Final = 2**BITS - SHORT
BYTES: Final = 384
EMPTY: Final = 1

Row = tuple[Any, ...]


def plus(total: int, come: Iterable[Row], gone: Iterable[Row] = ()) -> int:
    """Return the number of a set after rows came and others went."""
    above, below = total, 1
    for row in come:
        above = _reduced(above * _number(row))
    for row in gone:
        below = _reduced(below * _number(row))
    return (above if below == 1 else above * pow(below, -1, PRIME)) % PRIME


def _reduced(product: int) -> int:
    """Return a number of as many bits as the prime has, the same modulo it."""
    while above := product >> BITS:
        product = (product & ALL) + above * SHORT
    return product


def sealed(total: int) -> str:
    """Return the digest of a set's number."""
    return digest(total.to_bytes(BYTES, "big"))


def written(total: int) -> str:
    """Return a set's number as it is kept."""
    return f"{total:x}"


def read(kept: str) -> int:
    """Return the number that was kept."""
    return int(kept, 16)


def _number(row: Row) -> int:
    return int.from_bytes(hashlib.shake_256(canonical(list(row))).digest(BYTES), "big") % PRIME
