"""What is told as wanting: "without so much as a shot being fired", "with hardly a shot fired",
"nothing came of the offensive", "so much for the truce".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.names import text_of
from fogline.reading.grammar.phrases import preposition
from fogline.reading.roles.whose import is_truce
from fogline.reading.words import classes
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_LACKING: Final = re.compile(
    r"\b(?:without (?:so|as) much as|with (?:hardly|barely|scarcely)) (?:an? |one |any )?"
    r"(?:(?!(?:after|before|when|while|as|of|from|to|and|but) )[\w-]+ ){0,3}$",
    re.IGNORECASE,
)
_FAREWELL: Final = re.compile(r"\bso much for (?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
_FAR: Final = 80
_COUNTER: Final = ("offensive", "attack", "assault")
_FOUGHT: Final = frozenset({"attack", "campaign"})


@told_by({"much", "hardly", "barely", "scarcely"})
def _is_lacking(event: Token) -> bool:
    """Tell whether it is told how little there was: "without so much as a shot being fired"."""
    return _LACKING.search(_before(event)) is not None


@told_by({"nothing"})
def _came_to_nothing(event: Token) -> bool:
    """Tell whether nothing came of an attack or a truce; talks have been all the same."""
    verb = event.head
    of_it = event.dep_ == "obl" and preposition(event) == "of" and verb.lemma_ == "come"
    nothing = of_it and any(c.lower_ == "nothing" and c.dep_ == "nsubj" for c in verb.children)
    return nothing and (is_truce(event) or _is_attack(event))


def _is_attack(event: Token) -> bool:
    """Tell whether a word names an attack, also one that answers another: "counter-offensive"."""
    answering = event.lemma_.lower().endswith(_COUNTER)
    return answering or not _FOUGHT.isdisjoint(classes.of_word(event))


@told_by({"much"})
def _is_bidden_farewell(event: Token) -> bool:
    """Tell whether a truce is one that is no more: "so much for the truce"."""
    return is_truce(event) and _FAREWELL.search(_before(event)) is not None


@told_by({"some"})
def _is_mocked(event: Token) -> bool:
    """Tell whether a truce is only called one in mockery: "Some truce: four were shot dead"."""
    mocked = event.i == event.sent.start + 1 and event.sent[0].lower_ == "some"
    behind = event.nbor().text if event.i + 1 < len(event.doc) else ""
    return mocked and behind in {":", "!", ",", "–", "—"} and is_truce(event)


def _before(event: Token) -> str:
    start = max(event.sent[0].idx, event.idx - _FAR)
    return text_of(event.doc)[start : event.idx]


_RULES: Final = (_is_lacking, _came_to_nothing, _is_bidden_farewell, _is_mocked)


@told_by(*_RULES)
def is_naught(event: Token) -> bool:
    """Tell whether an event is told as wanting, and so never was."""
    return any(rule(event) for rule in _RULES)
