"""What was lately worked out of objects, found again by which objects they are.

A claim or a document is asked the same from many sides while it is looked at; to hash all that it
holds would take as long as to work it out anew.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final, TypeVar, TypeVarTuple

Of = TypeVarTuple("Of")
R = TypeVar("R")

MOST: Final = 1 << 10  # answers that are kept of a function

_every: list[dict[Any, Any]] = []


def lately(function: Callable[[*Of], R]) -> Callable[[*Of], R]:
    """Keep what a pure function last gave; what it is asked of is never changed in place."""
    kept: dict[int | tuple[int, ...], tuple[tuple[*Of], R]] = {}
    _every.append(kept)

    @wraps(function)
    def found(*of: *Of) -> R:
        key = id(*of) if len(of) == 1 else tuple(map(id, of))  # one alone in half the time
        held = kept.get(key)
        if held is not None and held[0] == of:  # the same ones: an id may be another's by now
            return held[1]
        if len(kept) >= MOST:
            kept.clear()
        given = function(*of)
        kept[key] = of, given
        return given

    return found


def forget() -> None:
    """Let go of all that was kept, where what it was asked of is looked at no more."""
    for kept in _every:
        kept.clear()
