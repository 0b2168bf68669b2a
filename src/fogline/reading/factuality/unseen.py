"""What nobody has reported, which need not mean that it did not happen; and deeds of which it is
open who did them (data: hedges.csv, `unreported` and `undetermined`).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from fogline.reading.factuality.negating import has_no, negated, subject_negated
from fogline.reading.grammar.passives import is_passive
from fogline.reading.grammar.phrases import is_definite
from fogline.reading.grammar.relations import ADNOMINAL, SUBJECTS, VERBAL
from fogline.reading.grammar.scope import governors
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by
from fogline.reading.words.classes import of_word

if TYPE_CHECKING:
    from fogline.reading.language import Token

_HEDGES: Final = words("hedges.csv", "hedge")
_UNABLE: Final = words("negations.csv", "word")["unable"] | {"struggle"}
_TAKEN: Final = SUBJECTS | {"obj"}
_TELLING: Final = frozenset({"report", "confirm"})
_CONFIRMING: Final = frozenset({"confirm"})
_SEEN: Final = frozenset({"ccomp", "xcomp"})
_BARE: Final = frozenset({"VB", "VBG"})
_CLAUSES: Final = frozenset({"ccomp", "csubj", "csubj:pass", "nsubj", "nsubj:pass", "advcl", "acl"})
_DOERS: Final = frozenset({"who", "whose", "which", "what"})
_SAID: Final = frozenset({"xcomp", "amod"})  # "remains a mystery", "an open question"
_SENSING: Final = frozenset({"see", "hear", "spot"})
_LOOKING: Final = frozenset({"nobody", "none", "one"})
_LIVING: Final = frozenset({"people", "person", "force", "media"})
_NOBODY: Final = frozenset({"nobody", "none"})


def doubts(trigger: Token) -> Iterator[tuple[str, Token]]:
    """Yield the words that leave an event open, each with the kind of hedge that it is."""
    yield from (("unreported", word) for word in unreported(trigger))
    yield from (("undetermined", word) for word in undetermined(trigger))
    yield from (("open question", word) for word in _questioned(trigger))


@told_by(_HEDGES["unreported"], otherwise=())
def unreported(trigger: Token) -> Iterator[Token]:
    """Yield the words by which it is only not reported: "no shelling was reported", "had not
    recorded any raid", "no reports of a raid".
    """
    way = [step.token for step in governors(trigger)]
    if (way[-1].pos_ == "NOUN" or way[-1].tag_ == "VBG") and way[-1].dep_ in _TAKEN:
        way.append(way[-1].head)  # "observed no raid": no bridge, whose own tense is not the raid's
    for event, word in pairwise(way):
        lacking = word.lemma_.lower() in _HEDGES["unreported"] and _is_missing(word, event)
        if lacking and (word.lemma_ not in _SENSING or (event is trigger and _senses(word))):
            yield word


def _senses(verb: Token) -> bool:
    """Tell whether somebody sees or hears: not "the town has seen no fighting", nor "we cannot see
    them leaving".
    """
    who = [c for c in verb.children if c.dep_ in SUBJECTS]
    modal = any(c.tag_ == "MD" for c in verb.children)
    return not modal and any(_is_anybody(w) or _LIVING & of_word(w) for w in who)


@told_by(_HEDGES["unreported"])
def is_unnoticed(trigger: Token) -> bool:
    """Tell whether an event is one that nobody noticed: "no witness heard shelling", "did not see
    the army shell it"; what is only not confirmed is left open, and so is a clause that tells more
    of what was not noticed.
    """
    if trigger.dep_ in ADNOMINAL:
        return False
    noticing = (w for w in unreported(trigger) if w.pos_ in VERBAL)
    return any(w.lemma_.lower() not in _CONFIRMING for w in noticing)


def _is_anybody(word: Token) -> bool:
    return word.lower_ in _LOOKING or (word.pos_ == "PRON" and word.lower_ != "it")


def _is_missing(word: Token, event: Token) -> bool:
    """Tell whether a word says that a report of an event is lacking; "reported no raid" tells by
    itself that there was none, and a raid that is known is no less so.
    """
    if word.pos_ == "NOUN":
        return word.lower_ != event.lower_ and bool(negated(word))
    if event.dep_ in SUBJECTS and is_passive(word):
        return _has_no(event) or (bool(negated(word)) and not is_definite(event))
    denied = bool(negated(word) or subject_negated(word))
    if event.dep_ in _SEEN:
        return denied and event.tag_ in _BARE
    if event.dep_ != "obj":
        return False
    told = word.lemma_.lower() in _TELLING
    return (not told and _has_no(event)) or (denied and not is_definite(event))


@told_by(_HEDGES["undetermined"], otherwise=())
def undetermined(trigger: Token) -> Iterator[Token]:
    """Yield the words by which it is open who did it: "not clear who fired", "nobody knows who"."""
    for down, up in pairwise(governors(trigger)):
        clause, word = down.token, up.token
        known = word.lemma_.lower() in _HEDGES["undetermined"]
        if known and clause.dep_ in _CLAUSES and _asks_who(clause) and _is_open(word):
            yield word


@told_by(_HEDGES["open question"], otherwise=())
def _questioned(trigger: Token) -> Iterator[Token]:
    """Yield the words that make a question of who did it: "who fired first is anyone's guess"."""
    for down, up in pairwise(governors(trigger)):
        clause, word = down.token, up.token
        said = {word.lemma_.lower(), *(c.lemma_.lower() for c in word.children if c.dep_ in _SAID)}
        asked = clause.dep_ in _CLAUSES and _asks_who(clause)
        if asked and not said.isdisjoint(_HEDGES["open question"]):
            yield word


def _has_no(event: Token) -> bool:
    return bool(negated(event) or has_no(event))


def _asks_who(clause: Token) -> bool:
    """Tell whether a clause asks by whom it was done: "who fired", "by whose order it was"."""
    doing = [c for c in clause.children if c.dep_ in SUBJECTS or c.dep_ == "obl:agent"]
    near = [clause, *doing, *(c for d in doing for c in d.children)]
    return any(t.lower_ in _DOERS for t in near)


def _is_open(word: Token) -> bool:
    """Tell whether nobody knows, or could find out."""
    above = word.head if word.dep_ == "xcomp" else word
    unable = above.lemma_.lower() in _UNABLE
    none = any(c.dep_ in SUBJECTS and c.lower_ in _NOBODY for c in above.children)
    return unable or none or bool(negated(word) or negated(above) or subject_negated(above))
