"""What somebody does not speak of: strikes that a report "did not mention", whom it "names no
witness" of (data: topics.csv).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fogline.reading.grammar.phrases import preposition
from fogline.reading.grammar.relations import ASKING, NOT, PATIENTS, VERBAL
from fogline.reading.grammar.scope import BRIDGES
from fogline.reading.tables import words
from fogline.reading.words.calling import told_by

if TYPE_CHECKING:
    from fogline.reading.language import Token

_WORDS: Final = words("topics.csv", "words")
_NOT: Final = NOT | {"nor", "neither", "without"}
_NO: Final = frozenset({"no", "neither"})
_NOBODY: Final = frozenset({"nobody", "none", "nothing"})
_REFUSING: Final = _WORDS["refusing"]
_OF: Final = frozenset({"of", "on", "about", "to", "regarding", "concerning", "over"})
_BESIDE: Final = frozenset({"obj", "obl", "nmod", "advcl", "nsubj:pass"})
_STATING: Final = _WORDS["stating"]
_KNOWN: Final = frozenset({"clear", "certain", "known"})
_POINTING: Final = frozenset("the this that these those both all".split())
_UNSPOKEN: Final = _WORDS["mentioning"] | _WORDS["silent"] | _WORDS["said"]
ADMITTING: Final = _WORDS["admitting"]
"""Verbs by which somebody owns up to a deed."""


@told_by(_UNSPOKEN, _NO, _NOBODY, {"omit"}, _WORDS["counting"], _KNOWN)
def is_unsaid(event: Token) -> bool:
    """Tell whether an event stands only in what somebody does not say, name or show: "did not
    mention strikes", "names no witness who saw the jets"; "the raid" is known without them.
    """
    if event.dep_ == "acl:relcl":
        return _is_of_nobody(event)
    if event.dep_ == "ccomp":
        return _is_how_many(event)
    if event.dep_ in {"parataxis", "csubj"}:
        return _is_unknown_number(event)
    while event.dep_ == "conj" and event.head.pos_ == "NOUN":
        event = event.head
    if event.dep_ not in _BESIDE or event.pos_ != "NOUN" or _points_back(event):
        return False
    above = event.head
    if above.lemma_.lower() == "omit":
        return event.dep_ == "obj"
    return (event.dep_ in PATIENTS or preposition(event) in _OF) and is_unspoken(above)


@told_by(_STATING)
def is_unstated(event: Token) -> bool:
    """Tell whether an event is what somebody has not said: "did not say that it fell"; who asks
    where or how takes it for known, and "cannot say that" leaves it open.
    """
    made = event.dep_ == "obj" and event.head.lemma_.lower() in BRIDGES["doing"]
    clause = event.head if made else event  # "that they carried out the strike"
    if clause.dep_ != "ccomp" or not _withholds(clause.head) or _asks(clause):
        return False
    near = clause.head.children
    denied = any(c.lower_ in _NOT for c in near) or stops_short(clause.head)
    return denied and all(c.tag_ != "MD" and c.lower_ != "only" for c in near)


@told_by(_STATING)
def only_asks(event: Token, verb: Token) -> bool:
    """Tell whether a verb above an event says that somebody does not speak of its how or where:
    "did not say when it fell"; that it did is not on their word.
    """
    if not _withholds(verb):
        return False
    way = (event, *event.ancestors)
    clause = next((t for t in way if t.dep_ == "ccomp" and t.head is verb), None)
    return clause is not None and _asks(clause)


def _withholds(verb: Token) -> bool:
    return verb.lemma_.lower() in _STATING and _is_denied(verb)


def _asks(clause: Token) -> bool:
    return any(t.lower_ in ASKING for t in clause.doc[clause.left_edge.i : clause.i])


@told_by(_UNSPOKEN)
def is_unspoken(word: Token) -> bool:
    """Tell whether a word says that nobody speaks of what it takes: "did not mention", "no word",
    "silent".
    """
    lemma = word.lemma_.lower()
    if word.pos_ in VERBAL:
        return lemma in _WORDS["mentioning"] and _is_denied(word)
    if word.pos_ == "ADJ":
        return lemma in _WORDS["silent"]
    none = word.lower_ in _NOBODY or any(c.lower_ in _NO for c in word.children)
    return none and lemma in _WORDS["said"]


@told_by(ADMITTING)
def is_unadmitted(verb: Token) -> bool:
    """Tell whether a verb says that somebody does not own up to a deed: "never admitted", "refused
    to acknowledge".
    """
    if verb.lemma_.lower() not in _WORDS["admitting"]:
        return False
    yet = any(c.lower_ == "yet" for t in (verb, verb.head) for c in t.children)
    return _is_denied(verb) or (yet and verb.tag_ == "VB")


@told_by(_UNSPOKEN)
def keeps_silent(verb: Token) -> bool:
    """Tell whether a verb's subject says nothing: "made no mention", "said nothing"."""
    taken = (c for c in verb.children if c.dep_ == "obj")
    return is_unspoken(verb) or any(map(is_unspoken, taken))


