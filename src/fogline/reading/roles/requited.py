"""Whose deed another meets: the strikes that "any attack by the rebels will be met with" are not
theirs (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import preposition
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_REQUITING: Final = words("dealing.csv", "word")["requiting"]
_SUBJECTS: Final = frozenset({"nsubj:pass", "nsubj"})


@told_by(_REQUITING, otherwise=())
def requited(event: Token) -> tuple[Token, ...]:
    """Return who did what an event meets: "Kyiv" of "a violation by Kyiv would be met with a
    response".
    """
    verb = event.head
    answers = event.dep_ == "obl" and preposition(event) == "with" and is_passive(verb)
    if not answers or verb.lemma_.lower() not in _REQUITING:
        return ()
    deeds = [c for c in verb.children if c.dep_ in _SUBJECTS]
    return tuple(c for deed in deeds for c in deed.children if _is_doer(c))


def _is_doer(word: Token) -> bool:
    return word.dep_ == "nmod:poss" or (word.dep_ == "nmod" and preposition(word) == "by")
