"""What people are forced to do: to leave, which displaces them, or anything else (data:
dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.tables import words

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_GOING: Final = _DEALING["departing"] | _DEALING["sheltering"]


def is_to_stay(verb: Token) -> bool:
    """Tell whether people are forced to something else than to leave: "forced them to dig"."""
    bidden = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and is_infinitive(c)]
    return bool(bidden) and not any(_goes(c) for c in bidden)


def _goes(clause: Token) -> bool:
    return any(t.lemma_.lower() in _GOING for t in clause.subtree)
