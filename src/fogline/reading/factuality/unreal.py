"""What did not come about, or would have if something else had: "had they come, the town would
have fallen" (codebook, section 7: counterfactuals).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.conditions import is_condition
from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import NOT
from fogline.reading.grammar.scope import auxiliaries, predicate
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_MAYBE: Final = frozenset({"would", "could", "might", "should", "ought"})
_DUTY: Final = frozenset({"should", "ought"})
_BY_NOW: Final = frozenset({"now", "already"})
_BUT: Final = frozenset({"but", "yet", "instead"})
_WORDS: Final = words("negations.csv", "word")
_REFRAINING: Final = _WORDS["refraining"]
_FORGOING: Final = _WORDS["forgoing"] | _REFRAINING
_HAVE: Final = frozenset({"have", "'ve", "’ve"})
_CLAUSES: Final = frozenset({"advcl", "parataxis", "conj"})
_LACKING: Final = frozenset({"without", "but"})  # "without the jets", "but for the jets"


@told_by(_MAYBE)
def is_unreal(trigger: Token) -> bool:
    """Tell whether a trigger is a condition that was not met, or what would have come of it."""
    return trigger.doc.once(_is_unreal, trigger)


def _is_unreal(trigger: Token) -> bool:
    verb = predicate(trigger)
    if _is_unmet(verb):
        return any(not _MAYBE.isdisjoint(_helpers(word)) for word in _around(verb))
    helpers = _helpers(verb)
    if helpers.isdisjoint(_MAYBE):
        return False
    if any(map(_is_unmet, _around(verb))) or is_forgone(verb):
        return True
    return "would" in helpers and not helpers.isdisjoint(_HAVE) and not _is_ahead(verb)


@told_by(_DUTY, {"could"})
def is_forgone(verb: Token) -> bool:
    """Tell whether somebody left undone what was due or open to them: "should have attacked",
    "could have bombed it but chose not to"; not what "should have arrived by now".
    """
    helpers = _helpers(verb)
    if helpers.isdisjoint(_HAVE) or any(c.lower_ in NOT for c in verb.children):
        return False
    if not helpers.isdisjoint(_DUTY):
        late = any(c.lower_ in _BY_NOW for c in verb.children)
        return not late and not _is_ahead(verb)
    return "could" in helpers and any(_forgoes(c) for c in verb.children if c.dep_ in _CLAUSES)


def _forgoes(clause: Token) -> bool:
    """Tell whether a clause says that it was not done: "but chose not to", "but held its fire"."""
    if clause.lemma_.lower() not in _FORGOING or _BUT.isdisjoint(c.lower_ for c in clause.children):
        return False
    denied = any(t.lower_ in NOT for t in clause.subtree)
    return denied or clause.lemma_.lower() in _REFRAINING


def _helpers(verb: Token) -> set[str]:
    return {a.lower_ for a in auxiliaries(verb)}


def _around(verb: Token) -> list[Token]:
    """Return the clauses beside a verb that may be its condition or consequence, however parsed."""
    above = [verb.head] if verb.dep_ in _CLAUSES else []
    beside = [c for word in (verb, *above) for c in word.children if c.dep_ in _CLAUSES]
    return [*above, *beside]


def _is_unmet(clause: Token) -> bool:
    """Tell whether a clause supposes what was not so: "had it fallen", "if it had fallen"."""
    return "had" in _helpers(clause) and is_condition(clause)


def _is_ahead(verb: Token) -> bool:
    """Tell whether "would have" is a future told in the past: "he said that it would have fallen by
    May"; or what somebody only takes for likely, "it would have left by now".
    """
    by = any(c.dep_.startswith("obl") and preposition(c) == "by" for c in verb.children)
    return by and not any(preposition(c) in _LACKING for c in verb.children)
