"""Whether an expression of time only tells how rare an event is: "the first raid in two years"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from fogline.model import Entity
    from fogline.reading.language import Token
    from fogline.reading.scene import Scene
    from fogline.reading.triggers.merging import Candidate

_STRETCH: Final = re.compile(
    r"(?:in|for|over|within|during)\b.*\b(?:hour|day|week|month|year|decade)s?$", re.IGNORECASE
)
_RARE: Final = re.compile(r"\b(?:first|second|third|last|\w+th) time $", re.IGNORECASE)
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "only"})
_AMOUNTS: Final = frozenset({"least", "most"})


def tells(entity: Entity, candidate: Candidate, scene: Scene) -> bool:
    """Tell whether an expression says how rare an event is: "the first that they lost since it fell
    in May", "the deadliest raid in two years". A day ("since May") still bounds the time.
    """
    said = scene.text[max(0, entity.start - 20) : entity.start]
    if said.lower().endswith(" time ") and _RARE.search(said):
        return True
    time = scene.token_at(entity.start)
    before, near = time.i, {t.i for w in candidate.words for t in _beside(w)}
    if not _STRETCH.match(entity.text):
        above = (time, *time.ancestors)
        since = next((c for t in above for c in t.children if is_since(c)), None)
        if since is None or since.dep_ != "mark":
            return False
        before, near = since.i, near | {t.i for w in candidate.words for t in w.ancestors}
    words = (scene.doc[i] for i in scene.sentence(candidate.head) if i < before)
    return any({t.i, t.head.i} & near and _sets_apart(t) for t in words)


def is_since(token: Token) -> bool:
    """Tell whether a word is the "since" of a clause or a phrase."""
    return token.lower_ == "since" and token.dep_ in {"mark", "case", "advmod"}


def _sets_apart(word: Token) -> bool:
    """Tell whether a word makes an event the first or worst of its kind; "at least" does not."""
    return word.lower_ in _ORDINALS or (word.tag_ == "JJS" and word.lower_ not in _AMOUNTS)


def _beside(word: Token) -> Iterator[Token]:
    """Yield a word, those below it, and what it is the subject or tells of."""
    yield from (word, *word.children)
    if word.dep_ in {"nsubj", "acl", "acl:relcl"}:
        yield word.head
