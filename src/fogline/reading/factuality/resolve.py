"""Resolve that is told by a negation and denies nothing: "will spare no effort to retake it", "stop
at nothing to retake it" (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import negated, negated_phrase
from fogline.reading.grammar.relations import PATIENTS, SUBJECTS
from fogline.reading.grammar.scope import governors, predicate
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_NOTHING: Final = frozenset({"nothing", "nobody"})
_GIVEN: Final = frozenset({"obj", "iobj"})
_TAKEN: Final = PATIENTS | {"obl"}


@told_by(_WORDS["spared"], _NOTHING)
def is_resolve(word: Token) -> bool:
    """Tell whether a word is the verb or the noun of such a phrase: "spare", "effort"."""
    verb = word.head if word.dep_ in _TAKEN else word
    taken = [c for c in verb.children if c.dep_ in _TAKEN and _is_spared(c, verb)]
    if not taken or word not in (verb, *taken):
        return False
    return bool(negated(verb)) or any(c.lower_ in _NOTHING or negated_phrase(c) for c in taken)


def _is_spared(taken: Token, verb: Token) -> bool:
    if any(t.lower_ == "for" for t in taken.doc[taken.i + 1 : taken.i + 2]):
        return False  # "leave no time for the rebels to attack"
    stops = verb.lemma_.lower() == "stop" and taken.lower_ in _NOTHING
    spares = verb.lemma_.lower() in _WORDS["resolving"]
    return stops or (spares and taken.lemma_.lower() in _WORDS["spared"])


@told_by(_WORDS["spared"], _NOTHING)
def is_resolved(deed: Token) -> bool:
    """Tell whether a deed is what somebody is told to be resolved on."""
    above = (predicate(deed).head, *(s.token for s in governors(deed)[1:]))
    return any(map(resolves, above))


@told_by(is_resolve)
def resolves(word: Token) -> bool:
    """Tell whether a word tells of resolve to do what hangs on it, not of another's lost time."""
    hanging = (d for t in (word, *word.children) for d in t.children if d.dep_ == "acl")
    return is_resolve(word) and not any(map(_is_anothers, hanging))


def _is_anothers(deed: Token) -> bool:
    """Tell whether somebody is left no time for a deed: "left no time for the rebels to attack"."""
    time = deed.head
    left = [c for c in time.head.children if c.dep_ in _GIVEN and c.i != time.i]
    theirs = bool(left) or any(c.dep_ in SUBJECTS for c in deed.children)
    return time.lemma_.lower() == "time" and theirs


@told_by(_WORDS["deterring"], otherwise=0)
def undeterred(verb: Token) -> int:
    """Count that nothing bars somebody from a deed, which undoes the bar: "nothing will stop the
    army from retaking it".
    """
    subjects = (c for c in verb.children if c.dep_ == "nsubj")
    barred = verb.lemma_.lower() in _WORDS["deterring"]
    return int(barred and any(s.lower_ in _NOTHING for s in subjects))
