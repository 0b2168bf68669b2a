"""What is only said not to be the first, the last or the worst of its kind has been (data:
negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_RANKING: Final = words("negations.csv", "word")["ranking"]


@told_by(_RANKING)
def is_ranked(event: Token) -> bool:
    """Tell whether a clause only tells an event's rank: "the raid was not the first", "it was not
    the worst attack".
    """
    rank = _predicate(event)
    if rank is None or not any(c.lower_ == "the" for c in rank.children):
        return False
    return _ranks(rank) or any(c.dep_ == "amod" and _ranks(c) for c in rank.children)


def _predicate(event: Token) -> Token | None:
    """Return what an event is said to be: itself of "it was the first raid"."""
    said = event.head if event.dep_ == "nsubj" else event
    return said if any(c.dep_ == "cop" for c in said.children) else None


def _ranks(word: Token) -> bool:
    return word.lower_ in _RANKING
