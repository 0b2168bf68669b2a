"""What stands in a plan that was given up, or behind a deadline that has passed: "dropped its plan
to attack", "the deadline for the assault passed without incident" (data: negations.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.ceasing import worded
from fogline.reading.factuality.complements import is_infinitive
from fogline.reading.factuality.voting import is_told
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import ADNOMINAL, PATIENTS
from fogline.reading.grammar.scope import governors
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("negations.csv", "word")
_WITHOUT: Final = frozenset({"without", "sans"})


@told_by(_WORDS["planned"])
def is_dropped(deed: Token) -> bool:
    """Tell whether a deed is what a plan was that was given up: "abandoned plans to attack"."""
    plans = (s.token for s in governors(deed) if s.token.lemma_.lower() in _WORDS["planned"])
    return any(p.i != deed.i and _is_given_up(p) for p in plans)


def _is_given_up(plan: Token) -> bool:
    verb = plan.head
    return plan.dep_ in PATIENTS and worded(verb) in _WORDS["dropping"] and is_told(verb)


@told_by(_WORDS["deadline"], otherwise=None)
def lapsed(deed: Token) -> str | None:
    """Return the standing of what a deadline was set for that has passed: it has not been where
    nothing came of it, "without incident", and is left open else.
    """
    deadline = _deadline(deed)
    verb = deadline.head if deadline is not None and deadline.dep_ == "nsubj" else None
    if verb is None or verb.lemma_.lower() not in _WORDS["passing"] or not is_told(verb):
        return None
    return "occurred" if _came_to_nothing(verb) else "hypothetical"


@told_by(_WORDS["deadline"])
def has_lapsed(deed: Token) -> bool:
    """Tell whether nothing came of the deadline that was set for a deed."""
    return lapsed(deed) == "occurred"


def _deadline(deed: Token) -> Token | None:
    """Return the deadline that was set for a deed: "deadline for an assault", "threat to attack",
    "deadline set by the front for an assault".
    """
    if deed.dep_ == "conj":
        return _deadline(deed.head)
    above = deed.head
    bidden = deed.dep_ in ADNOMINAL and is_infinitive(deed)
    if not bidden and not (deed.dep_ in {"nmod", "obl"} and preposition(deed) == "for"):
        return None
    above = above.head if above.dep_ in ADNOMINAL and above.tag_ == "VBN" else above
    return above if above.lemma_.lower() in _WORDS["deadline"] else None


def _came_to_nothing(verb: Token) -> bool:
    """Tell whether nothing is told to have come: "without incident", "with no sign of an attack",
    "quietly", "came and went", "came to nothing".
    """
    below = list(verb.children)
    went = verb.lemma_ == "come" and any(c.dep_ == "conj" and c.lemma_ == "go" for c in below)
    return went or any(_is_nothing(c) for c in below if c.i > verb.i)


def _is_nothing(phrase: Token) -> bool:
    cases = {c.lower_ for c in phrase.children if c.dep_ in {"case", "mark", "det"}}
    return phrase.lower_ in {"nothing", "quietly", "uneventfully"} or bool(
        cases & (_WITHOUT | {"no"})
    )
