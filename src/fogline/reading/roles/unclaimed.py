"""Deeds of which nobody says that they were theirs: "no group claimed the attack", "have not taken
responsibility for it" (data: dealing.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.negating import negated, negated_phrase, subject_negated
from fogline.reading.grammar.arguments import of_verb
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import PATIENTS
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_DEALING: Final = words("dealing.csv", "word")
_CREDIT: Final = _DEALING["credit"]
_OUTRIGHT: Final = frozenset({"claim"})
_BACKWARD: Final = frozenset({"fail", "refuse", "decline"})
_OF: Final = frozenset({"for", "of"})


@told_by(_CREDIT, _OUTRIGHT, otherwise=())
def silent(deed: Token) -> tuple[Token, ...]:
    """Return who does not say that a deed was theirs: "the army has not claimed the raid"."""
    owned = _owning(deed)
    if owned is None or not _is_withheld(owned):
        return ()
    if owned.pos_ == "NOUN":
        return tuple(c for c in owned.children if preposition(c) in {"by", "from"})
    args = of_verb(owned)
    return (*args.subjects, *args.agents)


@told_by(_CREDIT, _OUTRIGHT)
def is_owning(verb: Token, deed: Token) -> bool:
    """Tell whether a word above a deed says whose it was, or is not said to be."""
    owned = _owning(deed)
    return owned is not None and owned.i == verb.i


def _owning(deed: Token) -> Token | None:
    """Return the word by which somebody owns up to a deed: "claimed" of "claimed the raid", "claim"
    of "a claim of responsibility for it".
    """
    while deed.dep_ == "conj" and deed.head.pos_ == deed.pos_:
        deed = deed.head
    above = deed.head
    if deed.dep_ in PATIENTS:
        return above if above.lemma_.lower() in _OUTRIGHT else None
    if deed.dep_ not in {"obl", "nmod"} or preposition(deed) not in _OF:
        return None
    if above.lemma_.lower() in _CREDIT:
        above = above.head
        return above if above.lemma_.lower() in _DEALING["claiming"] else None
    taken = (c.lemma_.lower() for c in above.children if c.dep_ in {*PATIENTS, "nmod"})
    claimed = above.lemma_.lower() in _DEALING["claiming"]
    return above if claimed and not _CREDIT.isdisjoint(taken) else None


def _is_withheld(owned: Token) -> bool:
    """Tell whether it is not claimed: "did not claim", "no group", "have yet to", "no claim of"."""
    if owned.pos_ == "NOUN":
        return bool(negated_phrase(owned) or negated(owned.head))
    if negated(owned) or subject_negated(owned) or any(map(negated_phrase, of_verb(owned).agents)):
        return True
    above = owned.head
    if owned.dep_ != "xcomp" or not is_infinitive(owned):
        return False
    return above.lemma_.lower() in _BACKWARD or any(c.lower_ == "yet" for c in above.children)
