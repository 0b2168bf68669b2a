"""Verbs whose subject suffers what they tell, in headlines without a helping verb too: "Rebel
commander assassinated in Nyala" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.tables import words
from fogline.reading.words import classes

if TYPE_CHECKING:
    from fogline.reading.language import Token

_SLAYING: Final = words("dealing.csv", "word")["slaying"]
_LIVING: Final = classes.LIVING
_WIELDED: Final = frozenset({"weapon", "attack", "need"})
_TOLD_OF: Final = frozenset({"obj", "iobj", "ccomp", "aux", "obl:agent"})


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: auxiliary, passive subject, or a bare participle."""
    deps = {c.dep_ for c in verb.children}
    if deps & {"aux:pass", "nsubj:pass", "obl:agent"}:
        return True
    # Without an auxiliary a participle is passive, in headlines also beside its subject.
    bare = verb.tag_ == "VBN" and "aux" not in deps and "obj" not in deps
    return (bare and not _shares_have(verb)) or _is_slain(verb)


def _shares_have(verb: Token) -> bool:
    """Tell whether an active verb shares its "have" with one before: "had taken the mill and moved
    into the town".
    """
    first = verb.head
    if verb.dep_ != "conj" or first.tag_ != "VBN" or is_passive(first):
        return False
    return any(c.dep_ == "aux" and c.lemma_ == "have" for c in first.children)


def _is_slain(verb: Token) -> bool:
    """Tell whether a verb that always has an object stands without one, a headline's participle
    that was taken for a past tense: "Rebel commander Osman assassinated in Nyala".
    """
    if verb.tag_ != "VBD" or not _slays(verb):
        return False
    joined = [verb, verb.head] if verb.dep_ == "conj" else [verb]
    near = [c for v in joined for c in v.children]
    near += [c for n in near if n.dep_ == "conj" for c in n.children]
    if any(c.dep_ in _TOLD_OF or (c.like_num and c.i > verb.i) for c in near):
        return False  # "shot and killed a nurse"
    return any(c.dep_ == "nsubj" and is_living(c) for c in verb.children)


def _slays(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma in _SLAYING or any(f"{lemma} {c.lower_}" in _SLAYING for c in verb.children)


def is_living(noun: Token) -> bool:
    """Tell whether a noun names somebody, and nothing that is wielded."""
    found = classes.of_word(noun)
    named = noun.pos_ == "PROPN" or bool(found & _LIVING)
    return named and noun.pos_ != "PRON" and not found & _WIELDED
