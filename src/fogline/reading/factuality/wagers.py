"""What would surprise, or is bet on: "I'd be surprised if the town isn't retaken" expects that it
is, "we would not bet on the truce surviving" that it is not (data: hedges.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from fogline.reading.factuality.hedges import TABLE, Hedge
from fogline.reading.factuality.negating import negated
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import SUBJECTS
from fogline.reading.grammar.scope import auxiliaries, governors
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_SURPRISE: Final = TABLE["surprise"]
_BETTING: Final = TABLE["bet"]
_DOUBTED: Final = _SURPRISE["surprised"]
_EXPECTED: Final = _BETTING["bet"]
_WOULD: Final = frozenset({"would", "'d", "’d", "will", "'ll", "’ll"})
_ASKED: Final = frozenset({"do", "would", "'d", "’d"})
_HAVE: Final = frozenset({"has", "have", "'ve", "’ve", "had"})
_BESIDE: Final = ("nsubj", "obl")
_TOLD: Final = frozenset({"VBZ", "VBP", "VB", "VBN"})
_CLAUSES: Final = frozenset({"advcl", "ccomp", "csubj"})


class Wager(NamedTuple):
    """The word of surprise or betting, the clause that it is about, and how likely that is."""

    word: Token
    clause: Token
    hedge: Hedge


@told_by(_SURPRISE, _BETTING, otherwise=None)
def wager(trigger: Token) -> Wager | None:
    """Return what is staked on a trigger's coming about."""
    return trigger.doc.once(_wager, trigger)


def status(trigger: Token) -> str | None:
    """Return the standing of what would surprise: ahead, but for what may have been."""
    found = wager(trigger)
    if found is None:
        return None
    been = any(a.lower_ in _HAVE for a in auxiliaries(found.clause))
    return "occurred" if been and found.clause.tag_ == "VBN" else "forecast"


def is_surprising(clause: Token) -> bool:
    """Tell whether an "if" only says what would surprise."""
    return _surprised(clause) is not None


def _wager(trigger: Token) -> Wager | None:
    near = [trigger.head] if trigger.dep_.startswith(_BESIDE) else []  # "if the truce held"
    for token in (*(step.token for step in governors(trigger)), *near):
        if (found := _surprised(token) or _staked(token)) is not None:
            return found
    return None


@told_by(_SURPRISE, otherwise=None)
def _surprised(clause: Token) -> Wager | None:
    word = clause.head
    if clause.dep_ not in _CLAUSES or word.lower_ not in _SURPRISE:
        return None
    if all(c.lower_ != "if" for c in clause.children if c.dep_ == "mark"):
        return None
    if _WOULD.isdisjoint(a.lower_ for a in auxiliaries(word)):
        return None
    if negated(word):
        return None if negated(clause) else Wager(word, clause, _DOUBTED)
    return Wager(word, clause, _EXPECTED if negated(clause) else _DOUBTED)


@told_by(_BETTING, otherwise=None)
def _staked(event: Token) -> Wager | None:
    """Return the bet that somebody would, or would not, lay on an event."""
    word, cases = event.head, {c.lower_ for c in event.children if c.dep_ in {"mark", "case"}}
    on = "on" in cases or preposition(event) == "on"
    on = on or (event.dep_ == "ccomp" and event.tag_ in _TOLD)  # "I'd wager the truce lasts"
    if word.lemma_.lower() not in _BETTING or word.tag_ != "VB" or not on:
        return None
    helpers = {a.lower_ for a in auxiliaries(word)}
    bidden = not any(c.dep_ in SUBJECTS for c in word.children)
    if _ASKED.isdisjoint(helpers) or ("do" in helpers and not bidden):
        return None
    return Wager(word, event, _DOUBTED if negated(word) else _EXPECTED)
