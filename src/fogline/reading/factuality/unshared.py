"""Whether nobody does what a verb beside an event tells of: "no group launched an attack", "took
no part in the raid" (data: bridges.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import negated_phrase, subject_negated
from fogline.reading.grammar.scope import BRIDGES, is_partaken, is_shared
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.grammar.scope import Step
    from fogline.reading.language import Token

_NONE: Final = frozenset("no none nobody nothing neither not hardly scarcely barely 0 zero".split())


@told_by(_NONE, otherwise=0)
def unshared(event: Token, step: Step) -> int:
    """Count a verb whose subject does not do an event: "no group launched an attack", "none of
    them was involved in the raid"; or does not share in it: "took no part in the raid".
    """
    verb = step.token
    if step.via in {"obj", "obl"} and verb.lemma_.lower() in BRIDGES["doing"]:
        return 0 if _is_given(event) else subject_negated(verb)
    if not (is_shared(event) or is_partaken(event)):
        return 0
    beside = (c for c in verb.children if is_partaken(c) and c.i != event.i)
    return int(subject_negated(verb) or any(map(negated_phrase, beside)))


def _is_given(event: Token) -> bool:
    """Tell whether only how it was done is denied: "made more attacks", "began its raid early"."""
    return any(c.tag_ in {"JJR", "RBR"} or c.dep_ == "nmod:poss" for c in event.children)