def _is_denied(verb: Token) -> bool:
    if any(c.lower_ in _NOT for c in verb.children) or stops_short(verb):
        return True
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSING:
        return True
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    return any(s.lower_ in _NOBODY or _has_no(s) for s in subjects)


@told_by({"short"})
def stops_short(verb: Token) -> bool:
    """Tell whether somebody only came near it: "stopped short of saying that it fell"."""
    before = verb.doc[max(verb.left_edge.i - 2, 0) : verb.i]
    short = " short of " in f" {' '.join(t.lower_ for t in before)} "
    above = (verb.head, verb.head.head) if short else ()
    return any(t.lemma_.lower() in {"stop", "fall"} for t in above)


def _is_of_nobody(clause: Token) -> bool:
    """Tell whether a clause tells what nobody did whom somebody could name: "no witness who saw
    it"; whoever is the subject may be told of, "nobody who entered came back".
    """
    noun = clause.head
    there = noun.dep_ == "nsubj" and any(c.dep_ == "expl" for c in noun.head.children)
    if not there and noun.dep_ != "obj":
        return False
    does = any(c.dep_ == "nsubj" and c.pos_ == "PRON" and c.i < clause.i for c in clause.children)
    return does and (_has_no(noun) or noun.lower_ in _NOBODY)


def _is_how_many(clause: Token) -> bool:
    """Tell whether a clause is what nobody gives a number of: "did not say how many were lost";
    "could not say how many", "did not say when it fell" take for granted that some were and it did.
    """
    first, teller = clause.left_edge, clause.head
    if any(c.lower_ in {"can", "could"} for c in teller.children):
        return False
    many = first.lower_ == "how" and first.nbor().lower_ in {"many", "much"}
    return many and teller.lemma_.lower() in _WORDS["counting"] and _is_denied(teller)


def _is_unknown_number(clause: Token) -> bool:
    """Tell whether a clause is the number that a line says nobody knows: "what we don't know: how
    many died", "how many died is what we don't know".
    """
    first, head = clause.left_edge, clause.head
    if first.text == ":":
        first = first.nbor()
    if first.lower_ != "how" or first.nbor().lower_ not in {"many", "much"}:
        return False
    known = (c for c in head.children if c.dep_ == "acl:relcl")
    what = head.lower_ == "what" and any(map(_is_not_known, known))
    return what or (_is_not_known(head) and any(c.lower_ == "what" for c in head.children))


def _is_not_known(word: Token) -> bool:
    return word.lemma_.lower() in _WORDS["counting"] | _KNOWN and _is_denied(word)


def _has_no(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in _NO for c in noun.children)


def _points_back(noun: Token) -> bool:
    """Tell whether a noun means an event that is known: "the raid", "their raid"."""
    return any(
        c.dep_ == "nmod:poss" or (c.dep_ == "det" and c.lower_ in _POINTING) for c in noun.children
    )
